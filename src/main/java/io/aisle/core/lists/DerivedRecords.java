package io.aisle.core.lists;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.job.Memory;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.ProgramVersion;
import io.aisle.domain.run.Derived;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    return of(like, configuration, like.seconds(), found)
        .of(like.model(), configuration)
        .time(started, now())
        .record();
  }

  /** A run with the lists of several: no model of its own; what its runs cost is added up. */
  static RunRecord fused(
      List<OpenRun> parents, Map<String, Object> configuration, Found found, Instant started) {
    RunRecord like = parents.getFirst().record();
    double load = parents.stream().mapToDouble(run -> run.record().seconds().load()).sum();
    double train = parents.stream().mapToDouble(run -> run.record().seconds().train()).sum();
    return of(like, configuration, new RunRecord.Seconds(load, train, 0), found)
        .of(null, configuration)
        .tuned(null) // a search chose the parameters of a parent, not of this
        .epochs(0, 0)
        .time(started, now())
        .record();
  }

  private static RunDraft of(
      RunRecord like, Map<String, Object> configuration, RunRecord.Seconds seconds, Found found) {
    Evaluation test = found.test();
    return like.but()
        .called(ProgramVersion.text(), String.valueOf(configuration.get("name")))
        .size(like.size().judging(test.users().length, test.cold()))
        .judged(like.protocolHash(), found.valid(), test.meansById())
        .cost(
            new RunRecord.Seconds(seconds.load(), seconds.train(), found.evaluateSeconds()),
            Math.max(like.peakMemoryMb(), Memory.ofThisProcess().peakMb()),
            like.forecast())
        .warnings(warnings(like, test))
        .derived(found.derived());
  }

  private static List<String> warnings(RunRecord like, Evaluation test) {
    List<String> warnings = new ArrayList<>(like.warnings());
    test.shortLists().ifPresent(warnings::add);
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
