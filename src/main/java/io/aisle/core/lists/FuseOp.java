package io.aisle.core.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.DerivedWriter;
import io.aisle.core.training.FusedSection;
import io.aisle.core.training.Judging;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.run.Derived;
import io.aisle.domain.run.Exposure;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.rerank.FusedScorer;
import io.aisle.store.sealed.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Combines runs into a new folder: {@code {folders, method, weights, tune, name, out}}; returns its
 * run.json.
 */
public final class FuseOp implements WorkerOp {
  public static final String NAME = "fuse";
  private final OpenRuns runs;

  public FuseOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    Instant started = DerivedRecords.now();
    List<OpenRun> parents = new ArrayList<>();
    for (JsonNode folder : args.required("folders")) {
      parents.add(runs.of(new RunFolder(Sealed.path(folder.asText()))));
    }
    RunFolder out = new RunFolder(Sealed.path(args.required("out").asText()));
    List<Double> weights = new ArrayList<>();
    args.required("weights").forEach(weight -> weights.add(weight.asDouble()));
    FusionSpec.Method method = FusionSpec.Method.valueOf(args.required("method").asText());
    FusionSpec fusion = new FusionSpec(method, weights);
    long begin = System.nanoTime();
    if (args.required("tune").asBoolean()) {
      fusion = fusion.withWeights(new FuseTuner(parents, method, context).best());
    }
    OpenRun first = parents.getFirst();
    Judging judging = Judging.like(first, context);
    FusedScorer scorer = scorer(parents, fusion);
    Evaluation test = judging.test(scorer, List.of());
    Derived derived =
        new Derived(
            parents.stream().map(DerivedRecords::parent).toList(),
            exposures(parents, context),
            judging.exposure(test));
    Map<String, Double> valid = judging.valid(scorer, List.of());
    double seconds = (System.nanoTime() - begin) / 1e9;
    RunRecord record =
        DerivedRecords.fused(
            parents,
            configuration(args.required("name").asText(), parents, fusion),
            new DerivedRecords.Found(valid, test, seconds, derived),
            started);
    DerivedWriter.copyData(first.folder(), out);
    for (int member = 0; member < parents.size(); member++) {
      DerivedWriter.copyMember(parents.get(member).folder(), FusedSection.member(out, member));
    }
    DerivedWriter.finish(
        out,
        first.data().catalogue(),
        test,
        record,
        "combined from "
            + String.join(", ", parents.stream().map(run -> run.folder().name()).toList()));
    return RunJson.toJson(record);
  }

  static FusedScorer scorer(List<OpenRun> parents, FusionSpec fusion) {
    OpenRun first = parents.getFirst();
    return new FusedScorer(
        parents.stream().map(OpenRun::scorer).toList(),
        fusion.weights(),
        fusion.method(),
        first.protocol().excludeSeen(),
        new TieBreak(first.record().seed()));
  }

  private static List<Exposure> exposures(List<OpenRun> parents, WorkerContext context) {
    List<Exposure> found = new ArrayList<>();
    for (OpenRun parent : parents) {
      Judging judging = Judging.like(parent, context);
      found.add(judging.exposure(judging.test(parent.scorer(), List.of())));
    }
    return found;
  }

  /** As that of the first, with what differs between the runs left out. */
  private static Map<String, Object> configuration(
      String name, List<OpenRun> parents, FusionSpec fusion) {
    Map<String, Object> map = new LinkedHashMap<>(parents.getFirst().record().configuration());
    map.put("name", name);
    map.put(
        "model",
        FusedSection.write(fusion, parents.stream().map(run -> run.record().name()).toList()));
    List.of("training", "features", "label").forEach(map::remove);
    return map;
  }
}
