package io.aisle.ui.training;

import io.aisle.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A place of a list with its rank, its title and how far it moved. */
final class PreviewCell extends ListCell<PreviewRow> {
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

  private final Texts texts;

  PreviewCell(Texts texts) {
    this.texts = texts;
    setPrefWidth(0); // as wide as the list, however long the title
  }

  @Override
  protected void updateItem(PreviewRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HIT, !empty && row != null && row.hit());
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Label rank = new Label(Integer.toString(row.rank()));
    rank.getStyleClass().addAll("muted", "preview-rank");
    Label title = new Label(row.title());
    title.getStyleClass().add("data-text");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    title.setTooltip(
        new Tooltip(row.category().isEmpty() ? row.title() : row.title() + "\n" + row.category()));
    HBox.setHgrow(title, Priority.ALWAYS);
    Label moved = new Label(words(row.moved()));
    moved.getStyleClass().add(row.moved() < 0 && row.moved() != PreviewRow.NEW ? "muted" : "rose");
    moved.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(6, rank, title, moved);
    line.getStyleClass().add("name-cell");
    setGraphic(line);
    setAccessibleText(
        texts.of("rerank.place", row.rank(), row.title(), words(row.moved()), row.hit() ? 1 : 0));
  }

  private String words(int moved) {
    if (moved == PreviewRow.NEW) {
      return texts.of("rerank.new");
    }
    return moved == 0 ? "" : texts.of(moved > 0 ? "rerank.rose" : "rerank.fell", Math.abs(moved));
  }
}
