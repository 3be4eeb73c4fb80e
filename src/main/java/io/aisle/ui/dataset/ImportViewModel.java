package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingGuess;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The form between choosing a file and importing it. FX thread only. */
public final class ImportViewModel {
  private static final int EXAMPLES = 3;

  private final DatasetService service;
  private final Consumer<ImportPlan> importer;
  private final Texts texts;
  private final Slot<MappingGuess> guessing;
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ColumnChoice> columns = FXCollections.observableArrayList();
  private final StringProperty dataset = new SimpleStringProperty("");
  private final StringProperty timeFormat = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private ColumnMapping guessed = ColumnMapping.GUESS;

  /**
   * @param importer receives the finished plan
   */
  public ImportViewModel(
      DatasetService service, Background background, Consumer<ImportPlan> importer, Texts texts) {
    this.service = service;
    this.importer = importer;
    this.texts = texts;
    this.guessing = background.slot(texts.of("data.job.guess"));
    dataset.subscribe(this::check);
  }

  /** Reads a sample of the file and fills the form with what it seems to be. */
  public void open(Path chosen) {
    guessing.read(control -> service.guess(chosen), guess -> fill(chosen, guess));
  }

  private void fill(Path chosen, MappingGuess guess) {
    guessed = guess.mapping();
    columns.clear();
    for (int index = 0; index < guess.columns().size(); index++) {
      MappingGuess.Column column = guess.columns().get(index);
      ColumnChoice choice =
          new ColumnChoice(
              column.header(), example(guess.firstRows(), index), column.reason(), column.role());
      choice.roleProperty().subscribe(this::check);
      columns.add(choice);
    }
    String name = chosen.getFileName().toString();
    dataset.set(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
    timeFormat.set(guessed.timeFormat().orElse(""));
    notes.set(String.join("\n", guess.notes()));
    file.set(chosen);
    check();
  }

  private static String example(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size() && !row.get(column).isBlank())
        .map(row -> row.get(column))
        .distinct()
        .limit(EXAMPLES)
        .collect(Collectors.joining(" · "));
  }

  private void check() {
    error.set(violation());
  }

  private String violation() {
    if (dataset.get().isBlank()) {
      return texts.of("import.error.name");
    }
    Map<ColumnRole, String> seen = new EnumMap<>(ColumnRole.class);
    for (ColumnChoice choice : columns) {
      Optional<ColumnRole> role = choice.roleProperty().get();
      if (role.isPresent()) {
        String other = seen.put(role.get(), choice.header());
        if (other != null) {
          String word = texts.word("role.", role.get().id());
          return texts.of("import.error.twice", other, choice.header(), word);
        }
      }
    }
    boolean complete = seen.containsKey(ColumnRole.USER) && seen.containsKey(ColumnRole.ITEM);
    return complete ? "" : texts.of("import.error.missing");
  }

  /** Starts the import and closes the form; does nothing while something is wrong with it. */
  public void start() {
    if (!error.get().isEmpty() || file.get() == null) {
      return;
    }
    Map<ColumnRole, String> roles = new EnumMap<>(ColumnRole.class);
    columns.forEach(
        choice -> choice.roleProperty().get().ifPresent(role -> roles.put(role, choice.header())));
    String format = timeFormat.get().strip();
    ColumnMapping mapping =
        new ColumnMapping(
            roles,
            guessed.delimiter(),
            format.isEmpty() ? Optional.empty() : Optional.of(format),
            guessed.zone(),
            guessed.defaultKind(),
            guessed.kinds(),
            guessed.rules());
    importer.accept(
        new ImportPlan(
            dataset.get().strip(),
            List.of(file.get()),
            mapping,
            Optional.empty(),
            Optional.empty(),
            ""));
    cancel();
  }

  /** Closes the form. */
  public void cancel() {
    guessing.clear();
    file.set(null);
  }

  /** The file in the form; null when the form is closed. */
  public ReadOnlyObjectProperty<Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public ObservableList<ColumnChoice> columns() {
    return columns;
  }

  public StringProperty datasetProperty() {
    return dataset;
  }

  public StringProperty timeFormatProperty() {
    return timeFormat;
  }

  /** What was decided and could be wrong, one sentence a line. */
  public ReadOnlyStringProperty notesProperty() {
    return notes.getReadOnlyProperty();
  }

  /** What is wrong with the form; empty when it can start. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
