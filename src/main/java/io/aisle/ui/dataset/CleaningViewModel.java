package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.cleaning.CleaningPreview;
import io.aisle.core.dataset.cleaning.CleaningSummary;
import io.aisle.core.dataset.cleaning.StepsReader;
import io.aisle.core.dataset.cleaning.StepsWriter;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.report.ShellWord;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import io.aisle.ui.form.FormList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Steps that clean a version: a list that is edited with undo, what each step would do, and the new
 * version that comes of them. FX thread only.
 */
public final class CleaningViewModel {
  /** Looks without an edit after which it has come to rest. */
  private static final int QUIET = 4;

  private static final FormList.Draft<CleaningStep> NONE = new FormList.Draft<>(List.of());

  /** The events of a version and what the steps replace are held in memory. */
  private static final JobNeeds CLEANING = new JobNeeds(1, 768);

  private final DatasetService service;
  private final Background background;
  private final Notices notices;
  private final Consumer<DatasetVersion> made;
  private final Texts texts;
  private final Slot<Found<CleaningPreview>> previewing;
  private final FormList<CleaningStep> steps;

  /** Steps that were listed for a version and not applied, by its id; as long as the window. */
  private final Map<Long, FormList.Draft<CleaningStep>> left = new HashMap<>();

  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper("");
  private final ObservableList<StepLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private List<CleaningStep> previewed = List.of();
  private int quiet;

