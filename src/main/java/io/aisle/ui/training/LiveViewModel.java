package io.aisle.ui.training;

import io.aisle.core.comparison.Palette;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The trainings of this session: cards and curves. It finds those that other parts started, and
 * those that were running before the window was built anew. FX thread only.
 */
public final class LiveViewModel {
  private final TrainingService service;
  private final Background background;
  private final Notices notices;
  private final Changes changes;
  private final Texts texts;
  private final Numbers numbers;
  private final ObservableList<LiveRun> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> loss =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> valid =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper going = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<LiveRun> current = new ReadOnlyObjectWrapper<>();
  private long cleared;
  private long known;
  private int awaited;
  private int trained;

  public LiveViewModel(
      TrainingService service,
      Background background,
      Notices notices,
      Changes changes,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.changes = changes;
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Puts trainings into the queue. */
  public void start(List<Experiment> experiments) {
    startRead(experiments.stream().map(each -> new ReadExperiment(each, List.of())).toList());
  }

  /** As the other, with what is to be said of each in its run. */
  public void startRead(List<ReadExperiment> experiments) {
    beginRound();
    var unused =
        background.read(
            texts.of("train.job.start"),
            control -> experiments.stream().map(service::start).toList(),
            this::follow);
  }

  /** Goes on with interrupted runs from their last checkpoints. */
  void resume(List<RunFolder> folders) {
    beginRound();
    var unused =
        background.read(
            texts.of("train.job.start"),
            control -> folders.stream().map(service::resume).toList(),
            this::follow);
  }

  /** Goes on with a run that was cut off; its card makes room for the one of the new training. */
  void resume(LiveRun run) {
    runs.remove(run);
    resume(List.of(new RunFolder(run.folder())));
  }

  /** A new round of trainings gets an empty chart. */
  private void beginRound() {
    if (going.get() == 0) {
      clear();
    }
  }

  private void follow(List<TrainingJob> trainings) {
    for (TrainingJob training : trainings) {
      awaited++;
      background.follow(training.job(), outcome -> ended(training, outcome));
    }
    look();
    changes.runs();
  }

  private void ended(TrainingJob training, JobOutcome<RunRecord> outcome) {
    awaited--;
    if (outcome instanceof JobOutcome.Done<RunRecord>) {
      trained++;
    }
    if (awaited > 0) {
      return;
    }
    if (trained == 1) {
      notices.done(texts.of("train.done", training.experiment().name()));
    } else if (trained > 1) {
      notices.done(texts.of("train.done.all", trained));
    }
    trained = 0;
  }

  /** Looks at the trainings; called by the sampler. */
  public void look() {
    boolean news = find();
    boolean ended = false;
    int now = 0;
    for (LiveRun run : runs) {
      boolean before = run.stateProperty().get().over();
      news |= run.look();
      boolean over = run.stateProperty().get().over();
      ended |= over && !before;
      now += over ? 0 : 1;
    }
    going.set(now);
    if (news) {
      draw();
    }
    runs.stream()
        .filter(run -> run.stateProperty().get() == LiveRun.State.RUNNING)
        .reduce((before, after) -> after)
        .ifPresent(current::set);
    if (ended) {
      changes.runs();
    }
  }

  private boolean find() {
    long newest = Math.max(cleared, known);
    List<LiveRun> found = new ArrayList<>();
    for (TrainingJob training : service.session()) {
      if (training.job().id() > newest) {
        found.add(new LiveRun(training, texts, numbers));
      }
    }
    found.sort(Comparator.comparingLong(LiveRun::id));
    runs.addAll(found);
    known = found.isEmpty() ? known : found.getLast().id();
    return !found.isEmpty();
  }

  private void draw() {
    loss.set(curves(LiveRun::losses));
    valid.set(curves(LiveRun::valids));
  }

  private List<CurveChart.Curve> curves(Function<LiveRun, double[]> values) {
    List<LiveRun> drawn = runs.stream().filter(LiveRun::drawn).toList();
    int[] colours = Palette.assign(drawn.stream().map(LiveRun::model).toList());
    return IntStream.range(0, drawn.size())
        .mapToObj(
            at ->
                new CurveChart.Curve(
                    drawn.get(at).name(), colours[at], values.apply(drawn.get(at))))
        .toList();
  }

  /**
   * Where the curves come from; empty while one of them still grows, for then nobody could draw
   * them again.
   */
  Optional<ViewOrigin> origin() {
    List<Optional<RunItem>> drawn =
        runs.stream().filter(LiveRun::drawn).map(LiveRun::finished).toList();
    if (drawn.isEmpty() || drawn.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<RunItem> all = drawn.stream().map(Optional::orElseThrow).toList();
    return Optional.of(
        new ViewOrigin(
            "",
            ViewOrigin.sources(all),
            List.of("aisle report %s --out curves.html".formatted(ViewOrigin.folders(all)))));
  }

  /** Takes away the cards and curves of what is over. */
  public void clear() {
    cleared = Math.max(cleared, runs.stream().mapToLong(LiveRun::id).max().orElse(0));
    runs.removeIf(run -> run.stateProperty().get().over());
    draw();
  }

  /** Pauses a run that goes on or waits; lets one go on that is paused. */
  void pauseOrResume(LiveRun run) {
    run.pauseOrResume();
  }

  /** Stops a run; after its first epoch it can be resumed. */
  public void stop(LiveRun run) {
    run.stop();
  }

  /** Stops all that wait or run. */
  public void stopAll() {
    runs.forEach(LiveRun::stop);
  }

  public ObservableList<LiveRun> runs() {
    return runs;
  }

  /** The run that began last of those that are running; the one before while none does. */
  public ReadOnlyObjectProperty<LiveRun> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** How many wait or run. */
  public ReadOnlyIntegerProperty goingProperty() {
    return going.getReadOnlyProperty();
  }

  /** Training loss of the runs that have epochs. */
  public ReadOnlyObjectProperty<List<CurveChart.Curve>> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Monitored validation metric of the same runs. */
  public ReadOnlyObjectProperty<List<CurveChart.Curve>> validProperty() {
    return valid.getReadOnlyProperty();
  }
}
