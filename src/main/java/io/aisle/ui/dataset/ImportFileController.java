package io.aisle.ui.dataset;

import io.aisle.domain.data.FileForm;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;

/** The first step of an import: the file as it stands beside the file as it is read. */
public final class ImportFileController {
  private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");
  private static final List<Character> QUOTES = List.of('"', '\'', FileForm.NO_QUOTE);
  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"),
          Charset.forName("Big5"),
          Charset.forName("windows-1252"));

  private static final Predicate<String> TEXT = name -> !name.isEmpty();

  private final ImportViewModel model;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ChoiceBox<String> delimiter;
  @FXML private ChoiceBox<Character> quote;
  @FXML private ChoiceBox<Charset> encoding;
  @FXML private ChoiceBox<String> sheet;
  @FXML private Label layout;
  @FXML private Node sheetField;
  @FXML private Node delimiterField;
  @FXML private Node quoteField;
  @FXML private Node encodingField;
  @FXML private Label header;
  @FXML private Label size;
  @FXML private Label delimiterError;
  @FXML private Label rawTitle;
  @FXML private ListView<String> raw;
  @FXML private TableView<List<String>> parsed;

  private boolean following;

  public ImportFileController(ImportViewModel model, Texts texts, Numbers numbers) {
    this.model = model;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    delimiter.getItems().setAll(DELIMITERS);
    delimiter.setConverter(new Words<>(this::name));
    delimiter
        .valueProperty()
        .subscribe(each -> choose(each, FileForm::delimiter, FileForm::withDelimiter));
    quote.getItems().setAll(QUOTES);
    quote.setConverter(new Words<>(this::quoteName));
    quote.valueProperty().subscribe(each -> choose(each, FileForm::quote, FileForm::withQuote));
    encoding.getItems().setAll(ENCODINGS);
    encoding.setConverter(new Words<>(Charset::name));
    encoding
        .valueProperty()
        .subscribe(each -> choose(each, FileForm::encoding, FileForm::withEncoding));
    sheet.valueProperty().subscribe(this::chooseSheet);
    model.fileProperty().subscribe(this::show);
    model
        .errorsProperty()
        .subscribe(
            errors -> {
              FieldErrors.show(delimiterError, errors.get(ImportField.DELIMITER));
              showForm(model.fileProperty().get());
            });
    Tables.equip(parsed, texts, RowGate.FREE);
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

  private String quoteName(char each) {
    return each == FileForm.NO_QUOTE ? texts.of("import.quote.none") : String.valueOf(each);
  }

  /** What the user chooses; not what is shown because the file has another form. */
  private <T> void choose(
      T chosen, Function<FileForm, Optional<T>> now, BiFunction<FileForm, T, FileForm> change) {
    FileView look = model.fileProperty().get();
    if (!following && chosen != null && look != null && look.delimited()) {
      if (!now.apply(look.form()).equals(Optional.of(chosen))) {
        model.form(form -> change.apply(form, chosen));
      }
    }
  }

  private void chooseSheet(String chosen) {
    FileView look = model.fileProperty().get();
    if (!following && chosen != null && look != null && !look.sheet().equals(Optional.of(chosen))) {
      model.form(form -> form.withSheet(chosen));
    }
  }

  private void showForm(FileView look) {
    if (look == null) {
      return;
    }
    for (Node field : List.of(delimiterField, quoteField, encodingField)) {
      field.setVisible(look.delimited());
      field.setManaged(look.delimited());
    }
    boolean several = !look.sheets().isEmpty();
    sheetField.setVisible(several);
    sheetField.setManaged(several);
    following = true;
    if (!sheet.getItems().equals(look.sheets())) {
      sheet.getItems().setAll(look.sheets());
    }
    show(sheet, look.sheet().filter(name -> several));
    show(delimiter, look.form().delimiter());
    show(quote, look.form().quote().or(() -> Optional.of(QUOTES.getFirst())));
    show(encoding, Optional.of(look.encoding()).filter(TEXT).map(Charset::forName));
    following = false;
  }

  private static <T> void show(ChoiceBox<T> box, Optional<T> value) {
    value.filter(each -> !box.getItems().contains(each)).ifPresent(box.getItems()::add);
    box.setValue(value.orElse(null));
  }

  private void show(FileView look) {
    if (look == null) {
      raw.getItems().clear();
      parsed.getItems().clear();
      parsed.getColumns().clear();
      return;
    }
    showForm(look);
    layout.setText(layout(look));
    int columns = look.headers().size();
    header.setText(texts.of("import.header.text", columns, numbers.percent(look.agreeing())));
    size.setText(bytes(look.bytes()));
    rawTitle.setLabelFor(raw);
    rawTitle.setText(texts.of("import.raw", look.lines().size()));
    raw.setItems(FXCollections.observableArrayList(look.lines()));
    ParsedRows.show(parsed, look.headers(), look.rows());
  }

  private String layout(FileView look) {
    String name = texts.word("import.layout.", look.layout());
    return look.packed() ? texts.of("import.layout.packed", name) : name;
  }

  private String bytes(long bytes) {
    return bytes < 1 << 20
        ? texts.of("import.size.kb", Math.max(1, bytes / 1024))
        : numbers.megabytes(bytes >> 20);
  }
}
