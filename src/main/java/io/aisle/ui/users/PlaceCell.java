package io.aisle.ui.users;

import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A place of a model's list; the nodes are used again. */
final class PlaceCell extends ListCell<ListedItem> {
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final Texts texts;
  private final Numbers numbers;
  private final ItemFocus focus;
  private final Label rank = new Label();
  private final Label name = new Label();
  private final Label known = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final HBox box = new HBox(6, rank, name, known);

  PlaceCell(Texts texts, Numbers numbers, ItemFocus focus) {
    this.texts = texts;
    this.numbers = numbers;
    this.focus = focus;
    rank.getStyleClass().addAll("muted", "rank");
    name.getStyleClass().add("data-text");
    name.setTextOverrun(OverrunStyle.ELLIPSIS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    known.setText(texts.of("users.known"));
    known.getStyleClass().add("subtle");
    known.setMinWidth(Region.USE_PREF_SIZE);
    known.managedProperty().bind(known.visibleProperty());
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    focus.itemProperty().subscribe(item -> point());
  }

  @Override
  protected void updateItem(ListedItem item, boolean empty) {
    super.updateItem(item, empty);
    boolean blank = empty || item == null;
    pseudoClassStateChanged(HIT, !blank && item.hit());
    point();
    if (blank) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    rank.setText(numbers.count(item.rank()));
    name.setText(item.name());
    known.setVisible(item.known());
    tooltip.setText(words(item));
    setTooltip(tooltip);
    setGraphic(box);
  }

  private void point() {
    pseudoClassStateChanged(POINTED, !isEmpty() && getItem() != null && focus.is(getItem().item()));
  }

  /** Every known field, one on a line. */
  private String words(ListedItem item) {
    List<String> lines = new ArrayList<>();
    lines.add(item.name());
    lines.add(texts.of("users.item.id", item.item()));
    if (!item.category().isEmpty()) {
      lines.add(texts.of("users.item.category", item.category()));
    }
    lines.add(texts.of("users.item.score", item.rank(), numbers.metric(item.score())));
    if (item.users() >= 0) {
      lines.add(texts.of("users.item.users", item.users()));
    }
    lines.add(texts.of(item.known() ? "users.item.known" : "users.item.new"));
    if (item.hit()) {
      lines.add(texts.of("users.item.hit"));
    }
    return String.join("\n", lines);
  }
}
