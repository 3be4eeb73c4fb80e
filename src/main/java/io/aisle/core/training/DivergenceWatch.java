package io.aisle.core.training;

import com.fasterxml.jackson.databind.node.DoubleNode;
import io.aisle.core.job.WorkerContext;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ml.model.DivergedException;
import io.aisle.ml.model.EpochReport;
import io.aisle.ml.model.ModelTrainer;

/** Trains epochs and tells those who watch, with a way out, when training has diverged. */
record DivergenceWatch(Experiment experiment, WorkerContext context) {
  /**
   * An epoch of the trainer.
   *
   * @throws OperationException when its loss is no finite number any more
   */
  EpochReport epoch(ModelTrainer trainer) {
    try {
      EpochReport report = trainer.trainEpoch();
      if (Double.isInfinite(report.loss())) {
        throw new DivergedException(report.epoch(), 0, experiment.training().learningRate());
      }
      return report;
    } catch (DivergedException e) {
      if (!TrainingKeys.usedBy(experiment.model().kind()).contains("learningRate")) {
        throw new OperationException(
            "the loss of %s is no finite number any more; train again with a higher regularization"
                .formatted(experiment.model().kind().id()),
            e);
      }
      context.emit(LiveRun.DIVERGED, DoubleNode.valueOf(e.offer()));
      throw new OperationException(e.getMessage(), e);
    }
  }
}
