package io.aisle.ui.training;

import io.aisle.core.job.JobControl;
import io.aisle.core.training.Forecaster;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the queue would take: memory at once, time when it is asked for. FX thread only. */
public final class PlanViewModel {
  private final Forecaster forecaster;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Looked> sizes;
  private final Slot<List<Double>> times;
  private final Map<Key, Double> epochSeconds = new HashMap<>();
  private final ObservableList<PlanLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper data = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper("");
  private List<Experiment> experiments = List.of();
  private Looked looked = Looked.NOTHING;

  /** What a look at the data brought; a problem when they cannot be trained on so. */
  private record Looked(
      Forecaster.Sizes sizes, Map<ModelKind, Forecaster.Memory> memory, String problem) {
    static final Looked NOTHING = new Looked(null, Map.of(), "");
  }

  /** What the time of an epoch depends on. */
  private record Key(
      DatasetSpec dataset,
      PrepareSpec prepare,
      SplitSpec split,
      ModelParams params,
      int batchSize,
      String device,
      int threads) {
    static Key of(Experiment each) {
      return new Key(
          each.dataset(),
          each.prepare(),
          each.split(),
          each.model(),
          each.training().batchSize(),
          each.training().device(),
          each.training().threads());
    }
  }

  public PlanViewModel(Forecaster forecaster, Background background, Texts texts, Numbers numbers) {
    this.forecaster = forecaster;
    this.texts = texts;
    this.numbers = numbers;
    this.sizes = background.slot(texts.of("plan.job.sizes"));
    this.times = background.slot(texts.of("plan.job.times"));
  }

  /** Plans these; none when the form is wrong. */
  void plan(List<Experiment> wanted) {
    experiments = List.copyOf(wanted);
    times.clear();
    if (wanted.isEmpty()) {
      sizes.clear();
      looked = Looked.NOTHING;
      show();
      return;
    }
    show();
    sizes.read(control -> look(wanted, control), this::looked);
  }

  private Looked look(List<Experiment> wanted, JobControl control) {
    try {
      Forecaster.Sizes found = forecaster.sizes(wanted.getFirst(), control);
      Map<ModelKind, Forecaster.Memory> memory = new EnumMap<>(ModelKind.class);
      wanted.forEach(each -> memory.put(each.model().kind(), forecaster.memory(each, found)));
      return new Looked(found, memory, "");
    } catch (InputException e) {
      return new Looked(null, Map.of(), e.getMessage()); // shown in the plan, not as an alarm
    }
  }

  private void looked(Looked now) {
    looked = now;
    show();
  }

  /** Measures the time of what is planned, in a worker; stops when it is being measured. */
  public void estimate() {
    if (times.busyProperty().get()) {
      stopMeasuring();
      return;
    }
    List<Experiment> unknown = new ArrayList<>();
    for (Experiment each : distinct()) {
      boolean fits = refusal(each.model().kind()).isEmpty();
      if (fits && !epochSeconds.containsKey(Key.of(each))) {
        unknown.add(each);
      }
    }
    if (unknown.isEmpty()) {
      show();
      return;
    }
    times.read(
        control -> forecaster.seconds(unknown, control),
        seconds -> {
          for (int at = 0; at < unknown.size(); at++) {
            epochSeconds.put(Key.of(unknown.get(at)), seconds.get(at) / epochs(unknown.get(at)));
          }
          show();
        });
  }

  /** Leaves the machine to others. */
  void stopMeasuring() {
    times.clear();
  }

  /** One experiment of each model, whatever its seeds. */
  private List<Experiment> distinct() {
    Map<ModelKind, Experiment> first = new EnumMap<>(ModelKind.class);
    experiments.forEach(each -> first.putIfAbsent(each.model().kind(), each));
    return List.copyOf(first.values());
  }

  private static int epochs(Experiment experiment) {
    return experiment.model().kind().iterative() ? experiment.training().epochs() : 1;
  }

  private String refusal(ModelKind kind) {
    Forecaster.Memory memory = looked.memory().get(kind);
    return memory == null ? "" : memory.refusal();
  }

  private void show() {
    List<PlanLine> shown = new ArrayList<>();
    double seconds = 0;
    for (Experiment each : distinct()) {
      ModelKind kind = each.model().kind();
      int runs = (int) experiments.stream().filter(e -> e.model().kind() == kind).count();
      Forecaster.Memory memory = looked.memory().get(kind);
      Double epoch = epochSeconds.get(Key.of(each));
      double all = epoch == null ? Double.NaN : epoch * epochs(each) * runs;
      seconds += all;
      shown.add(
          new PlanLine(
              kind,
              texts.of("model." + kind.id()),
              runs,
              memory == null ? 0 : memory.mb().orElse(0),
              all,
              texts.sentence(refusal(kind))));
    }
    lines.setAll(shown);
    Forecaster.Sizes found = looked.sizes();
    data.set(
        found == null
            ? ""
            : texts.of(
                "plan.data",
                found.users(),
                found.items(),
                found.train(),
                found.valid(),
                found.test()));
    problem.set(texts.sentence(looked.problem()));
    total.set(
        experiments.isEmpty()
            ? ""
            : Double.isNaN(seconds)
                ? texts.of("plan.runs", experiments.size())
                : texts.of("plan.total", experiments.size(), numbers.seconds(seconds)));
  }

  public ObservableList<PlanLine> lines() {
    return lines;
  }

  /** How much is learned from; empty until it is known. */
  public ReadOnlyStringProperty dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** Why the data cannot be prepared so; empty when they can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty lookingProperty() {
    return sizes.busyProperty();
  }

  public ReadOnlyBooleanProperty measuringProperty() {
    return times.busyProperty();
  }
}
