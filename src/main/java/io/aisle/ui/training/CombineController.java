package io.aisle.ui.training;

import io.aisle.domain.experiment.FusionSpec;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page that combines runs. */
public final class CombineController {
  private final CombineViewModel model;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private VBox page;
  @FXML private ToggleButton byRank;
  @FXML private ToggleButton byScore;
  @FXML private Label methodHelp;
  @FXML private CheckBox tuned;
  @FXML private VBox members;
  @FXML private TextField name;
  @FXML private Label problem;

  public CombineController(CombineViewModel model, Texts texts, Numbers numbers) {
    this.model = model;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    Shown.when(page, Bindings.isNotEmpty(model.members()));
    page.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          }
        });
    OneOf.choose(
        model.methodProperty(),
        Map.of(FusionSpec.Method.RANK, byRank, FusionSpec.Method.SCORE, byScore));
    model
        .methodProperty()
        .subscribe(method -> methodHelp.setText(texts.of("combine.method." + method + ".help")));
    tuned.selectedProperty().bindBidirectional(model.tunedProperty());
    name.textProperty().bindBidirectional(model.nameProperty());
    MappedList.keep(members.getChildren(), model.members(), this::node);
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(model.problemProperty().isNotEmpty());
  }

  private Node node(CombineViewModel.Member member) {
    RunRow run = member.run();
    Node label = ColouredName.of(run.name(), run.model());
    Label figure =
        new Label(
            texts.of(
                "combine.figure",
                numbers.metric(
                    run.record().metrics().valid().getOrDefault("ndcg@10", Double.NaN))));
    figure.getStyleClass().add("subtle");
    HBox.setHgrow(figure, Priority.ALWAYS);
    figure.setMaxWidth(Double.MAX_VALUE);
    TextField weight = new TextField();
    weight.setId("weight-" + run.folder());
    weight.setPrefColumnCount(5);
    weight.setAccessibleText(texts.of("combine.weight.of", run.name()));
    weight.textProperty().bindBidirectional(member.weight());
    weight.disableProperty().bind(model.tunedProperty());
    HBox line = new HBox(12, weight, label, figure);
    line.getStyleClass().add("name-cell");
    return line;
  }

  @FXML
  private void close() {
    model.close();
  }

  @FXML
  private void start() {
    model.start();
  }
}
