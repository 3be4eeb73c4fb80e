package io.aisle.core.tuning;

import io.aisle.core.training.Cores;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.tuning.Search;

/** How the trials of a search share the cores. */
record TrialThreads(Cores cores) {
  /** How many trials are fitted at a time. */
  int slots(Search search) {
    int wanted =
        search.candidates().stream()
            .mapToInt(each -> each.experiment().training().threads())
            .max()
            .orElse(0);
    return Math.max(1, cores.count() / Math.max(1, wanted));
  }

  /** Where the experiments leave their threads open each trial gets its share of the cores. */
  Search shared(Search search) {
    int share = Math.max(1, cores.count() / slots(search));
    return new Search(
        search.name(),
        search.spec(),
        search.candidates().stream()
            .map(each -> new Search.Candidate(threaded(each.experiment(), share), each.space()))
            .toList());
  }

  private static Experiment threaded(Experiment experiment, int share) {
    return experiment.training().threads() > 0
        ? experiment
        : experiment.withTraining(experiment.training().withThreads(share));
  }
}
