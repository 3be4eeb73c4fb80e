package io.aisle.ui.start;

import io.aisle.core.dataset.Sample;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.core.start.Finding;
import io.aisle.core.start.FirstLook;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

/**
 * One click on a sample: it is imported, looked through, three baselines are trained, compared, and
 * a user is opened. Lives as long as the program, whatever language the window speaks; holds no
 * words. FX thread only.
 */
public final class FirstMinuteViewModel {
  /** An import holds dictionaries and one chunk in memory. */
  private static final JobNeeds IMPORT = new JobNeeds(1, 512);

  private final FirstLook look;
  private final Background background;
  private final Changes changes;
  private final ReadOnlyObjectWrapper<Minute> minute = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty follow = new SimpleBooleanProperty(true);
  private final List<Job<?>> jobs = new ArrayList<>();
  private List<TrainingJob> trainings = List.of();
  private Consumer<Place> guide = place -> {};
  private Subscription viewer = Subscription.EMPTY;
  private Texts texts;
  private int turn;

  public FirstMinuteViewModel(FirstLook look, Background background, Changes changes) {
    this.look = look;
    this.background = background;
    this.changes = changes;
  }

  /**
   * Serves a window; the one before is forgotten.
   *
   * @param navigator takes it to places
   * @param view is told of every state, and of that now
   */
  void serve(Consumer<Place> navigator, Consumer<Minute> view) {
    guide = navigator;
    viewer.unsubscribe();
    viewer = minute.subscribe(view);
  }

  /**
   * Begins with a sample; one that goes on is cancelled.
   *
   * @param spoken for the titles of jobs and runs
   */
  void begin(Sample sample, Texts spoken) {
    cancel();
    turn++;
    texts = spoken;
    jobs.clear();
    trainings = List.of();
    minute.set(Minute.of(sample, System.nanoTime()));
    run(
        Step.IMPORT,
        texts.of("data.job.import", sample.facts().title().in(texts.locale())),
        IMPORT,
        control -> look.bring(sample, control),
        this::imported);
  }

  /** Runs a step as a job; what it finds goes into the state before {@code then} is called. */
  private <F extends Finding> void run(
      Step step, String title, JobNeeds needs, JobWork<F> work, Consumer<F> then) {
    int mine = turn;
    set(state(step).now(StepState.Status.RUNNING));
    jobs.add(
        background.start(
            title,
            needs,
            work,
            outcome -> {
              if (mine == turn && minute.get().running()) {
                ended(step, outcome, then);
              }
            }));
  }

  private <F extends Finding> void ended(Step step, JobOutcome<F> outcome, Consumer<F> then) {
    switch (outcome) {
      case JobOutcome.Done<F>(F found) -> {
        set(state(step).done(found));
        then.accept(found);
      }
      case JobOutcome.Failed<F> failed -> fail(step, failed.sentence());
      case JobOutcome.Cancelled<F> _ -> cancel();
    }
  }

  private void imported(Finding.Imported found) {
    changes.datasets();
    DatasetVersion version = found.version();
    goAlong(new Place.OfDataset(version.dataset(), version.version()));
    List<ModelKind> models = minute.get().sample().facts().models();
    run(
        Step.QUALITY,
        texts.of("start.job.quality", version.dataset()),
        JobNeeds.LIGHT,
        control ->
            version.trainable() ? look.quality(version, control) : look.catalogue(version, control),
        quality -> {});
    if (!models.isEmpty()) {
      train(version.dataset(), models);
    }
  }

  private void train(String dataset, List<ModelKind> models) {
    int mine = turn;
    Texts spoken = texts;
    set(state(Step.TRAIN).now(StepState.Status.RUNNING));
    jobs.add(
        background.start(
            texts.of("start.job.train"),
            JobNeeds.LIGHT,
            control -> look.train(dataset, models, kind -> spoken.of("model." + kind.id())),
            outcome -> {
              if (outcome instanceof JobOutcome.Done<List<TrainingJob>>(List<TrainingJob> begun)) {
                begun(begun, mine);
              } else if (mine == turn) {
                fail(Step.TRAIN, sentence(outcome));
              }
            }));
  }