  /**
   * @param made receives the version that was made
   */
  public CleaningViewModel(
      DatasetService service,
      Background background,
      Notices notices,
      Consumer<DatasetVersion> made,
      Texts texts) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.made = made;
    this.texts = texts;
    this.previewing = background.slot(texts.of("cleaning.job.preview"));
    this.steps =
        new FormList<>(StepKinds.all(), CleaningStep::id, StepKinds::prepare, texts, this::touched);
    shown.subscribe(this::touched);
  }

  /** Another version is looked at; its steps are those that were listed when it was left. */
  public void show(DatasetVersion now) {
    DatasetVersion before = version.get();
    boolean same = now != null && before != null && now.id() == before.id();
    version.set(now);
    if (!same) {
      if (before != null) {
        left.put(before.id(), steps.draft());
      }
      previewing.clear();
      basis.set("");
      lines.clear();
      problem.set("");
      FormList.Draft<CleaningStep> listed = now == null ? null : left.remove(now.id());
      steps.begin(listed == null ? NONE : listed);
    }
    if (!cleans(now)) {
      shown.set(false);
    }
  }

  /** Whether there is something to clean. */
  public static boolean cleans(DatasetVersion version) {
    return version != null && version.trainable();
  }

  /** Adds a step of a kind. */
  void add(String id) {
    steps.add(StepKinds.begin(id, version.get()));
  }

  /** Opens the steps with one more, which treats a finding. */
  void treat(CleaningStep step) {
    shown.set(true);
    steps.add(step);
  }

  /** Opens the steps by which another version was made, to change them. */
  public void reopen(List<CleaningStep> made) {
    shown.set(true);
    steps.replace(made);
  }

  /** Takes the steps of a file in the place of those that are there. */
  void load(Path file) {
    var unused =
        background.read(
            texts.of("cleaning.job.file"),
            control -> StepsReader.readFile(file),
            read -> {
              steps.replace(read);
              touched();
            });
  }

  /**
   * Writes the steps that count as a file for {@code aisle clean}; says what is wrong with them.
   */
  void save(Path file) {
    problem.set("");
    wanted()
        .ifPresent(
            wanted -> {
              var unused =
                  background.read(
                      texts.of("cleaning.job.file"),
                      control -> Files.writeString(file, StepsWriter.write(wanted)),
                      path -> notices.done(texts.of("cleaning.saved", path)));
            });
  }

  private void touched() {
    quiet = QUIET;
  }

  /** Looks whether an edit has come to rest, and then at what it does; called by the sampler. */
  public void look() {
    if (quiet > 0 && --quiet == 0 && shown.get() && cleans(version.get())) {
      steps.rest();
      preview();
    }
  }

  /** Where the preview comes from, with the steps as a file; empty while there is none. */
  Optional<ViewOrigin> origin() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    DatasetVersion of = version.get();
    return Optional.of(
        ViewOrigin.ofData(
            basis.get(),
            List.of(of),
            List.of(
                "cat > steps.yaml <<'END'\n" + StepsWriter.write(previewed).strip() + "\nEND",
                "aisle clean %s --steps steps.yaml --preview"
                    .formatted(ShellWord.quoted(ViewOrigin.named(of))))));
  }

  private void preview() {
    problem.set("");
    Optional<List<CleaningStep>> wanted = wanted();
    if (wanted.isEmpty()) {
      previewing.clear();
      return;
    }
    DatasetVersion of = version.get();
    previewing.read(
        control -> Found.of(() -> service.cleaning().preview(of.id(), wanted.get(), control)),
        found ->
            found.give(
                done -> show(of, done, wanted.get()),
                sentence -> problem.set(texts.sentence(sentence))));
  }

  private void show(DatasetVersion of, CleaningPreview done, List<CleaningStep> by) {
    previewed = by;
    basis.set(
        done.whole()
            ? texts.of("cleaning.basis.whole")
            : texts.of("cleaning.basis.sample", done.sampledEvents(), done.sampledUsers())
                + (by.stream().anyMatch(CleaningStep.Core.class::isInstance)
                    ? texts.of("cleaning.basis.core")
                    : ""));
    lines.setAll(StepLine.of(new DataSize(of.events(), of.users(), of.items()), done));
  }

  private Optional<List<CleaningStep>> wanted() {
    return steps.value((step, form) -> step, problem::set);
  }

  /** Makes the new version in the background, or says what is wrong. */
  void apply() {
    problem.set("");
    Optional<List<CleaningStep>> wanted = wanted();
    if (wanted.isEmpty()) {
      return;
    }
    if (wanted.get().isEmpty()) {
      problem.set(texts.of("cleaning.error.none"));
      return;
    }
    DatasetVersion of = version.get();
    FormList.Draft<CleaningStep> asApplied = steps.draft();
    var unused =
        background.start(
            texts.of("cleaning.job", of.dataset(), of.version()),
            CLEANING,
            control -> service.cleaning().apply(of.id(), wanted.get(), control),
            outcome -> applied(of, asApplied, outcome));
  }

  private void applied(
      DatasetVersion of,
      FormList.Draft<CleaningStep> asApplied,
      JobOutcome<CleaningSummary> outcome) {
    if (outcome instanceof JobOutcome.Done<CleaningSummary> done) {
      // what was changed since is not applied
      boolean open = version.get() != null && version.get().id() == of.id();
      if (open && steps.draft().equals(asApplied)) {
        steps.begin(NONE);
      } else if (!open) {
        left.remove(of.id(), asApplied);
      }
      DatasetVersion now = done.value().version();
      shown.set(false);
      notices.done(
          texts.of(
              "cleaning.done",
              now.dataset(),
              now.version(),
              now.events(),
              done.value().effects().getFirst().before().events()));
      made.accept(now);
    }
  }

  FormList<CleaningStep> steps() {
    return steps;
  }

  /** Whether the panel lies over the version. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The version that is cleaned; null when there is none. */
  public ReadOnlyObjectProperty<DatasetVersion> versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** What the counts were made from, in words; empty until they are there. */
  public ReadOnlyStringProperty basisProperty() {
    return basis.getReadOnlyProperty();
  }

  /** What is left after each step. */
  ObservableList<StepLine> lines() {
    return lines;
  }

  /** What is wrong with the steps; empty when nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return previewing.busyProperty();
  }
}
