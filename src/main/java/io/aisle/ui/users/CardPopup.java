package io.aisle.ui.users;

import atlantafx.base.controls.Popover;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows the card of an item beside where it stands; Escape or a click elsewhere closes it. */
public final class CardPopup {
  private static final double VALUE_WIDTH = 280;

  private final CardViewModel model;

  public CardPopup(CardViewModel model) {
    this.model = model;
  }

  /**
   * @param owner what the card points at, and what has the focus again after it
   */
  void show(Node owner, String item) {
    model.read(item, card -> show(owner, card));
  }

  private static void show(Node owner, CardViewModel.Card card) {
    if (owner.getScene() == null) {
      return;
    }
    Label title = new Label(card.title());
    title.getStyleClass().addAll("card-title", "data-text");
    title.setWrapText(true);
    title.setMaxWidth(VALUE_WIDTH);
    GridPane grid = new GridPane(12, 4);
    for (CardViewModel.Field field : card.fields()) {
      Label name = new Label(field.name());
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(field.value());
      value.getStyleClass().add("data-text");
      value.setWrapText(true);
      value.setMaxWidth(VALUE_WIDTH);
      grid.addRow(grid.getRowCount(), name, value);
    }
    VBox box = new VBox(8, title, grid);
    box.setId("itemCard");
    box.setFocusTraversable(true);
    box.setAccessibleText(
        card.title()
            + card.fields().stream()
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.joining(". ", ". ", "")));
    Popover popover = new Popover(box);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    popover.setOnHidden(event -> owner.requestFocus());
    popover.show(owner);
    box.requestFocus();
  }
}
