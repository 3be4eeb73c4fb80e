package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.robustness.Robustness;
import io.aisle.core.robustness.RobustnessService;
import io.aisle.core.robustness.RobustnessSettings;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.Metric;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Sampler;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How far the compared runs move when histories are perturbed. What their folders hold is read when
 * the page is looked at; the rest is measured when asked, in a job of the tray. FX thread only.
 */
public final class RobustnessViewModel {
  /** The worker's heap is counted by whoever starts it; it takes the cores that there are. */
  private static final JobNeeds NEEDS = new JobNeeds(1, 512);

  private final CompareViewModel table;
  private final RobustnessService service;
  private final Background background;
  private final Texts texts;
  private final Numbers numbers;
  private final RobustnessWords words;
  private final Slot<List<Optional<Robustness>>> slot;
  private final ObjectProperty<RobustnessView> view =
      new SimpleObjectProperty<>(RobustnessView.NOISE);
  private final ObjectProperty<RobustnessView.Measure> measure =
      new SimpleObjectProperty<>(RobustnessView.Measure.KEPT);
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> curves =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<GroupTable> shown =
      new ReadOnlyObjectWrapper<>(GroupTable.EMPTY);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private Comparison looked;
  private List<Measured> found = List.of();
  private Job<List<Robustness>> job;
  private boolean failed;

  public RobustnessViewModel(
      CompareViewModel table,
      RobustnessService service,
      Background background,
      Sampler sampler,
      Texts texts,
      Numbers numbers) {
    this.table = table;
    this.service = service;
    this.background = background;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new RobustnessWords(texts, numbers);
    this.slot = background.slot(texts.of("robustness.job.read"));
    table.comparisonProperty().subscribe(this::look);
    table.pageProperty().subscribe(this::look);
    Stream.of(view, measure, table.metricProperty())
        .forEach(each -> each.subscribe((before, now) -> show()));
    sampler.add(this::progress);
  }

  private void look() {
    Comparison now = table.comparisonProperty().get();
    if (now == null || !now.equals(looked)) {
      slot.clear();
      looked = null;
      found = List.of();
      failed = false;
      show();
    }
    if (now != null && looked == null && table.pageProperty().get() == Page.ROBUSTNESS) {
      looked = now;
      read();
    }
  }

  /** The runs that can be asked: they have a model. */
  private List<Comparison.Row> answering() {
    return looked == null
        ? List.of()
        : looked.rows().stream().filter(row -> row.record().answers()).toList();
  }

  private void read() {
    List<RunFolder> folders = answering().stream().map(Comparison.Row::folder).toList();
    slot.read(control -> folders.stream().map(RobustnessService::known).toList(), this::arrived);
    show();
  }

  /** Only what was measured alike stands side by side. */
  private void arrived(List<Optional<Robustness>> known) {
    RobustnessSettings settings = settings(known);
    List<Comparison.Row> rows = answering();
    int[] colours = looked.colours();
    List<Measured> all = new ArrayList<>();
    for (int run = 0; run < rows.size(); run++) {
      Comparison.Row row = rows.get(run);
      int colour = colours[looked.rows().indexOf(row)];
      known
          .get(run)
          .filter(each -> each.settings().equals(settings))
          .ifPresent(each -> all.add(new Measured(table.item(row).name(), colour, each)));
    }
    found = List.copyOf(all);
    show();
  }

  private static RobustnessSettings settings(List<Optional<Robustness>> known) {
    return known.stream()
        .flatMap(Optional::stream)
        .map(Robustness::settings)
        .findFirst()
        .orElse(RobustnessSettings.DEFAULTS);
  }

