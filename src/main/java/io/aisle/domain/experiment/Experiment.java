package io.aisle.domain.experiment;

import io.aisle.domain.model.ModelParams;
import java.util.List;

/**
 * One run, declared: data, preparation, split, protocol, side data, model and training.
 *
 * @param rerank rules that change the lists of the model, in their order; empty for none
 */
public record Experiment(
    String name,
    DatasetSpec dataset,
    PrepareSpec prepare,
    SplitSpec split,
    ProtocolSpec protocol,
    SideSpec side,
    ModelParams model,
    TrainingSpec training,
    List<RerankRule> rerank) {
  /** The model's own lists. */
  public Experiment(
      String name,
      DatasetSpec dataset,
      PrepareSpec prepare,
      SplitSpec split,
      ProtocolSpec protocol,
      SideSpec side,
      ModelParams model,
      TrainingSpec training) {
    this(name, dataset, prepare, split, protocol, side, model, training, List.of());
  }

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

  public Experiment withRerank(List<RerankRule> rules) {
    return new Experiment(
        name, dataset, prepare, split, protocol, side, model, training, List.copyOf(rules));
  }

  /** The same data and protocol for another model. */
  public Experiment with(String title, ModelParams otherModel, TrainingSpec otherTraining) {
    return new Experiment(
        title, dataset, prepare, split, protocol, side, otherModel, otherTraining, rerank);
  }

  public Experiment withTraining(TrainingSpec other) {
    return new Experiment(name, dataset, prepare, split, protocol, side, model, other, rerank);
  }
}
