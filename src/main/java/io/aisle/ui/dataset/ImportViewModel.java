package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.ImportCheck;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingGuess;
import io.aisle.core.dataset.MappingWriter;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The way from files to an import: what the files look like, what was chosen, and what an import
 * would take and refuse of their first rows. FX thread only.
 */
public final class ImportViewModel {
  /** The steps of the way. */
  public enum Step {
    FILE,
    COLUMNS,
    CHECK
  }

  /** What was found, or why nothing was. */
  private record Found<T>(T value, String problem) {}

  private final DatasetService service;
  private final Background background;
  private final Notices notices;
  private final Consumer<ImportPlan> importer;
  private final Texts texts;
  private final TimeWords timeWords;
  private final ImportErrors validation;
  private final Slot<Found<FileLook>> looking;
  private final Slot<Found<ImportCheck>> checking;
  private final Slot<Found<FileLook>> lookingAtItems;
  private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<FileView> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CheckView> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<ImportField, String>> errors =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<List<String>> itemHeaders =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FILE);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private FileLook look;
  private ImportCheck checked;
  private Undo<ImportState> undo;

  /**
   * @param importer receives the finished plan
   */
  public ImportViewModel(
      DatasetService service,
      Background background,
      Notices notices,
      Consumer<ImportPlan> importer,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.importer = importer;
    this.texts = texts;
    this.timeWords = new TimeWords(texts, numbers);
    this.validation = new ImportErrors(texts);
    this.looking = background.slot(texts.of("data.job.guess"));
    this.checking = background.slot(texts.of("data.job.check"));
    this.lookingAtItems = background.slot(texts.of("data.job.guess"));
  }

  /** Begins with files of one kind; the first one is looked at. */
  public void open(List<Path> chosen) {
    cancel();
    files.set(List.copyOf(chosen));
    look(
        FileForm.GUESS,
        found -> {
          found.items().ifPresent(beside -> itemHeaders.set(beside.header()));
          undo = new Undo<>(ImportState.of(found), this::show);
          apply(undo, ImportState.of(found));
        });
  }

  private void look(FileForm form, Consumer<FileLook> then) {
    Path first = files.get().getFirst();
    looking.read(
        control -> found(() -> service.look(first, form)),
        found -> {
          if (found.value() != null) {
            problem.set("");
            look = found.value();
            file.set(FileView.of(look));
            then.accept(found.value());
          } else if (look == null) {
            problem.set(texts.sentence(found.problem()));
          } else {
            errors.set(Map.of(ImportField.DELIMITER, texts.sentence(found.problem())));
          }
        });
  }

  private static <T> Found<T> found(Supplier<T> work) {
    try {
      return new Found<>(work.get(), "");
    } catch (InputException | OperationException e) {
      return new Found<>(null, e.getMessage());
    }
  }

  /** Another delimiter: the columns are other ones, and their roles are guessed anew. */
  public void delimiter(String chosen) {
    look(
        look.form().withDelimiter(chosen).withHeader(List.of()),
        found -> {
          ImportState fresh = ImportState.of(found).withName(state.get().name());
          change(before -> fresh.withItems(before.items()));
        });
  }

  /** An edit. */
  void change(UnaryOperator<ImportState> edit) {
    if (undo != null) {
      ImportState next = edit.apply(state.get());
      undo.edited(next);
      apply(undo, next);
    }
  }

  /** An earlier or later state comes back. */
  private void show(ImportState earlier) {
    if (earlier.form().equals(look.form())) {
      apply(undo, earlier);
    } else {
      look(earlier.form(), found -> apply(undo, earlier));
    }
  }

  private void apply(Undo<ImportState> mine, ImportState next) {
    if (mine != undo) {
      return; // the form was closed in between
    }
    state.set(next);
    tellUndo();
    errors.set(validation.of(next, headers()));
    if (errors.get().keySet().stream().anyMatch(field -> field != ImportField.NAME)) {
      checking.clear();
      show(next, null);
      return;
    }
    ImportPlan plan = plan();
    checking.read(
        control -> found(() -> service.check(plan, control)),
        found -> {
          show(next, found.value());
          problem.set(texts.sentence(found.problem()));
        });
  }

  private void show(ImportState now, ImportCheck found) {
    checked = found;
    check.set(found == null ? null : CheckView.of(found, now, rules(), timeWords.of(look, found)));
  }

  /** Looks at a file of items, to add titles and categories. */
  public void items(Path file) {
    lookingAtItems.read(
        control -> found(() -> service.look(file, FileForm.GUESS)),
        found -> {
          if (found.value() == null) {
            errors.set(Map.of(ImportField.ITEMS, texts.sentence(found.problem())));
          } else {
            itemHeaders.set(FileView.of(found.value()).headers());
            change(before -> before.withItems(Optional.of(guess(found.value()))));
          }
        });
  }

  private static EntityFile guess(FileLook found) {
    MappingGuess guess = found.guess();
    String first = guess.columns().getFirst().header();
    return new EntityFile(
        found.file(),
        column(guess, ColumnRole.ITEM).orElse(first),
        column(guess, ColumnRole.TITLE),
        column(guess, ColumnRole.CATEGORY));
  }

  private static Optional<String> column(MappingGuess guess, ColumnRole role) {
    return Optional.ofNullable(guess.mapping().columns().get(role));
  }

  private void tellUndo() {
    canUndo.set(undo != null && undo.canUndoProperty().get());
    canRedo.set(undo != null && undo.canRedoProperty().get());
  }

  public void undo() {
    if (undo != null) {
      undo.undo();
    }
  }

  public void redo() {
    if (undo != null) {
      undo.redo();
    }
  }

  /** Starts the import and closes the form; does nothing while something is wrong with it. */
  public void start() {
    if (state.get() != null && errors.get().isEmpty() && problem.get().isEmpty()) {
      ImportPlan plan = plan();
      cancel();
      importer.accept(plan);
    }
  }

  /** Writes the choices as a mapping file for {@code aisle import}. */
  public void save(Path file) {
    ImportPlan plan = plan();
    MappingFile mapping =
        new MappingFile(
            checked == null ? plan.mapping() : checked.guess().mapping(),
            List.of(),
            plan.items(),
            plan.users(),
            plan.judgements(),
            plan.licence());
    var unused =
        background.read(
            texts.of("data.job.mapping"),
            control -> Files.writeString(file, MappingWriter.write(mapping)),
            path -> notices.done(texts.of("import.saved", path)));
  }

  /** Closes the form; nothing was imported. */
  public void cancel() {
    looking.clear();
    checking.clear();
    lookingAtItems.clear();
    undo = null;
    tellUndo();
    files.set(List.of());
    look = null;
    checked = null;
    file.set(null);
    itemHeaders.set(List.of());
    state.set(null);
    check.set(null);
    errors.set(Map.of());
    problem.set("");
    step.set(Step.FILE);
  }

  private ImportPlan plan() {
    return state.get().plan(files.get(), rules());
  }

  /** Rules that come with the format of the file. */
  List<ImportRule> rules() {
    return look == null ? List.of() : look.guess().mapping().rules().orElse(List.of());
  }

  List<String> headers() {
    return file.get().headers();
  }

  /** The files that are looked at; empty when the form is closed. */
  public ReadOnlyObjectProperty<List<Path>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** The first file; null until it was read, or when it cannot be. */
  ReadOnlyObjectProperty<FileView> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** The columns of the item file; empty when there is none. */
  public ReadOnlyObjectProperty<List<String>> itemHeadersProperty() {
    return itemHeaders.getReadOnlyProperty();
  }

  /** What is chosen; null until the file was read. */
  ReadOnlyObjectProperty<ImportState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What an import would do with the first rows; null while the choices are wrong. */
  ReadOnlyObjectProperty<CheckView> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** What is wrong with single choices. */
  ReadOnlyObjectProperty<Map<ImportField, String>> errorsProperty() {
    return errors.getReadOnlyProperty();
  }

  /** Why the file cannot be read or imported as it is; empty when it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.busyProperty();
  }

  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.busyProperty();
  }

  public ObjectProperty<Step> stepProperty() {
    return step;
  }
}
