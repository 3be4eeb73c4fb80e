package io.aisle.ui.training;

import io.aisle.core.comparison.Palette;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the queue before it starts: a line for each model. */
final class PlanNodes {
  private final Texts texts;
  private final Numbers numbers;

  PlanNodes(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  void keep(Pane box, ObservableList<PlanLine> lines) {
    MappedList.keep(box.getChildren(), lines, this::line);
  }

  private Node line(PlanLine line) {
    Label name =
        new Label(
            line.runs() > 1 ? texts.of("plan.line", line.title(), line.runs()) : line.title());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label cost = new Label(cost(line));
    cost.getStyleClass().add("subtle");
    cost.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(ColouredName.dot(Palette.of(line.model())), name, space, cost);
    row.getStyleClass().add("plan-line");
    if (line.refusal().isEmpty()) {
      return row;
    }
    Label refusal = new Label(line.refusal());
    refusal.getStyleClass().add("field-error");
    refusal.setWrapText(true);
    return new VBox(row, refusal);
  }

  private String cost(PlanLine line) {
    if (!line.refusal().isEmpty()) {
      return texts.of("plan.too.big");
    }
    String memory = line.memoryMb() == 0 ? "" : numbers.megabytes(line.memoryMb());
    if (Double.isNaN(line.seconds())) {
      return memory;
    }
    return texts.of("plan.cost", numbers.seconds(line.seconds()), memory);
  }
}
