package io.aisle.ui.dataset;

import io.aisle.core.dataset.Beside;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.ImportCheck;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

  private final DatasetService service;
  private final Consumer<ImportPlan> importer;
  private final Texts texts;
  private final TimeWords timeWords;
  private final ImportErrors validation;
  private final Slot<Found<FileLook>> looking;
  private final Slot<Found<ImportCheck>> checking;
  private final ChosenFiles files;
  private final ItemsLook items;
  private final PersonalLook personal;
  private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<FileView> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CheckView> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<ImportField, String>> errors =
      new ReadOnlyObjectWrapper<>(Map.of());
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
      Consumer<ImportPlan> importer,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.importer = importer;
    this.texts = texts;
    this.timeWords = new TimeWords(texts, numbers);
    this.validation = new ImportErrors(texts);
    this.looking = background.slot(texts.of("data.job.guess"));
    this.checking = background.slot(texts.of("data.job.check"));
    this.files = new ChosenFiles(service, background, texts);
    this.items = new ItemsLook(service, background, texts);
    this.personal = new PersonalLook(background, texts);
  }

  /** Begins with files and folders. */
  public void open(List<Path> chosen) {
    cancel();
    files.choose(chosen, this::begin, sentence -> problem.set(texts.sentence(sentence)));
  }

  private void begin(Optional<Path> described) {
    look(
        FileForm.GUESS,
        found -> {
          found.items().ifPresent(beside -> items.beside(beside.header()));
          ImportState first = ImportState.of(found).withName(files.name());
          undo = new Undo<>(first, this::show);
          apply(undo, first);
          described.filter(file -> found.items().isEmpty()).ifPresent(this::items);
        });
  }

  private void look(FileForm form, Consumer<FileLook> then) {
    Path first = files.filesProperty().get().getFirst();
    looking.read(
        control -> Found.of(() -> service.look(first, form)),
        found -> {
          if (found.value() != null) {
            problem.set("");
            look = found.value();
            file.set(FileView.of(look));
            personal.events(look.guess().personal());
            then.accept(found.value());
          } else if (look == null) {
            problem.set(texts.sentence(found.problem()));
          } else {
            errors.set(Map.of(ImportField.DELIMITER, texts.sentence(found.problem())));
          }
        });
  }

  /**
   * Another delimiter, quote or encoding: the columns are other ones, and their roles are guessed
   * anew.
   */
  void form(UnaryOperator<FileForm> edit) {
    look(edit.apply(look.form()).withHeader(List.of()), found -> change(state -> fresh(found)));
  }

  /** What another look at the file suggests; what does not come from its columns stays. */
  private ImportState fresh(FileLook found) {
    ImportState before = state.get();
    return ImportState.of(found)
        .withName(before.name())
        .withItems(before.items())
        .withPrivacy(before.privacy())
        .withNamed(before.named());
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
    personal.look(next.items(), beside(next));
    if (errors.get().keySet().stream().anyMatch(field -> field != ImportField.NAME)) {
      checking.clear();
      show(next, null);
      return;
    }
    ImportPlan plan = plan();
    checking.read(
        control -> Found.of(() -> service.check(plan, control)),
        found -> {
          show(next, found.value());
          problem.set(texts.sentence(found.problem()));
        });
  }

  private void show(ImportState now, ImportCheck found) {
    checked = found;
    check.set(found == null ? null : CheckView.of(found, now, timeWords.of(look, found)));
  }

  /** Looks at a file of items, to add titles and categories. */
  public void items(Path file) {
    items.look(
        file,
        found -> change(before -> before.withItems(Optional.of(found))),
        sentence -> errors.set(Map.of(ImportField.ITEMS, sentence)));
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

  /** What is chosen, as a mapping file says it. */
  MappingFile mapping() {
    ImportPlan plan = plan();
    return plan.said(checked == null ? plan.mapping() : checked.guess().mapping());
  }

  /** Chooses what a mapping says; does nothing when no file is looked at. */
  void use(MappingFile mapping) {
    if (undo == null) {
      return;
    }
    FileForm said = mapping.mapping().form();
    FileForm form =
        file.get().delimited()
            ? said.withoutSheet().or(look.form())
            : said.sheet()
                .filter(look.sheets()::contains)
                .map(look.form()::withSheet)
                .orElse(look.form());
    if (form.equals(look.form())) {
      change(state -> state.withMapping(mapping, headers()));
    } else {
      look(form, found -> change(state -> fresh(found).withMapping(mapping, headers())));
    }
  }

  /** Closes the form; nothing was imported. */
  public void cancel() {
    looking.clear();
    checking.clear();
    items.clear();
    personal.clear();
    undo = null;
    tellUndo();
    files.clear();
    look = null;
    checked = null;
    file.set(null);
    state.set(null);
    check.set(null);
    errors.set(Map.of());
    problem.set("");
    step.set(Step.FILE);
  }

  private ImportPlan plan() {
    ImportState chosen = state.get().withPrivacy(personal.there(state.get().privacy()));
    Beside beside = beside(chosen);
    return chosen
        .plan(files.filesProperty().get())
        .with(chosen.items().isPresent() ? beside : beside.withoutGrades());
  }

  /** Formats of times to choose among; those that read the sample best first. */
  List<String> timeFormats() {
    return TimeWords.formats(Optional.ofNullable(look));
  }

  List<String> headers() {
    return file.get().headers();
  }

  /** The files that are looked at; empty when the form is closed. */
  public ReadOnlyObjectProperty<List<Path>> filesProperty() {
    return files.filesProperty();
  }

  /** The files of users, grades and whatever else is read beside the events and items. */
  List<Path> beside() {
    return look == null || state.get() == null ? List.of() : beside(state.get()).files();
  }

  /**
   * What was chosen with the events comes first, then what a mapping names, then what was found.
   */
  private Beside beside(ImportState chosen) {
    return files.beside().or(chosen.named().beside()).or(look.beside());
  }

  /** What was chosen, sorted. */
  ChosenFiles files() {
    return files;
  }

  /** Sets files up as events that were taken for something else. */
  void takeAsEvents() {
    files.takeAsEvents();
    begin(Optional.empty());
  }

  /** The columns that look personal, in all files of the import. */
  ReadOnlyObjectProperty<List<PersonalColumn>> personalProperty() {
    return personal.foundProperty();
  }

  /** The first file; null until it was read, or when it cannot be. */
  ReadOnlyObjectProperty<FileView> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** The columns of the item file; empty when there is none. */
  public ReadOnlyObjectProperty<List<String>> itemHeadersProperty() {
    return items.headersProperty();
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
