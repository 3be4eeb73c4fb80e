package io.aisle.ui.dataset;

import io.aisle.domain.data.QueryView;
import io.aisle.domain.data.TableHead;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.scene.control.TreeItem;

/**
 * A view or a column that can be put into a query.
 *
 * @param name as it is written
 * @param words beside it, "" for none
 */
record SqlName(String name, String words) {
  /** What the list shows. */
  @Override
  public String toString() {
    return words.isEmpty() ? name : name + "  ·  " + words;
  }

  /** The views with their columns below them. */
  static TreeItem<SqlName> tree(List<QueryView> views, Texts texts) {
    TreeItem<SqlName> root = new TreeItem<>(new SqlName("", ""));
    for (QueryView view : views) {
      TreeItem<SqlName> item =
          new TreeItem<>(
              new SqlName(view.name(), view.shared() ? texts.of("sql.view.shared") : ""));
      for (TableHead column : view.columns()) {
        item.getChildren()
            .add(
                new TreeItem<>(
                    new SqlName(column.name(), texts.word("sql.type.", column.type().name()))));
      }
      root.getChildren().add(item);
    }
    root.getChildren().getFirst().setExpanded(true);
    return root;
  }
}
