package io.aisle.ui.users;

import io.aisle.ui.common.FilledCell;
import io.aisle.ui.common.Numbers;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A user in the list: id, activity and metric; the nodes are used again. */
final class UserCell extends FilledCell<UserRow> {
  private static final double VALUE = 40;

  private final Numbers numbers;
  private final Label name = new Label();
  private final Sparkline activity = new Sparkline();
  private final Label value = new Label();
  private final HBox box;

  UserCell(Numbers numbers) {
    this.numbers = numbers;
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    value.getStyleClass().add("muted");
    value.setMinWidth(VALUE);
    value.setAlignment(Pos.CENTER_RIGHT);
    activity.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add("data-text");
    box = new HBox(8, name, gap, activity, value);
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void fill(UserRow row) {
    name.setText(row.user());
    activity.show(row.activity());
    value.setText(
        !Double.isNaN(row.gain())
            ? numbers.gain(row.gain())
            : Double.isNaN(row.value()) ? "–" : numbers.free(row.value()));
    setGraphic(box);
  }
}
