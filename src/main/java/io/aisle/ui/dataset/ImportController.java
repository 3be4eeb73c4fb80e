package io.aisle.ui.dataset;

import io.aisle.domain.data.ColumnRole;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** The form that says what the columns of a file mean. */
public final class ImportController {
  private final ImportViewModel model;
  private final Texts texts;

  @FXML private Label file;
  @FXML private TextField dataset;
  @FXML private TextField timeFormat;
  @FXML private TableView<ColumnChoice> columns;
  @FXML private TableColumn<ColumnChoice, String> header;
  @FXML private TableColumn<ColumnChoice, String> example;
  @FXML private TableColumn<ColumnChoice, ColumnChoice> role;
  @FXML private TableColumn<ColumnChoice, String> reason;
  @FXML private Label notes;
  @FXML private Label error;
  @FXML private Button start;

  public ImportController(ImportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    file.textProperty().bind(model.fileProperty().map(path -> path.toString()).orElse(""));
    dataset.textProperty().bindBidirectional(model.datasetProperty());
    timeFormat.textProperty().bindBidirectional(model.timeFormatProperty());
    notes.textProperty().bind(model.notesProperty());
    error.textProperty().bind(model.errorProperty());
    start.disableProperty().bind(model.errorProperty().isNotEmpty());
    columns.setItems(model.columns());
    Cells.text(header, ColumnChoice::header);
    Cells.text(example, ColumnChoice::example);
    Cells.text(reason, ColumnChoice::reason);
    Cells.node(role, choice -> String.valueOf(choice.roleProperty().get()), this::chooser);
  }

  private Node chooser(ColumnChoice choice) {
    List<Optional<ColumnRole>> roles = new ArrayList<>();
    roles.add(Optional.empty());
    for (ColumnRole each : ColumnRole.values()) {
      roles.add(Optional.of(each));
    }
    ChoiceBox<Optional<ColumnRole>> box = new ChoiceBox<>();
    box.getItems().setAll(roles);
    box.setConverter(
        new Words<>(
            each ->
                each.map(known -> texts.word("role.", known.id())).orElse(texts.of("role.none"))));
    box.setValue(choice.roleProperty().get());
    box.valueProperty().subscribe(choice.roleProperty()::set);
    box.setId("role-" + choice.header());
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  @FXML
  private void startImport() {
    model.start();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }
}
