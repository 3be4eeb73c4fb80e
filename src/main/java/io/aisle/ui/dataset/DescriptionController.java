package io.aisle.ui.dataset;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** Files without events: what they are on the left, what can be done with them on the right. */
public final class DescriptionController {
  private static final int MOST_LINES = 5;
  private static final int BORDER = 8;

  private final DescriptionViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Label sentence;
  @FXML private Label filesTitle;
  @FXML private ListView<DescribedLine> files;
  @FXML private Label rowsTitle;
  @FXML private TableView<List<String>> rows;
  @FXML private VBox personal;
  @FXML private Label joinsTitle;
  @FXML private ListView<JoinLine> joins;
  @FXML private Node counting;
  @FXML private Label none;
  @FXML private Button append;
  @FXML private Node alone;
  @FXML private Label notAlone;
  @FXML private TextField name;
  @FXML private Label nameError;
  @FXML private Button importAlone;

  private PersonalChoices persons;

  public DescriptionController(DescriptionViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    sentence.textProperty().bind(model.sentenceProperty());
    persons = new PersonalChoices(personal, "described-personal-", texts, model::treat);
    filesTitle.setLabelFor(files);
    files.setCellFactory(list -> new NodeListCell<>(file -> two(file.title(), file.columns())));
    files.getSelectionModel().selectedItemProperty().subscribe(this::show);
    rowsTitle.setLabelFor(rows);
    Tables.equip(rows, texts, RowGate.FREE);
    joinsTitle.setLabelFor(joins);
    joins.setCellFactory(list -> new NodeListCell<>(to -> two(to.name(), to.count())));
    joins.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.append();
            event.consume();
          }
        });
    var selection = joins.getSelectionModel();
    model
        .joinsProperty()
        .subscribe(
            list -> {
              joins.setItems(FXCollections.observableArrayList(list));
              fit(joins, list.size());
            });
    model.chosenProperty().subscribe(chosen -> selection.select(chosen));
    selection
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.chosenProperty().set(chosen);
              }
            });
    var some = model.joinsProperty().map(list -> !list.isEmpty());
    Shown.when(joins, some);
    Shown.when(counting, model.countingProperty());
    Shown.when(
        none,
        Bindings.createBooleanBinding(
            () -> !model.countingProperty().get() && model.joinsProperty().get().isEmpty(),
            model.countingProperty(),
            model.joinsProperty()));
    none.textProperty()
        .bind(
            Bindings.when(model.problemProperty().isEmpty())
                .then(texts.of("describe.joins.none"))
                .otherwise(model.problemProperty()));
    append.disableProperty().bind(model.chosenProperty().isNull());
    append
        .textProperty()
        .bind(
            model
                .chosenProperty()
                .map(to -> texts.of("describe.append.to", to.name()))
                .orElse(texts.of("describe.append")));
    name.textProperty().bindBidirectional(model.nameProperty());
    model.nameErrorProperty().subscribe(text -> FieldErrors.show(nameError, text));
    importAlone.disableProperty().bind(model.nameErrorProperty().isNotEmpty());
    Shown.when(alone, model.aloneProperty());
    Shown.when(notAlone, model.aloneProperty().not());
    model.filesProperty().subscribe(this::show);
    files.sceneProperty().subscribe(files::requestFocus); // it comes late into the window
    model.personalProperty().subscribe(list -> persons.show(list));
    model.privacyProperty().subscribe(privacy -> persons.show(privacy));
  }

  private void show(List<DescribedLine> found) {
    files.setItems(FXCollections.observableArrayList(found));
    fit(files, found.size());
    files.getSelectionModel().selectFirst();
    files.requestFocus();
  }

  private static void fit(ListView<?> list, int lines) {
    list.setPrefHeight(list.getFixedCellSize() * Math.min(MOST_LINES, lines) + BORDER);
  }

  private void show(DescribedLine file) {
    ParsedRows.show(
        rows, file == null ? List.of() : file.header(), file == null ? List.of() : file.rows());
    rowsTitle.setText(file == null ? "" : texts.of("describe.rows", file.file()));
  }

  private static Node two(String above, String below) {
    Label first = new Label(above);
    first.getStyleClass().add("strong");
    Label second = new Label(below);
    second.getStyleClass().add("muted");
    return new VBox(2, first, second);
  }

  @FXML
  private void append() {
    model.append();
  }

  @FXML
  private void importAlone() {
    model.importAlone();
  }

  @FXML
  private void save() {
    String proposed = name.getText().strip() + ".yaml";
    dialogs.save(texts.of("import.save.choose"), proposed).ifPresent(model::save);
  }

  @FXML
  private void takeAsEvents() {
    model.takeAsEvents();
  }
}
