package io.aisle.ui.start;

import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The slim guide over the screens: what the first minute does and has found. */
public final class GuideController {
  private static final double CELL = 230;

  /** Height from which on the steps and a whole screen have room. */
  private static final double ROOMY = 860;

  private final GuideViewModel model;
  private final Texts texts;

  @FXML private VBox guide;
  @FXML private Label heading;
  @FXML private Label clock;
  @FXML private Label next;
  @FXML private CheckBox follow;
  @FXML private Button cancel;
  @FXML private Button again;
  @FXML private Button trainMore;
  @FXML private Button importOwn;
  @FXML private Button close;
  @FXML private FontIcon folded;
  @FXML private HBox steps;

  public GuideController(GuideViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    heading.textProperty().bind(model.headingProperty());
    clock.textProperty().bind(model.clockProperty());
    next.textProperty().bind(model.nextProperty());
    Shown.when(guide, model.shownProperty());
    Shown.when(next, model.nextProperty().isNotEmpty());
    Shown.when(follow, model.runningProperty());
    Shown.when(cancel, model.runningProperty());
    Shown.when(again, model.stoppedProperty());
    Shown.when(trainMore, model.trainedProperty());
    Shown.when(importOwn, model.runningProperty().not());
    Shown.when(close, model.runningProperty().not());
    follow.selectedProperty().bindBidirectional(model.followProperty());
    model
        .openProperty()
        .subscribe(open -> folded.setIconLiteral(open ? "fth-chevron-up" : "fth-chevron-down"));
    Shown.when(steps, model.openProperty());
    MappedList.keep(steps.getChildren(), model.steps(), this::step);
    model.trainedProperty().subscribe(this::makeRoom);
  }

  /** At the end a small window needs its height for the user that was opened. */
  private void makeRoom(boolean trained) {
    if (trained && guide.getScene() != null && guide.getScene().getHeight() < ROOMY) {
      model.openProperty().set(false);
    }
  }

  private Node step(GuideStep step) {
    Label name = new Label(step.name());
    name.getStyleClass().add("strong");
    HBox head = new HBox(icon(step.status()), name);
    head.getStyleClass().add("guide-head");
    if (step.showable()) {
      Hyperlink show = new Hyperlink(texts.of("start.show"));
      show.setId("show-" + step.step().id());
      show.setAccessibleText(texts.of("start.show.what", step.name()));
      show.setOnAction(event -> model.show(step.step()));
      head.getChildren().add(show);
    }
    Label words = new Label(step.words());
    words.setId("step-" + step.step().id());
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    words.getStyleClass().add("guide-words");
    VBox cell = new VBox(head, words);
    if (step.fraction() >= 0) {
      ProgressBar bar = new ProgressBar(step.fraction());
      bar.getStyleClass().add("small");
      bar.setMaxWidth(Double.MAX_VALUE);
      cell.getChildren().add(bar);
    }
    cell.getStyleClass().addAll("guide-step", step.status().id());
    cell.setMinWidth(0);
    cell.setPrefWidth(CELL); // all the same, so that the room is shared evenly
    HBox.setHgrow(cell, Priority.ALWAYS);
    return cell;
  }

  private static Node icon(StepState.Status status) {
    FontIcon icon =
        new FontIcon(
            switch (status) {
              case WAITING -> "fth-circle";
              case RUNNING -> "fth-loader";
              case DONE -> "fth-check-circle";
              case FAILED -> "fth-alert-circle";
              case CANCELLED -> "fth-minus-circle";
            });
    Pane holder = new StackPane(icon);
    holder.getStyleClass().add("guide-icon");
    return holder;
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void again() {
    model.again();
  }

  @FXML
  private void trainMore() {
    model.trainMore();
  }

  @FXML
  private void importOwn() {
    model.importOwn();
  }

  @FXML
  private void fold() {
    model.openProperty().set(!model.openProperty().get());
  }

  @FXML
  private void close() {
    model.close();
  }
}
