package io.aisle.ui.common;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws choices of runs as check boxes; blocked ones are greyed and say why. FX thread only. */
public final class RunChecks {
  private final Texts texts;
  private final Numbers numbers;

  public RunChecks(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Keeps a box of check boxes in step with the choices. */
  public void fill(Pane box, RunChoices choices) {
    MappedList.keep(box.getChildren(), choices.all(), this::check);
  }

  private Node check(RunChoice choice) {
    RunItem run = choice.run();
    CheckBox box = new CheckBox(run.record().name());
    box.setId("run-" + run.path().getFileName());
    box.setMnemonicParsing(false);
    box.selectedProperty().bindBidirectional(choice.chosenProperty());
    box.disableProperty().bind(choice.blockedProperty().isNotEmpty());
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(6, box, ColouredName.dot(Palette.of(run.record().model())));
    head.getStyleClass().add("run-check");
    Label origin =
        new Label(
            texts.of(
                "runs.origin",
                run.record().dataset(),
                run.protocol(),
                numbers.time(run.record().finished())));
    origin.getStyleClass().add("subtle");
    Label blocked = new Label();
    blocked.setWrapText(true);
    blocked.getStyleClass().add("subtle");
    blocked.textProperty().bind(choice.blockedProperty());
    blocked.visibleProperty().bind(choice.blockedProperty().isNotEmpty());
    blocked.managedProperty().bind(blocked.visibleProperty());
    VBox all = new VBox(2, head, origin, blocked);
    all.getStyleClass().add("run-choice");
    return all;
  }
}
