package io.aisle.core.tuning;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.tuning.Trial;
import io.aisle.domain.tuning.TrialSettings;
import java.util.ArrayList;
import java.util.List;

/** How far one trial is. Guarded by its board. */
final class TrialState {
  private final int number;
  private final TrialSettings settings;
  private final Experiment experiment;
  private final List<Trial.Result> results = new ArrayList<>();
  private Trial.State state = Trial.State.WAITING;
  private String failure = "";

  TrialState(int number, Experiment base, TrialSettings settings) {
    this.number = number;
    this.settings = settings;
    this.experiment = TrialPlanner.applied(base, settings);
  }

  int number() {
    return number;
  }

  Experiment experiment() {
    return experiment;
  }

  double seconds() {
    return results.stream().mapToDouble(Trial.Result::seconds).sum();
  }

  void begin() {
    state = Trial.State.RUNNING;
  }

  void done(Trial.Result result) {
    results.add(result);
    state = Trial.State.DONE;
  }

  void fail(String sentence) {
    state = Trial.State.FAILED;
    failure = sentence;
  }

  void cut() {
    state = results.isEmpty() ? Trial.State.WAITING : Trial.State.DONE;
  }

  /** What failed is tried again. */
  void restore(Trial trial) {
    results.addAll(trial.results());
    cut();
  }

  Trial trial() {
    return new Trial(number, experiment.model().kind(), settings, state, results, failure);
  }
}
