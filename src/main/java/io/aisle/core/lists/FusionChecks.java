package io.aisle.core.lists;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.run.RunRecord;
import java.util.HashSet;
import java.util.List;

/** Whether runs can be combined. */
final class FusionChecks {
  private FusionChecks() {}

  /**
   * @throws InputException one sentence that names the run or the weight, and the way out
   */
  static void check(List<RunFolder> runs, FusionSpec fusion) {
    if (runs.size() < 2) {
      throw new InputException("there are not two runs to combine; name at least two run folders");
    }
    RunFolder first = runs.getFirst();
    for (RunFolder run : runs) {
      ListsService.requireJudged(run);
      requirePlain(run, run.record());
      requireSame(first, run);
    }
    if (new HashSet<>(runs.stream().map(run -> run.path().toAbsolutePath().normalize()).toList())
            .size()
        < runs.size()) {
      throw new InputException("one run is named twice; give it a larger weight instead");
    }
    requireWeights(runs.size(), fusion.weights());
  }

  private static void requirePlain(RunFolder run, RunRecord record) {
    if (record.modelId().equals(RunRecord.FUSED)) {
      throw new InputException(
          "%s is a combination itself; combine the runs that it was made of".formatted(run.path()));
    }
    if (record.reranked()) {
      throw new InputException(
          "%s is re-ranked, and what rules moved would be mixed up again; combine the runs before, then re-rank the combination"
              .formatted(run.path()));
    }
  }

  private static void requireSame(RunFolder first, RunFolder run) {
    RunRecord one = first.record();
    RunRecord other = run.record();
    if (!one.dataFingerprint().equals(other.dataFingerprint())
        || !one.protocolHash().equals(other.protocolHash())) {
      throw new InputException(
          "%s and %s differ in %s and cannot be combined; run both on the same data and split"
              .formatted(
                  first.path(),
                  run.path(),
                  one.dataFingerprint().equals(other.dataFingerprint()) ? "protocol" : "data"));
    }
  }

  private static void requireWeights(int runs, List<Double> weights) {
    if (weights.size() != runs) {
      throw new InputException(
          "there are %d weights for %d runs; give each run one, in the same order"
              .formatted(weights.size(), runs));
    }
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new InputException(
            "the weight %s is no number of at least 0; give each run one, such as 1,2"
                .formatted(weight));
      }
    }
    if (weights.stream().allMatch(weight -> weight == 0)) {
      throw new InputException("all weights are 0; give at least one run a weight above 0");
    }
  }
}
