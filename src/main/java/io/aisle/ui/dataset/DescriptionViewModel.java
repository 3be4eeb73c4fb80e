package io.aisle.ui.dataset;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.AppendedColumns;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.DescribedFile;
import io.aisle.core.dataset.DescribedFiles;
import io.aisle.core.dataset.Description;
import io.aisle.core.dataset.ImportFaults;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.Joining;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Files without events: what they are, to which data sets they can be added, and whether one can
 * begin with them. FX thread only.
 */
public final class DescriptionViewModel {
  /** Share of the ids from which chance is no explanation: short numbers are ids everywhere. */
  private static final double LIKELY = 0.5;

  private final DatasetService service;
  private final ImportViewModel form;
  private final Consumer<ImportPlan> importer;
  private final BiConsumer<AppendPlan, DatasetVersion> appender;
  private final BiConsumer<MappingFile, Path> writer;
  private final Texts texts;
  private final Slot<Found<List<Joining>>> joining;
  private final ReadOnlyObjectWrapper<List<DescribedLine>> files =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<PersonalColumn>> personal =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<JoinLine>> joins =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<JoinLine> chosen = new SimpleObjectProperty<>();
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
  private final Treatments treatments = new Treatments();
  private final Slot<Found<AppendedColumns>> treating;

  /**
   * @param importer receives the plan of a data set that begins
   * @param appender receives what is added to a version
   * @param writer writes mapping files
   */
  public DescriptionViewModel(
      DatasetService service,
      ImportViewModel form,
      Background background,
      Consumer<ImportPlan> importer,
      BiConsumer<AppendPlan, DatasetVersion> appender,
      BiConsumer<MappingFile, Path> writer,
      Texts texts) {
    this.service = service;
    this.form = form;
    this.importer = importer;
    this.appender = appender;
    this.writer = writer;
    this.texts = texts;
    this.joining = background.slot(texts.of("describe.job"));
    this.treating = background.slot(texts.of("data.job.guess"));
    form.files().describedProperty().subscribe(this::begin);
    chosen.subscribe(this::follow);
    name.subscribe(this::check);
  }

  private void begin(DescribedFiles found) {
    joining.clear();
    joins.set(List.of());
    chosen.set(null);
    problem.set("");
    treatments.clear();
    alone.set(found != null && found.description().begins());
    if (found == null) {
      files.set(List.of());
      personal.set(List.of());
      return;
    }
    files.set(found.files().stream().map(this::line).toList());
    personal.set(found.personal());
    name.set(form.files().name());
    sentence.set(
        texts.of(
            "describe.sentence",
            found.files().stream()
                .map(file -> texts.word("describe.what.", file.kind().name()))
                .distinct()
                .collect(Collectors.joining(texts.of("list.comma")))));
    joining.read(
        control -> Found.of(() -> service.joins().of(found.description(), control)),
        read ->
            read.give(
                list -> {
                  joins.set(list.stream().map(this::line).toList());
                  chosen.set(isLikely(list) ? joins.get().getFirst() : null);
                },
                wrong -> problem.set(texts.sentence(wrong))));
  }

  /** Whether the first is no chance, and better than every other data set. */
  private static boolean isLikely(List<Joining> found) {
    if (found.isEmpty() || found.getFirst().share() < LIKELY) {
      return false;
    }
    Joining first = found.getFirst();
    return found.stream()
        .filter(each -> each.share() == first.share())
        .allMatch(each -> each.version().dataset().equals(first.version().dataset()));
  }

  private DescribedLine line(DescribedFile file) {
    String called = file.file().getFileName().toString();
    return new DescribedLine(
        called,
        texts.of("describe.file", called, texts.word("describe.what.", file.kind().name())),
        texts.of("describe.columns", String.join(" · ", file.columns())),
        file.header(),
        file.rows());
  }

  private JoinLine line(Joining joining) {
    return new JoinLine(
        joining.version(),
        texts.of("describe.version", joining.version().dataset(), joining.version().version()),
        count(joining));
  }

  private String count(Joining joining) {
    if (joining.asked() == 0) {
      return texts.of("describe.joins.free");
    }
    return joining.known() == 0
        ? texts.of("describe.joins.new", joining.asked())
        : texts.of("describe.joins.count", joining.known(), joining.asked());
  }

  private void check() {
    String stripped = name.get().strip();
    nameError.set(
        stripped.isEmpty()
            ? texts.of("import.error.name")
            : texts.sentence(ImportFaults.name(stripped)));
  }

  /** What is to be stored of a column. */
  void treat(String column, Treatment treatment) {
    treatments.choose(column, treatment);
  }

  /** What a version has of the columns is chosen with it. */
  private void follow(JoinLine to) {
    treating.clear();
    treatments.leave();
    if (to != null && !personal.get().isEmpty()) {
      AppendPlan plan = AppendPlan.of(to.version().id(), described());
      treating.read(
          control -> Found.of(() -> service.personal(plan)),
          // what cannot be read is told by the job that appends
          found -> found.give(treatments::begin, sentence -> treatments.leave()));
    }
  }

  private Description described() {
    return form.files().describedProperty().get().description();
  }

  private Description said() {
    return described().withPrivacy(treatments.privacyProperty().get());
  }

  /** Adds the files to the version that is chosen; does nothing when none is. */
  void append() {
    JoinLine to = chosen.get();
    if (to != null) {
      AppendPlan plan = AppendPlan.of(to.version().id(), said());
      form.cancel();
      appender.accept(plan, to.version());
    }
  }

  /** Imports the files by themselves; does nothing when that cannot be. */
  void importAlone() {
    if (alone.get() && nameError.get().isEmpty()) {
      ImportPlan plan = said().plan(name.get().strip());
      form.cancel();
      importer.accept(plan);
    }
  }

  /** Writes what the files say, and what is to be stored of them, as a mapping file. */
  void save(Path target) {
    ImportPlan plan = said().plan("");
    writer.accept(plan.said(plan.mapping()), target);
  }

  /** Sets the files up as events all the same. */
  void takeAsEvents() {
    form.takeAsEvents();
  }

  /** The files; none when they hold events, or none are chosen. */
  ReadOnlyObjectProperty<List<DescribedLine>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** The columns of the files that look personal. */
  ReadOnlyObjectProperty<List<PersonalColumn>> personalProperty() {
    return personal.getReadOnlyProperty();
  }

  /** What is to be stored of them. */
  ReadOnlyObjectProperty<Map<String, Treatment>> privacyProperty() {
    return treatments.privacyProperty();
  }

  /** Whether a data set of their own can begin with the files. */
  ReadOnlyBooleanProperty aloneProperty() {
    return alone.getReadOnlyProperty();
  }

  /** What the files are, in a sentence. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** The versions that the files can be added to, the best first. */
  ReadOnlyObjectProperty<List<JoinLine>> joinsProperty() {
    return joins.getReadOnlyProperty();
  }

  /** Whether the ids are being counted. */
  ReadOnlyBooleanProperty countingProperty() {
    return joining.busyProperty();
  }

  /** Why nothing could be counted; empty when it could. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The version to add the files to; null when there is none. */
  ObjectProperty<JoinLine> chosenProperty() {
    return chosen;
  }

  /** The name of a data set of their own. */
  StringProperty nameProperty() {
    return name;
  }

  /** What is wrong with that name; empty when nothing is. */
  ReadOnlyStringProperty nameErrorProperty() {
    return nameError.getReadOnlyProperty();
  }
}
