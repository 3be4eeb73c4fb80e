package io.aisle.core.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.tuning.Trial;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.Map;

/**
 * Fits one trial of a search in its folder, as far as it may go, and judges it on the validation
 * part: {@code {data, folder, experiment, epochs}}; returns a {@link Trial.Result}. Goes on after
 * the checkpoint that an earlier call left. The data are kept between calls; one thread.
 */
public final class TrialOp implements WorkerOp {
  public static final String NAME = "trial";

  private Path loadedFrom;
  private RunData data;

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    load(Sealed.path(args.required("data").asText()));
    RunFolder folder = new RunFolder(Sealed.path(args.required("folder").asText()));
    Map<String, Object> map =
        RunJson.mapper()
            .convertValue(args.required("experiment"), new TypeReference<Map<String, Object>>() {});
    Experiment experiment = ExperimentReader.fromMap(map, folder.path(), "the trial").experiment();
    Disk.createFolders(folder.path());
    return RunJson.mapper()
        .valueToTree(fit(experiment, folder, args.required("epochs").asInt(), context));
  }

  private void load(Path folder) {
    if (!folder.equals(loadedFrom)) {
      data = new TrialData(folder).read();
      loadedFrom = folder;
    }
  }

  private Trial.Result fit(
      Experiment experiment, RunFolder folder, int epochs, WorkerContext context) {
    long start = System.nanoTime();
    EvaluationStage validation = data.validation(experiment);
    try (ComputeScope scope =
            ComputeScope.open(experiment, WorkerPlan.threads(experiment), context);
        ModelTrainer trainer =
            ModelFamilies.trainer(
                experiment.model(),
                experiment.training(),
                data.fitData(experiment),
                scope.compute())) {
      ValidationMonitor monitor =
          new ValidationMonitor(experiment, data.split(), validation, scope.compute(), context);
      TrainingLoop.Fitted fitted =
          new TrainingLoop(experiment, folder, monitor, context, new RunLog(folder.log()))
              .run(trainer, epochs);
      double value =
          experiment.model().kind().iterative() ? fitted.value() : monitor.value(trainer);
      if (Double.isNaN(value)) {
        throw new OperationException(
            "%s came to no number on the validation part; narrow the ranges"
                .formatted(experiment.training().monitor().id()));
      }
      return new Trial.Result(
          epochs, fitted.epochs(), fitted.bestEpoch(), value, (System.nanoTime() - start) / 1e9);
    }
  }
}
