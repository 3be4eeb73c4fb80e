package io.aisle.core.lists;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.job.Memory;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.ProgramVersion;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.Derived;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The descriptions of runs that come from others. */
final class DerivedRecords {
  private DerivedRecords() {}

  /**
   * What a new run was found to be.
   *
   * @param valid means on the validation part by metric id
   * @param evaluateSeconds wall time of making and judging the lists
   */
  record Found(
      Map<String, Double> valid, Evaluation test, double evaluateSeconds, Derived derived) {}

  /** A run with the lists of another, changed: the model and its cost stay what they were. */
  static RunRecord reranked(
      OpenRun parent, Map<String, Object> configuration, Found found, Instant started) {
    RunRecord like = parent.record();
    return of(
        like,
        configuration,
        like.model(),
        like.seconds(),
        like.epochs(),
        like.bestEpoch(),
        found,
        started);
  }

  /** A run with the lists of several: no model of its own; what its runs cost is added up. */
  static RunRecord fused(
      List<OpenRun> parents, Map<String, Object> configuration, Found found, Instant started) {
    RunRecord like = parents.getFirst().record();
    double load = parents.stream().mapToDouble(run -> run.record().seconds().load()).sum();
    double train = parents.stream().mapToDouble(run -> run.record().seconds().train()).sum();
    return of(
        like, configuration, null, new RunRecord.Seconds(load, train, 0), 0, 0, found, started);
  }

  private static RunRecord of(
      RunRecord like,
      Map<String, Object> configuration,
      ModelKind model,
      RunRecord.Seconds seconds,
      int epochs,
      int bestEpoch,
      Found found,
      Instant started) {
    RunRecord.Size size = like.size();
    return new RunRecord(
        RunRecord.FORMAT,
        ProgramVersion.text(),
        String.valueOf(configuration.get("name")),
        model,
        configuration,
        like.dataset(),
        like.dataFingerprint(),
        like.protocolHash(),
        new RunRecord.Size(
            size.users(),
            size.items(),
            size.train(),
            size.valid(),
            size.test(),
            found.test().users().length,
            found.test().cold()),
        new RunRecord.Metrics(found.valid(), found.test().meansById()),
        new RunRecord.Seconds(seconds.load(), seconds.train(), found.evaluateSeconds()),
        epochs,
        bestEpoch,
        Math.max(like.peakMemoryMb(), Memory.ofThisProcess().peakMb()),
        like.forecast(),
        like.device(),
        like.versions(),
        like.seed(),
        started,
        now(),
        like.leaks(),
        warnings(like, found.test()),
        like.tuned(),
        found.derived());
  }

  private static List<String> warnings(RunRecord like, Evaluation test) {
    List<String> warnings = new ArrayList<>(like.warnings());
    int deepest = test.metrics().stream().mapToInt(Metric::k).max().orElse(1);
    long shorter = Stream.of(test.lists()).filter(list -> list.length < deepest).count();
    if (shorter > 0) {
      warnings.add(
          "%d of %d users have a list shorter than %d; missing places count as misses"
              .formatted(shorter, test.users().length, deepest));
    }
    return warnings;
  }

  static Derived.Parent parent(OpenRun run) {
    RunRecord record = run.record();
    return new Derived.Parent(
        record.name(), run.folder().name(), record.modelId(), record.seed(), record.finished());
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
