package io.aisle.ui.training;

import io.aisle.ui.common.Clips;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import io.aisle.ui.form.FieldNodes;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One run looked at closely, beside the table: what it used, its configuration, its lists. */
public final class RunController {
  private final RunViewModel model;
  private final RunsViewModel runs;
  private final ExportViewModel exports;
  private final RunActions actions;
  private final Dialogs dialogs;
  private final Texts texts;

  private final ToggleGroup pages = new ToggleGroup();

  @FXML private StackPane title;
  @FXML private Label headline;
  @FXML private ToggleButton showFacts;
  @FXML private ToggleButton showYaml;
  @FXML private ToggleButton showExport;
  @FXML private ScrollPane factsPage;
  @FXML private VBox notes;
  @FXML private GridPane facts;
  @FXML private VBox yamlPage;
  @FXML private TextArea yaml;
  @FXML private VBox exportPage;
  @FXML private ChoiceBox<ExportViewModel.Format> format;
  @FXML private Label formatHelp;
  @FXML private HBox exportFields;
  @FXML private Button resume;
  @FXML private Button again;
  @FXML private Button use;
  @FXML private Button deliver;

  public RunController(
      RunViewModel model,
      RunsViewModel runs,
      ExportViewModel exports,
      RunActions actions,
      Dialogs dialogs,
      Texts texts) {
    this.model = model;
    this.runs = runs;
    this.exports = exports;
    this.actions = actions;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    pages.getToggles().setAll(showFacts, showYaml, showExport);
    factsPage.visibleProperty().bind(showFacts.selectedProperty());
    yamlPage.visibleProperty().bind(showYaml.selectedProperty());
    exportPage.visibleProperty().bind(showExport.selectedProperty());
    OneOf.keep(pages);
    showFacts.setSelected(true);
    format.getItems().setAll(ExportViewModel.Format.values());
    format.setConverter(new Words<>(each -> texts.of("export.format." + each.name())));
    format.valueProperty().bindBidirectional(exports.formatProperty());
    exports
        .formatProperty()
        .subscribe(each -> formatHelp.setText(texts.of("export.help." + each.name())));
    FieldNodes fields = new FieldNodes(texts, field -> {});
    exportFields
        .getChildren()
        .setAll(fields.make("export", exports.k()), fields.make("export", exports.minHistory()));
    for (Button button : List.of(resume, again, use, deliver)) {
      button.managedProperty().bind(button.visibleProperty());
    }
    showExport.managedProperty().bind(showExport.visibleProperty());
    model.runProperty().subscribe(this::show);
  }

  private void show(RunRow row) {
    if (row == null) {
      return;
    }
    Node name =
        row.state() == RunRow.State.UNREADABLE
            ? new Label(row.name())
            : ColouredName.of(row.name(), row.model());
    title.getChildren().setAll(name);
    headline.setText(model.headline());
    yaml.setText(model.yaml());
    new FactsPage(facts, notes, texts).show(model);
    resume.setVisible(row.state() == RunRow.State.INTERRUPTED);
    again.setVisible(row.trainable());
    use.setVisible(row.trainable() || row.asked() != null);
    deliver.setVisible(row.state() == RunRow.State.FINISHED);
    showExport.setVisible(row.answers());
    if (!row.answers() && showExport.isSelected()) {
      showFacts.setSelected(true);
    }
  }

  @FXML
  private void close() {
    model.show(null);
  }

  @FXML
  private void copy() {
    Clips.put(yaml.getText());
  }

  @FXML
  private void save() {
    dialogs.save(texts.of("run.save"), "experiment.yaml").ifPresent(model::save);
  }

  @FXML
  private void export() {
    if (exports.ready()) {
      RunRow row = model.runProperty().get();
      dialogs
          .save(texts.of("export.start"), exports.fileName(row))
          .ifPresent(file -> exports.write(row, file));
    }
  }

  @FXML
  private void resume() {
    runs.resume(List.of(model.runProperty().get()));
  }

  @FXML
  private void again() {
    runs.again(List.of(model.runProperty().get()));
  }

  @FXML
  private void use() {
    runs.use(model.runProperty().get());
  }

  @FXML
  private void deliver() {
    runs.deliver(model.runProperty().get());
  }

  @FXML
  private void remove() {
    actions.remove(List.of(model.runProperty().get()));
  }
}
