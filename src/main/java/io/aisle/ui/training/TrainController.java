package io.aisle.ui.training;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Train screen: data, split and models on the left, parameters beside them. */
public final class TrainController {
  private final TrainViewModel model;
  private final Texts texts;

  @FXML private ChoiceBox<DatasetVersion> dataset;
  @FXML private ChoiceBox<SplitForm.Kind> split;
  @FXML private ChoiceBox<ProtocolSpec.History> history;
  @FXML private CheckBox excludeSeen;
  @FXML private TextField core;
  @FXML private Label coreError;
  @FXML private TextField seed;
  @FXML private Label seedError;
  @FXML private VBox models;
  @FXML private VBox forms;
  @FXML private Label error;

  public TrainController(TrainViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    dataset.setItems(model.datasets());
    dataset.setConverter(
        new Words<>(each -> texts.of("data.heading", each.dataset(), each.version())));
    Selections.bind(dataset.getSelectionModel(), model.datasetProperty());
    SplitForm form = model.split();
    split.getItems().setAll(SplitForm.Kind.values());
    split.setConverter(new Words<>(kind -> texts.of("split." + kind.name())));
    split.valueProperty().bindBidirectional(form.kindProperty());
    history.getItems().setAll(ProtocolSpec.History.values());
    history.setConverter(new Words<>(each -> texts.of("history." + each.name())));
    history.valueProperty().bindBidirectional(form.historyProperty());
    excludeSeen.selectedProperty().bindBidirectional(form.excludeSeenProperty());
    core.textProperty().bindBidirectional(form.coreProperty());
    seed.textProperty().bindBidirectional(form.seedProperty());
    complain(coreError, form.coreErrorProperty());
    complain(seedError, form.seedErrorProperty());
    complain(error, model.errorProperty());
    for (ModelForm each : model.models()) {
      models.getChildren().add(check(each));
      forms.getChildren().add(form(each));
    }
  }

  private static void complain(Label label, javafx.beans.property.ReadOnlyStringProperty text) {
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  private static Node check(ModelForm form) {
    CheckBox box = new CheckBox(form.title());
    box.setId("model-" + form.kind().id());
    box.selectedProperty().bindBidirectional(form.chosenProperty());
    box.setTooltip(new Tooltip(form.summary()));
    return box;
  }

  private Node form(ModelForm form) {
    Label summary = new Label(form.summary());
    summary.getStyleClass().add("muted");
    HBox head = new HBox(8, ColouredName.of(form.title(), form.kind()), summary);
    head.getStyleClass().add("name-cell");
    FlowPane fields = new FlowPane(10, 8);
    form.fields()
        .forEach(field -> fields.getChildren().add(FieldNodes.make(form.kind().id(), field)));
    VBox box = new VBox(6, head, fields);
    if (form.fields().isEmpty()) {
      Label none = new Label(texts.of("train.no.parameters"));
      none.getStyleClass().add("subtle");
      fields.getChildren().add(none);
    }
    box.getStyleClass().add("model-form");
    box.visibleProperty().bind(form.chosenProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  @FXML
  private void start() {
    model.start();
  }
}
