package io.aisle.ui.common;

import io.aisle.domain.run.RunRecord;
import java.util.List;

/** Tells namesakes apart: runs of one protocol that carry the same name. */
final class RunNames {
  private final Texts texts;
  private final Numbers numbers;

  RunNames(Texts texts) {
    this.texts = texts;
    this.numbers = new Numbers(texts.locale());
  }

  /**
   * The name of a run among others: with its seed where namesakes have another, and with the time
   * when it was finished where a newer one has the same.
   *
   * @param all newest first
   */
  String of(RunRecord run, List<RunRecord> all) {
    List<RunRecord> same = all.stream().filter(other -> namesakes(run, other)).toList();
    boolean seeds = same.stream().mapToLong(RunRecord::seed).distinct().count() > 1;
    String name = seeds ? texts.of("runs.name.seed", run.name(), run.seed()) : run.name();
    boolean newest =
        same.stream()
            .filter(other -> other.seed() == run.seed())
            .findFirst()
            .map(first -> first.equals(run))
            .orElse(true);
    return newest ? name : texts.of("runs.name.time", name, numbers.time(run.finished()));
  }

  private static boolean namesakes(RunRecord one, RunRecord other) {
    return one.name().equals(other.name())
        && one.protocolHash().equals(other.protocolHash())
        && one.dataFingerprint().equals(other.dataFingerprint());
  }
}
