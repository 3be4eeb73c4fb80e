package io.aisle.ui.dataset;

import io.aisle.domain.data.Refusal;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The third step of an import: what would be taken, and what refused and why. */
public final class ImportCheckController {
  private final ImportViewModel model;
  private final MappingShelfViewModel shelf;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private TextField dataset;
  @FXML private Label nameError;
  @FXML private TextField mappingName;
  @FXML private Button keep;
  @FXML private Label outcome;
  @FXML private ListView<CheckView.Reason> reasons;
  @FXML private Label refusedTitle;
  @FXML private TableView<Refusal> refused;
  @FXML private TableColumn<Refusal, String> refusedReason;
  @FXML private TableColumn<Refusal, String> refusedFile;
  @FXML private TableColumn<Refusal, String> refusedRow;
  @FXML private TableColumn<Refusal, String> refusedColumn;
  @FXML private TableColumn<Refusal, String> refusedLine;

  public ImportCheckController(
      ImportViewModel model, MappingShelfViewModel shelf, Texts texts, Numbers numbers) {
    this.model = model;
    this.shelf = shelf;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    Cells.text(refusedReason, row -> texts.word("reason.", row.reason()));
    Cells.text(refusedFile, Refusal::file);
    Cells.number(refusedRow, row -> numbers.count(row.row()));
    Cells.text(refusedColumn, Refusal::column);
    Cells.text(refusedLine, Refusal::rawLine);
    Tables.equip(refused, texts, RowGate.FREE);
    Label none = new Label(texts.of("import.refused.none"));
    none.getStyleClass().add("muted");
    refused.setPlaceholder(none);
    reasons.setCellFactory(list -> new NodeListCell<>(this::row));
    dataset
        .textProperty()
        .subscribe(
            text -> {
              ImportState state = model.stateProperty().get();
              if (state != null && !state.name().equals(text)) {
                model.change(each -> each.withName(text));
              }
            });
    keep.disableProperty()
        .bind(
            mappingName
                .textProperty()
                .map(String::isBlank)
                .flatMap(
                    blank -> model.errorsProperty().map(errors -> blank || !errors.isEmpty())));
    model.stateProperty().subscribe(this::show);
    model.checkProperty().subscribe(this::show);
    model
        .errorsProperty()
        .subscribe(errors -> FieldErrors.show(nameError, errors.get(ImportField.NAME)));
  }

  @FXML
  private void keep() {
    if (!keep.isDisabled()) {
      shelf.keep(mappingName.getText());
      mappingName.clear();
    }
  }

  private void show(ImportState state) {
    if (state != null && !dataset.getText().equals(state.name())) {
      dataset.setText(state.name());
    }
  }

  private void show(CheckView check) {
    if (check == null && model.checkingProperty().get()) {
      return; // it is being made anew
    }
    if (check == null) {
      outcome.setText("");
      reasons.getItems().clear();
      refused.getItems().clear();
      refusedTitle.setText("");
      return;
    }
    outcome.setText(texts.of("import.outcome.text", check.taken(), check.users(), check.items()));
    reasons.setItems(FXCollections.observableArrayList(check.reasons()));
    refused.setItems(FXCollections.observableArrayList(check.refusals()));
    long all = check.read() - check.taken();
    refusedTitle.setLabelFor(refused);
    refusedTitle.setText(
        check.refusals().size() < all
            ? texts.of("import.refused.first", check.refusals().size(), all)
            : texts.of("import.refused.all", all));
  }

  private Node row(CheckView.Reason reason) {
    Badge count =
        Badge.count(
            numbers.count(reason.count()), reason.count() == 0 ? Badge.Tone.GOOD : Badge.Tone.WARN);
    Label name = new Label(texts.word("reason.", reason.name()));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox row = new HBox(10, count, name);
    row.getStyleClass().add("reason-row");
    if (reason.rule()) {
      CheckBox on = new CheckBox(texts.of("import.rule"));
      on.setId("rule-" + reason.name());
      on.setAccessibleText("%s: %s".formatted(name.getText(), on.getText()));
      on.setMinWidth(CheckBox.USE_PREF_SIZE);
      on.setSelected(reason.on());
      on.selectedProperty()
          .subscribe((before, now) -> model.change(state -> state.withRule(reason.name(), now)));
      row.getChildren().add(on);
    }
    return row;
  }
}