  /** Measures the runs of the comparison that nothing is known of. */
  public void measure() {
    List<Comparison.Row> rows = answering();
    if (measuring.get() || rows.isEmpty()) {
      return;
    }
    RobustnessSettings settings =
        found.isEmpty() ? RobustnessSettings.DEFAULTS : found.getFirst().found().settings();
    List<RunFolder> folders = rows.stream().map(Comparison.Row::folder).toList();
    failed = false;
    measuring.set(true);
    Job<List<Robustness>> started =
        background.start(
            texts.of("robustness.job"),
            NEEDS,
            control -> service.measure(folders, settings, control),
            this::ended);
    if (measuring.get()) {
      job = started;
      show();
    }
  }

  private void ended(JobOutcome<List<Robustness>> outcome) {
    job = null;
    measuring.set(false);
    failed = outcome instanceof JobOutcome.Failed<List<Robustness>>;
    progress();
    if (looked != null) {
      read(); // what was ready before a failure or a cancellation stands in the folders
    }
  }

  /** Ends the measurement; runs that are done stay. */
  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  private void progress() {
    if (job != null) {
      Progress now = job.progress();
      fraction.set(now.fraction());
      String left =
          now.remaining().known()
              ? texts.of("job.left", numbers.remaining(now.remaining()))
              : texts.word("phase.", now.phase());
      status.set(left);
    } else {
      status.set(found.isEmpty() ? "" : words.made(found));
    }
  }

  private void show() {
    Metric metric = metric();
    curves.set(new RobustnessCurves(view.get(), measure.get(), metric).of(found));
    shown.set(words.table(found, view.get(), metric));
    summary.set(found.isEmpty() ? "" : words.summary(found, view.get(), metric));
    possible.set(found.size() < answering().size());
    nothing.set(
        texts.of(
            looked != null && answering().isEmpty()
                ? "robustness.impossible"
                : failed ? "robustness.failed" : "robustness.none"));
    progress();
  }

  /** The metric of the table where it was measured. */
  private Metric metric() {
    Metric chosen = table.metricProperty().get();
    return Robustness.METRICS.contains(chosen) ? chosen : Robustness.METRICS.getFirst();
  }

  /** What the y axis means. */
  String measureWords() {
    String of = MetricWords.of(texts, metric());
    return switch (view.get()) {
      case TARGET -> texts.of("robustness.axis.TARGET");
      case COLD_ITEMS -> of;
      default -> texts.of("robustness.axis." + measure.get().name(), of);
    };
  }

  public ObjectProperty<RobustnessView> viewProperty() {
    return view;
  }

  public ObjectProperty<RobustnessView.Measure> measureProperty() {
    return measure;
  }

  /** A line for each run that was measured. */
  public ReadOnlyObjectProperty<List<CurveChart.Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** The figures of the view in words; without rows until something was measured. */
  public ReadOnlyObjectProperty<GroupTable> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How far the measurement is, or how it was made; empty while there is nothing. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** What the figures say in a sentence or two. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why there are no figures, when there are none. */
  public ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  /** Whether there is a run that was not measured yet. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty measuringProperty() {
    return measuring.getReadOnlyProperty();
  }

  /** 0 to 1; -1 while nobody knows. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** Whether the folders are being read. */
  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Where the figures come from that are shown now; empty when none are. */
  Optional<ViewOrigin> origin() {
    List<String> names = found.stream().map(Measured::name).toList();
    return table
        .origin()
        .filter(from -> !found.isEmpty())
        .map(
            from ->
                new ViewOrigin(
                    texts.of(
                        "robustness.origin",
                        texts.of("robustness.view." + view.get().name()),
                        words.made(found)),
                    from.sources().stream().filter(run -> names.contains(run.run())).toList(),
                    List.of(command())));
  }

  private String command() {
    RobustnessSettings settings = found.getFirst().found().settings();
    List<String> names = found.stream().map(Measured::name).toList();
    String runs =
        looked.rows().stream()
            .map(table::item)
            .filter(run -> names.contains(run.name()))
            .map(run -> "--run " + ViewOrigin.folders(List.<RunItem>of(run)))
            .collect(Collectors.joining(" "));
    return "aisle robustness %s --users %d --seed %d"
        .formatted(runs, settings.users(), settings.seed());
  }
}
