package io.aisle.domain.experiment;

import io.aisle.domain.model.ModelParams;

/** One run, declared: data, preparation, split, protocol, side data, model and training. */
public record Experiment(
    String name,
    DatasetSpec dataset,
    PrepareSpec prepare,
    SplitSpec split,
    ProtocolSpec protocol,
    SideSpec side,
    ModelParams model,
    TrainingSpec training) {
  /** With the usual side data. */
  public Experiment(
      String name,
      DatasetSpec dataset,
      PrepareSpec prepare,
      SplitSpec split,
      ProtocolSpec protocol,
      ModelParams model,
      TrainingSpec training) {
    this(name, dataset, prepare, split, protocol, SideSpec.DEFAULTS, model, training);
  }

  /** The same data and protocol for another model. */
  public Experiment with(String title, ModelParams otherModel, TrainingSpec otherTraining) {
    return new Experiment(
        title, dataset, prepare, split, protocol, side, otherModel, otherTraining);
  }

  public Experiment withTraining(TrainingSpec other) {
    return new Experiment(name, dataset, prepare, split, protocol, side, model, other);
  }
}
