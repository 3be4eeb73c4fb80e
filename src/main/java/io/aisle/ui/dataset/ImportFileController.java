package io.aisle.ui.dataset;

import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The first step of an import: the file as it stands beside the file as it is read. */
public final class ImportFileController {
  private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");
  private static final double WIDTH = 130;

  private final ImportViewModel model;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ChoiceBox<String> delimiter;
  @FXML private Label encoding;
  @FXML private Label header;
  @FXML private Label size;
  @FXML private Label delimiterError;
  @FXML private Label rawTitle;
  @FXML private ListView<String> raw;
  @FXML private TableView<List<String>> parsed;

  public ImportFileController(ImportViewModel model, Texts texts, Numbers numbers) {
    this.model = model;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    delimiter.getItems().setAll(DELIMITERS);
    delimiter.setConverter(new Words<>(this::name));
    delimiter.valueProperty().subscribe(this::chosen);
    model.fileProperty().subscribe(this::show);
    model
        .errorsProperty()
        .subscribe(
            errors -> {
              FieldErrors.show(delimiterError, errors.get(ImportField.DELIMITER));
              showDelimiter(model.fileProperty().get());
            });
    Tables.equip(parsed, texts);
  }

  private String name(String each) {
    return switch (each) {
      case "," -> texts.of("import.delimiter.comma");
      case "\t" -> texts.of("import.delimiter.tab");
      case ";" -> texts.of("import.delimiter.semicolon");
      case "|" -> texts.of("import.delimiter.bar");
      default -> each;
    };
  }

  private void chosen(String each) {
    FileView look = model.fileProperty().get();
    if (each != null && look != null && !look.form().delimiter().equals(Optional.of(each))) {
      model.delimiter(each);
    }
  }

  private void showDelimiter(FileView look) {
    if (look != null) {
      look.form()
          .delimiter()
          .filter(each -> !delimiter.getItems().contains(each))
          .ifPresent(delimiter.getItems()::add);
      delimiter.setValue(look.form().delimiter().orElse(null));
      delimiter.setDisable(!look.delimited());
    }
  }

  private void show(FileView look) {
    if (look == null) {
      raw.getItems().clear();
      parsed.getItems().clear();
      parsed.getColumns().clear();
      return;
    }
    showDelimiter(look);
    encoding.setText(encoding(look));
    int columns = look.headers().size();
    header.setText(texts.of("import.header.text", columns, numbers.percent(look.agreeing())));
    size.setText(bytes(look.bytes()));
    rawTitle.setLabelFor(raw);
    rawTitle.setText(texts.of("import.raw", look.lines().size()));
    raw.setItems(FXCollections.observableArrayList(look.lines()));
    parsed.getColumns().clear();
    for (int i = 0; i < columns; i++) {
      parsed.getColumns().add(column(look.headers().get(i), i));
    }
    parsed.setItems(FXCollections.observableArrayList(look.rows()));
  }

  private String encoding(FileView look) {
    String layout = texts.word("import.layout.", look.layout());
    String text =
        look.encoding().isEmpty()
            ? layout
            : look.delimited()
                ? look.encoding()
                : texts.of("import.encoding.layout", layout, look.encoding());
    return look.packed() ? texts.of("import.encoding.packed", text) : text;
  }

  private String bytes(long bytes) {
    return bytes < 1 << 20
        ? texts.of("import.size.kb", Math.max(1, bytes / 1024))
        : numbers.megabytes(bytes >> 20);
  }

  private static TableColumn<List<String>, String> column(String header, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(header);
    column.setSortable(false);
    column.setPrefWidth(WIDTH);
    Cells.text(column, row -> index < row.size() ? row.get(index) : "");
    return column;
  }
}
