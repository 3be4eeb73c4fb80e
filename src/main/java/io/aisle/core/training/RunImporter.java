package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.ListJudge;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.Interactions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the lists of another system under the protocol of a run, so that both can stand in one
 * comparison. The new run folder has everything but a model: no weights, no epochs.
 */
public final class RunImporter {
  private RunImporter() {}

  /**
   * Judges the lists as the run's own were judged, and writes a run folder.
   *
   * @param lists tab-separated, with the columns user, item, rank and score
   * @param like a complete run: its data, split and protocol
   * @param name of the new run
   * @param out its folder; must not exist, or be empty
   * @throws InputException when a file or folder is not what it should be; nothing is then written
   */
  public static RunRecord importLists(Path lists, RunFolder like, String name, RunFolder out) {
    Instant started = now();
    RunRecord model = like.record();
    if (model.fittedOnEverything()) {
      throw new InputException(
          "%s was fitted on everything and holds no test part to judge lists by; name a run that was judged"
              .formatted(like.path()));
    }
    DerivedWriter.requireFree(out.path());
    ProtocolSpec protocol = like.protocol();
    if (protocol.candidates().isPresent()) {
      throw new InputException(
          "%s ranks sampled candidates, which another system cannot know; import under a run with candidates: all"
              .formatted(like.path()));
    }
    RunData data = like.loadData();
    EvaluationStage stage = EvaluationStage.test(data.split(), protocol.history());
    long[] masked = new long[1];
    ImportedLists judged =
        ImportedLists.read(lists, data.catalogue())
            .cut(
                (user, item) -> protocol.excludeSeen() && holds(stage.seen(), user, item),
                protocol.listDepth(),
                masked);
    long begin = System.nanoTime();
    Evaluation evaluation =
        ListJudge.judge(
            stage,
            judged.items(),
            judged.scores(),
            protocol.all(),
            data.split().train().itemCounts());
    double seconds = (System.nanoTime() - begin) / 1e9;
    RunRecord record =
        record(
            model,
            name,
            lists,
            evaluation,
            seconds,
            started,
            warnings(lists, judged, evaluation, masked[0]));
    DerivedWriter.copyData(like, out);
    DerivedWriter.finish(
        out, data.catalogue(), evaluation, record, "imported under the protocol of " + like.name());
    return record;
  }

  private static boolean holds(Interactions matrix, int user, int item) {
    for (int at = matrix.offsets()[user]; at < matrix.offsets()[user + 1]; at++) {
      if (matrix.item()[at] == item) {
        return true;
      }
    }
    return false;
  }

  private static List<String> warnings(
      Path file, ImportedLists lists, Evaluation evaluation, long masked) {
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "the lists come from another system (%s); Aisle has judged them and knows nothing of their model"
            .formatted(file.getFileName()));
    if (masked > 0) {
      warnings.add(
          "%d rows were left out because the protocol masks items that the user has seen"
              .formatted(masked));
    }
    if (lists.strangers() > 0) {
      warnings.add(
          "%d rows were left out because their users are not in the data"
              .formatted(lists.strangers()));
    }
    evaluation.shortLists().ifPresent(warnings::add);
    return warnings;
  }

  private static RunRecord record(
      RunRecord like,
      String name,
      Path file,
      Evaluation evaluation,
      double seconds,
      Instant started,
      List<String> warnings) {
    Map<String, Object> configuration = new LinkedHashMap<>(like.configuration());
    configuration.put("name", name);
    configuration.put(
        "model", Map.of("kind", RunRecord.IMPORTED, "lists", file.getFileName().toString()));
    configuration.remove("training");
    return new RunDraft(ProgramVersion.text(), name)
        .of(null, configuration)
        .data(
            like.dataset(),
            like.dataFingerprint(),
            like.size().judging(evaluation.users().length, evaluation.cold()))
        .dataVersion(like.dataVersion())
        .judged(like.protocolHash(), Map.of(), evaluation.meansById())
        .cost(
            new RunRecord.Seconds(Double.NaN, Double.NaN, seconds),
            0,
            new RunRecord.Forecast(Double.NaN, 0))
        .seed(like.seed())
        .time(started, now())
        .leaks(like.leaks())
        .warnings(warnings)
        .record();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
