package io.aisle.core.training;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.rerank.FusedScorer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run's lists come from, loaded: its own model, or those of the runs it combines. Confined
 * to the worker's thread; close it.
 *
 * @param owned closed together with it, in this order
 */
record OpenModel(Scorer scorer, Compute compute, List<Runnable> owned) implements AutoCloseable {
  static OpenModel single(RunFolder folder, RunData data) {
    Experiment experiment = folder.experiment();
    int cores = Runtime.getRuntime().availableProcessors();
    ComputeScope scope =
        ComputeScope.open(
            experiment, Math.min(cores, WorkerPlan.threads(experiment)), CancelSignal.NEVER);
    try {
      Scorer scorer =
          ModelFamilies.load(
              experiment.model(),
              SafeTensors.read(folder.weights()),
              data.fitData(experiment),
              scope.compute());
      return new OpenModel(scorer, scope.compute(), List.of(scorer::close, scope::close));
    } catch (RuntimeException e) {
      scope.close();
      throw e;
    }
  }

  static OpenModel fused(RunFolder folder) {
    RunRecord record = folder.record();
    FusionSpec fusion = FusedSection.read(record, folder);
    List<OpenRun> members = new ArrayList<>();
    try {
      for (RunFolder member : FusedSection.members(folder, fusion)) {
        members.add(OpenRun.open(member));
      }
    } catch (RuntimeException e) {
      members.forEach(OpenRun::close);
      throw e;
    }
    Scorer scorer =
        new FusedScorer(
            members.stream().map(OpenRun::scorer).toList(),
            fusion.weights(),
            fusion.method(),
            folder.protocol().excludeSeen(),
            new TieBreak(record.seed()));
    return new OpenModel(
        scorer,
        members.getFirst().compute(),
        members.stream().<Runnable>map(member -> member::close).toList());
  }

  @Override
  public void close() {
    owned.forEach(Runnable::run);
  }
}
