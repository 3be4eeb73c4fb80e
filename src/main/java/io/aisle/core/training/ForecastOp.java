package io.aisle.core.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.Progress;
import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.Map;

/**
 * Measures how long trainings would take: {@code {data, experiments}} with {@code data} a folder as
 * {@link RunData} writes it; returns the seconds of each.
 */
public final class ForecastOp implements WorkerOp {
  public static final String NAME = "forecast";

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    JsonNode experiments = args.required("experiments");
    Path folder = Sealed.path(args.required("data").asText());
    RunData data = RunData.read(folder);
    ArrayNode seconds = RunJson.mapper().createArrayNode();
    for (JsonNode each : experiments) {
      context.at(new Progress("forecasting", seconds.size(), experiments.size()));
      Map<String, Object> map =
          RunJson.mapper().convertValue(each, new TypeReference<Map<String, Object>>() {});
      seconds.add(
          seconds(
              ExperimentReader.fromMap(map, folder, "the forecast").experiment(), data, context));
    }
    return seconds;
  }

  private static double seconds(Experiment experiment, RunData data, WorkerContext context) {
    int epochs = experiment.model().kind().iterative() ? experiment.training().epochs() : 1;
    try (ComputeScope scope =
        ComputeScope.open(experiment, WorkerPlan.threads(experiment), context)) {
      return epochs
          * new Calibration(
                  experiment, data.fitData(experiment), data.split(), scope.compute(), context)
              .measure()
              .epoch();
    }
  }
}
