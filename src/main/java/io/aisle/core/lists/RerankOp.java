package io.aisle.core.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.training.DerivedWriter;
import io.aisle.core.training.Judging;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.domain.run.Derived;
import io.aisle.domain.run.RunRecord;
import io.aisle.store.sealed.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Re-ranks a run into a new folder: {@code {folder, rules, name, out}}; returns its run.json. */
public final class RerankOp implements WorkerOp {
  public static final String NAME = "rerank";
  private final OpenRuns runs;

  public RerankOp(OpenRuns runs) {
    this.runs = runs;
  }

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    Instant started = DerivedRecords.now();
    OpenRun parent = runs.of(args);
    RunFolder out = new RunFolder(Sealed.path(args.required("out").asText()));
    List<RerankRule> rules = new ArrayList<>(parent.rules());
    rules.addAll(RerankSection.fromJson(args.required("rules")));
    long begin = System.nanoTime();
    Judging judging = Judging.like(parent, context);
    Evaluation before = judging.test(parent.scorer(), parent.rules());
    Evaluation after = judging.test(parent.scorer(), rules);
    Derived derived =
        new Derived(
            List.of(DerivedRecords.parent(parent)),
            List.of(judging.exposure(before)),
            judging.exposure(after));
    Map<String, Double> valid = judging.valid(parent.scorer(), rules);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Map<String, Object> configuration = new LinkedHashMap<>(parent.record().configuration());
    configuration.put("name", args.required("name").asText());
    configuration.put("rerank", RerankSection.write(rules));
    RunRecord record =
        DerivedRecords.reranked(
            parent,
            configuration,
            new DerivedRecords.Found(valid, after, seconds, derived),
            started);
    DerivedWriter.copyModel(parent.folder(), out);
    DerivedWriter.finish(
        out, parent.data().catalogue(), after, record, "re-ranked from " + parent.folder().name());
    return RunJson.toJson(record);
  }
}
