package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.cleaning.StepsReader;
import io.aisle.core.lineage.LineageService;
import io.aisle.core.report.ShellWord;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The versions of a data set: where each comes from, what depends on it, what people noted, and how
 * two of them differ. FX thread only.
 */
public final class VersionsViewModel {
  private static final int NAMED = 5;

  private final DatasetService service;
  private final LineageService lineages;
  private final DataViewModel data;
  private final Consumer<List<CleaningStep>> reopen;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Numbers numbers;
  private final CompareVersionsViewModel comparison;
  private final AppendViewModel appending;
  private final Slot<Found<VersionFacts>> reading;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LineageNodes.Drawn> drawn =
      new ReadOnlyObjectWrapper<>(LineageNodes.Drawn.NONE);
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
  private final StringProperty licence = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private String steps = "";
  private final StringProperty keptLicence = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<DatasetVersion>> cleaned =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty keptNote = new SimpleStringProperty("");

  /**
   * @param reopen opens steps on the version that is selected
   */
  public VersionsViewModel(
      DatasetService service,
      LineageService lineages,
      DataViewModel data,
      Consumer<List<CleaningStep>> reopen,
      Background background,
      Notices notices,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.lineages = lineages;
    this.data = data;
    this.reopen = reopen;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.numbers = numbers;
    this.comparison = new CompareVersionsViewModel(service, background, texts, numbers);
    this.appending = new AppendViewModel(service, data::append, background, texts);
    this.reading = background.slot(texts.of("versions.job.read"));
    shown.subscribe(this::read);
    shown.subscribe(appending::cancel);
  }

  /** Another version is looked at. */
  public void show(DatasetVersion now) {
    version.set(now);
    appending.cancel();
    if (!shows(now)) {
      shown.set(false);
    }
    read();
  }

  /** Whether there is something to show of a version. */
  public static boolean shows(DatasetVersion version) {
    return version != null && version.state() == DatasetVersion.State.COMPLETE;
  }

  /** Where the drawing of the versions comes from; empty when none is shown. */
  Optional<ViewOrigin> origin() {
    return Optional.ofNullable(version.get())
        .map(
            of ->
                ViewOrigin.ofData(
                    of.dataset(),
                    List.of(of),
                    List.of("aisle versions " + ShellWord.quoted(of.dataset()))));
  }

  private void read() {
    DatasetVersion of = version.get();
    if (of == null || !shown.get()) {
      reading.clear();
      return;
    }
    reading.read(
        control -> Found.of(() -> VersionFacts.read(of, service, lineages)),
        found ->
            found.give(
                this::show,
                sentence -> {
                  drawn.set(LineageNodes.Drawn.NONE);
                  facts.set(texts.sentence(sentence));
                }));
  }

  private void show(VersionFacts read) {
    DatasetVersion of = read.shown();
    VersionOrigin origin = read.origins().get(of.id());
    drawn.set(new LineageNodes(texts).of(read));
    facts.set(
        texts.of(
            "versions.made." + origin.making().name(),
            numbers.time(of.imported()),
            origin.parent(),
            origin.effects().size(),
            of.source()));
    keptLicence.set(of.licence());
    keptNote.set(origin.note());
    licence.set(of.licence());
    note.set(origin.note());
    Optional<DatasetVersion> parent = read.parent(of);
    steps = origin.steps();
    cleaned.set(parent.filter(each -> origin.making() == Making.CLEANING));
    DatasetVersion other =
        parent
            .or(() -> read.childrenOf(of).stream().findFirst())
            .or(() -> read.versions().stream().filter(each -> each.id() != of.id()).findFirst())
            .orElse(null);
    boolean later = other != null && parent.isEmpty() && other.version() > of.version();
    comparison.offer(read.versions(), later ? of : other, later ? other : of);
  }

  /** The box of a version was chosen. */
  void choose(int box) {
    DatasetVersion chosen = drawn.get().versions().get(box);
    if (chosen != null) {
      data.selectedProperty().set(chosen);
    }
  }

  /** Opens the steps by which the version was made, on the version that was cleaned. */
  void again() {
    List<CleaningStep> made = StepsReader.parse(steps, Path.of(version.get().dataset()));
    data.selectedProperty().set(cleaned.get().orElseThrow());
    reopen.accept(made);
  }

  /** Keeps licence and note. */
  void save() {
    DatasetVersion of = version.get();
    String text = note.get();
    String terms = licence.get();
    var unused =
        background.read(
            texts.of("versions.job.save"),
            control -> {
              service.note(of.id(), text);
              service.licence(of.id(), terms);
              return of;
            },
            done -> {
              notices.done(texts.of("versions.saved", of.dataset(), of.version()));
              data.made(of);
            });
  }

  /** Takes back what was not kept. */
  void revert() {
    licence.set(keptLicence.get());
    note.set(keptNote.get());
  }

  /** Imports files on top of the version, as a further one. */
  void append(List<Path> files) {
    appending.choose(version.get(), files);
  }

  /** Files that were chosen to be appended. */
  public AppendViewModel appending() {
    return appending;
  }

  /** Tells what would lose its source when a version is removed; "" when nothing. */
  void dependents(DatasetVersion of, Consumer<String> then) {
    var unused =
        background.read(
            texts.of("versions.job.read"),
            control -> Found.of(() -> lineages.of(of.id())),
            found ->
                found.give(
                    lineage ->
                        then.accept(
                            lineage.hasDependents()
                                ? texts.of(
                                    "versions.depends",
                                    names(
                                        lineage.descendants().stream()
                                            .map(comparison::name)
                                            .toList()),
                                    names(
                                        lineage.runs().stream()
                                            .map(run -> run.record().name())
                                            .toList()))
                                : ""),
                    sentence -> then.accept("")));
  }

  private String names(List<String> all) {
    if (all.isEmpty()) {
      return texts.of("versions.none");
    }
    String some = String.join(texts.of("list.comma"), all.subList(0, Math.min(NAMED, all.size())));
    return all.size() > NAMED ? texts.of("versions.more", some, all.size() - NAMED) : some;
  }

  /** The version that was cleaned into this one; empty when it is gone, or there was none. */
  ReadOnlyObjectProperty<Optional<DatasetVersion>> cleanedProperty() {
    return cleaned.getReadOnlyProperty();
  }

  public CompareVersionsViewModel comparison() {
    return comparison;
  }

  /** Whether the panel lies over the version. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The version that is looked at; null when there is none. */
  public ReadOnlyObjectProperty<DatasetVersion> versionProperty() {
    return version.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<LineageNodes.Drawn> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** How the version was made, in words. */
  public ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  public StringProperty licenceProperty() {
    return licence;
  }

  public StringProperty noteProperty() {
    return note;
  }

  /** Whether licence or note are not as they were kept. */
  public BooleanBinding edited() {
    return Bindings.createBooleanBinding(
        () ->
            !licence.get().strip().equals(keptLicence.get())
                || !note.get().strip().equals(keptNote.get()),
        licence,
        note,
        keptLicence,
        keptNote);
  }
}
