package io.aisle.domain.experiment;

import io.aisle.domain.model.ModelParams;

/** One run, declared: data, preparation, split, protocol, model and training. */
public record Experiment(
    String name,
    DatasetSpec dataset,
    PrepareSpec prepare,
    SplitSpec split,
    ProtocolSpec protocol,
    ModelParams model,
    TrainingSpec training) {
  public Experiment withTraining(TrainingSpec other) {
    return new Experiment(name, dataset, prepare, split, protocol, model, other);
  }
}
