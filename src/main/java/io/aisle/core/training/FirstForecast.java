package io.aisle.core.training;

import io.aisle.core.job.Memory;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.Progress;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SplitData;

/**
 * What a training will take, measured on the machine as it is before it begins.
 *
 * @param parentPeakMb resident memory of the parent at its highest
 */
record FirstForecast(
    Experiment experiment, DataFacts facts, long parentPeakMb, WorkerContext context) {
  /** Measured now, or before the run was interrupted; told to those who watch. */
  RunRecord.Forecast of(RunFolder folder, FitData data, SplitData split, ComputeScope scope) {
    CheckpointStore checkpoints = new CheckpointStore(folder.checkpoint());
    RunRecord.Forecast forecast =
        checkpoints
            .forecast()
            .orElseGet(
                () -> {
                  context.at(new Progress("forecasting", 0, 0));
                  RunRecord.Forecast measured = measure(data, split, scope);
                  checkpoints.saveForecast(measured);
                  return measured;
                });
    context.emit(LiveRun.FORECAST, RunJson.mapper().valueToTree(forecast));
    return forecast;
  }

  private RunRecord.Forecast measure(FitData data, SplitData split, ComputeScope scope) {
    Calibration.Measured measured =
        new Calibration(experiment, data, split, scope.compute(), context).measure();
    int epochs = experiment.model().kind().iterative() ? experiment.training().epochs() : 1;
    WorkerPlan plan = WorkerPlan.of(experiment, facts);
    long peak = Math.max(Memory.ofThisProcess().peakMb(), plan.memoryMb());
    return new RunRecord.Forecast(
        measured.epoch() * epochs,
        peak + parentPeakMb,
        measured.epoch(),
        measured.validate(),
        measured.judge(),
        null);
  }
}
