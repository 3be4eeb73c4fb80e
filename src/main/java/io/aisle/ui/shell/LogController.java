package io.aisle.ui.shell;

import io.aisle.ui.common.Clips;
import io.aisle.ui.common.FilterField;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A log to read: lines that can be filtered and copied, those of a failure marked. */
public final class LogController {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final PseudoClass SOUGHT = PseudoClass.getPseudoClass("sought");
  private static final double LINE = 20;

  private final LogViewModel model;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Label logTitle;
  @FXML private Label logFile;
  @FXML private FilterField logFilter;
  @FXML private ListView<String> logLines;

  public LogController(LogViewModel model, Texts texts, Numbers numbers) {
    this.model = model;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    logTitle.textProperty().bind(model.titleProperty());
    model.fileProperty().subscribe(file -> logFile.setText(file == null ? "" : file.toString()));
    FilteredList<String> lines = new FilteredList<>(model.lines());
    logLines.setItems(lines);
    logLines.setFixedCellSize(LINE);
    logLines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    logLines.setCellFactory(list -> new LineCell());
    logLines.setPlaceholder(new Label(texts.of("log.empty")));
    logLines.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    logFilter.narrow(lines, line -> line, logLines, texts, numbers);
    model.lines().addListener((ListChangeListener<String>) change -> reveal());
  }

  /** Goes to the failure that is looked for, else to the end. */
  private void reveal() {
    String code = model.soughtProperty().get();
    if (logLines.getItems().isEmpty() || !logFilter.getText().isEmpty()) {
      return;
    }
    int at = logLines.getItems().size() - 1;
    if (!code.isEmpty()) {
      while (at > 0 && !logLines.getItems().get(at).contains(code)) {
        at--;
      }
    }
    logLines.scrollTo(Math.max(0, at - (code.isEmpty() ? 0 : 1)));
  }

  @FXML
  private void copy() {
    var chosen = logLines.getSelectionModel().getSelectedItems();
    Clips.put(String.join("\n", chosen.isEmpty() ? logLines.getItems() : chosen));
  }

  @FXML
  private void back() {
    model.close();
  }

  private final class LineCell extends ListCell<String> {
    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty ? null : line);
      String code = model.soughtProperty().get();
      pseudoClassStateChanged(
          SOUGHT, !empty && line != null && !code.isEmpty() && line.contains(code));
    }
  }
}
