package io.aisle.ui.dataset;

import io.aisle.domain.settings.KeptMappings;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The way of an import: three steps and what would come of it at each of them. */
public final class ImportController {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final ImportViewModel model;
  private final MappingShelfViewModel shelf;
  private final Dialogs dialogs;
  private final Texts texts;
  private final ImportWords words;

  @FXML private Node root;
  @FXML private Label file;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Node stepper;
  @FXML private ToggleButton fileStep;
  @FXML private ToggleButton columnsStep;
  @FXML private ToggleButton checkStep;
  @FXML private Node filePage;
  @FXML private Node columnsPage;
  @FXML private Node checkPage;
  @FXML private Node describedPage;
  @FXML private Node offer;
  @FXML private ChoiceBox<KeptMappings.Kept> kept;
  @FXML private Node waiting;
  @FXML private Node broken;
  @FXML private Label brokenText;
  @FXML private Label verdict;
  @FXML private Label error;
  @FXML private Button save;
  @FXML private Button load;
  @FXML private Button back;
  @FXML private Button next;
  @FXML private Button start;

  public ImportController(
      ImportViewModel model, MappingShelfViewModel shelf, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.shelf = shelf;
    this.dialogs = dialogs;
    this.texts = texts;
    this.words = new ImportWords(model, texts);
  }

  @FXML
  private void initialize() {
    model.filesProperty().subscribe(this::name);
    model.files().leftProperty().subscribe(this::name);
    model.fileProperty().subscribe(this::name);
    model.stateProperty().subscribe(this::name);
    brokenText.textProperty().bind(model.problemProperty());
    undo.disableProperty().bind(model.canUndoProperty().not());
    redo.disableProperty().bind(model.canRedoProperty().not());
    page(filePage, ImportViewModel.Step.FILE);
    page(columnsPage, ImportViewModel.Step.COLUMNS);
    page(checkPage, ImportViewModel.Step.CHECK);
    Late.show(describedPage, model.files().describingProperty());
    model.files().describingProperty().subscribe(this::show);
    chooseStep();
    kept.setConverter(new Words<>(KeptMappings.Kept::name));
    shelf.fittingProperty().subscribe(this::offer);
    model.stepProperty().subscribe(this::show);
    model.fileProperty().subscribe(this::show);
    model.problemProperty().subscribe(this::show);
    model.checkProperty().subscribe(this::show);
    model.errorsProperty().subscribe(this::show);
    model.checkingProperty().subscribe(this::show);
    model.filesProperty().subscribe(this::focus);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void name() {
    String events = names(model.filesProperty().get());
    List<Path> beside = model.beside();
    String names =
        beside.isEmpty() ? events : texts.of("import.files.beside", events, names(beside));
    List<Path> left = model.files().leftProperty().get();
    file.setText(left.isEmpty() ? names : texts.of("import.files.left", names, names(left)));
  }

  private static String names(List<Path> files) {
    return files.stream()
        .map(each -> String.valueOf(each.getFileName()))
        .collect(Collectors.joining(", "));
  }

  private void page(Node page, ImportViewModel.Step step) {
    Late.show(page, model.fileProperty().isNotNull().and(model.stepProperty().isEqualTo(step)));
  }

  private void chooseStep() {
    OneOf.choose(
        model.stepProperty(),
        Map.of(
            ImportViewModel.Step.FILE, fileStep,
            ImportViewModel.Step.COLUMNS, columnsStep,
            ImportViewModel.Step.CHECK, checkStep));
  }

  private void offer(List<KeptMappings.Kept> fitting) {
    place(offer, !fitting.isEmpty());
    kept.getItems().setAll(fitting);
    kept.setValue(fitting.isEmpty() ? null : fitting.getFirst());
  }

  private void focus() {
    if (!model.filesProperty().get().isEmpty()) {
      fileStep.requestFocus();
    }
  }

  private void show() {
    boolean known = model.fileProperty().get() != null;
    boolean failed = !known && !model.problemProperty().get().isEmpty();
    ImportViewModel.Step step = model.stepProperty().get();
    place(stepper, known);
    broken.setVisible(failed);
    waiting.setVisible(!known && !failed && !model.files().describingProperty().getValue());
    boolean last = step == ImportViewModel.Step.CHECK;
    place(save, known);
    place(load, known);
    place(back, known && step != ImportViewModel.Step.FILE);
    place(next, known && !last);
    place(start, known && last);
    boolean wrong =
        !model.errorsProperty().get().isEmpty()
            || known && !model.problemProperty().get().isEmpty();
    start.setDisable(wrong);
    save.setDisable(wrong);
    error.setText(known ? words.wrong() : "");
    place(error, !error.getText().isEmpty());
    CheckView check = model.checkProperty().get();
    verdict.setText(check == null ? "" : words.verdict(check));
    place(verdict, check != null);
    verdict.setOpacity(model.checkingProperty().get() ? 0.5 : 1);
  }

  private static void place(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      event.consume();
    } else if (UNDO.match(event)) {
      model.undo();
      event.consume();
    } else if (REDO.match(event)) {
      model.redo();
      event.consume();
    }
  }

  @FXML
  private void undo() {
    model.undo();
  }

  @FXML
  private void redo() {
    model.redo();
  }

  @FXML
  private void other() {
    List<Path> chosen = dialogs.openSeveral(texts.of("data.import.choose"));
    if (!chosen.isEmpty()) {
      model.open(chosen);
    }
  }

  @FXML
  private void save() {
    String name = model.stateProperty().get().name().strip() + ".yaml";
    dialogs.save(texts.of("import.save.choose"), name).ifPresent(shelf::save);
  }

  @FXML
  private void load() {
    dialogs.open(texts.of("import.load.choose")).ifPresent(shelf::load);
  }

  @FXML
  private void useKept() {
    shelf.use(kept.getValue());
  }

  @FXML
  private void forgetKept() {
    shelf.forget(kept.getValue());
  }

  @FXML
  private void back() {
    step(-1);
  }

  @FXML
  private void next() {
    step(1);
  }

  private void step(int by) {
    ImportViewModel.Step[] steps = ImportViewModel.Step.values();
    model.stepProperty().set(steps[model.stepProperty().get().ordinal() + by]);
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