  private void begun(List<TrainingJob> begun, int mine) {
    if (mine != turn || !minute.get().running()) {
      begun.forEach(training -> training.job().cancel());
      return;
    }
    trainings = begun;
    for (TrainingJob training : begun) {
      jobs.add(training.job());
      background.follow(training.job(), outcome -> trained(mine));
    }
  }

  private void trained(int mine) {
    changes.runs();
    if (mine != turn || !minute.get().running()) {
      return;
    }
    if (trainings.stream().anyMatch(training -> training.job().outcome().isEmpty())) {
      return;
    }
    List<RunFolder> runs =
        trainings.stream()
            .filter(training -> training.job().outcome().orElseThrow() instanceof JobOutcome.Done)
            .map(TrainingJob::folder)
            .toList();
    if (runs.isEmpty()) {
      fail(Step.TRAIN, sentence(trainings.getFirst().job().outcome().orElseThrow()));
      return;
    }
    run(
        Step.TRAIN,
        texts.of("start.job.scores"),
        JobNeeds.LIGHT,
        control -> new Finding.Trained(runs.stream().map(FirstLook::score).toList()),
        this::compare);
  }

  private void compare(Finding.Trained trained) {
    List<Path> runs = trained.scores().stream().map(Finding.Score::run).toList();
    run(
        Step.COMPARE,
        texts.of("compare.job"),
        JobNeeds.LIGHT,
        control -> look.compare(runs),
        this::open);
  }

  private void open(Finding.Compared compared) {
    goAlong(new Place.OfRuns(compared.runs()));
    run(
        Step.USER,
        texts.of("start.job.user"),
        JobNeeds.LIGHT,
        control -> look.open(compared.runs(), control),
        found -> goAlong(new Place.OfUser(found.user(), found.runs())));
  }

  private static String sentence(JobOutcome<?> outcome) {
    return outcome instanceof JobOutcome.Failed<?> failed ? failed.sentence() : "";
  }

  /** A step that failed calls off those that need it; the look at the data is needed by none. */
  private void fail(Step step, String sentence) {
    set(state(step).failed(sentence));
    if (step != Step.QUALITY) {
      cancel();
    }
  }

  private StepState state(Step step) {
    return minute.get().step(step).orElseThrow();
  }

  private void set(StepState state) {
    minute.set(minute.get().with(state, System.nanoTime()));
  }

  private void goAlong(Place place) {
    if (follow.get()) {
      guide.accept(place);
    }
  }

  /** Calls off what has not ended. */
  void cancel() {
    if (minute.get() != null && minute.get().running()) {
      jobs.forEach(Job::cancel);
      minute.set(minute.get().stopped(System.nanoTime()));
    }
  }

  /** Puts the guide away. */
  void close() {
    cancel();
    turn++;
    minute.set(null);
  }

  /** Goes to where a step can be looked at. */
  void show(Step step) {
    place(step).ifPresent(guide);
  }

  private Optional<Place> place(Step step) {
    Minute now = minute.get();
    return switch (step) {
      case IMPORT, QUALITY ->
          now.found(Finding.Imported.class)
              .map(f -> new Place.OfDataset(f.version().dataset(), f.version().version()));
      case TRAIN -> Optional.of(new Place.OfScreen(Screen.TRAIN));
      case COMPARE -> now.found(Finding.Compared.class).map(f -> new Place.OfRuns(f.runs()));
      case USER -> now.found(Finding.Opened.class).map(f -> new Place.OfUser(f.user(), f.runs()));
    };
  }

  /** Goes to the Train screen with the sample chosen. */
  void trainMore() {
    minute
        .get()
        .found(Finding.Imported.class)
        .map(Finding.Imported::version)
        .ifPresent(v -> guide.accept(new Place.OfTraining(v.dataset(), v.version())));
  }

  /** The trainings of this minute, as they stand. */
  List<TrainingJob> trainings() {
    return trainings;
  }

  /** How far the import is; NONE before and after it. */
  Progress importing() {
    boolean runs = minute.get() != null && state(Step.IMPORT).status() == StepState.Status.RUNNING;
    return runs && !jobs.isEmpty() ? jobs.getFirst().progress() : Progress.NONE;
  }

  /** Null when none was begun, or it was put away. */
  ReadOnlyObjectProperty<Minute> minuteProperty() {
    return minute.getReadOnlyProperty();
  }

  /** Whether the window goes along from step to step. */
  BooleanProperty followProperty() {
    return follow;
  }
}
