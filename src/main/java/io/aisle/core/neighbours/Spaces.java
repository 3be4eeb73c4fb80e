package io.aisle.core.neighbours;

import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.ml.model.ItemSpace;

/** The item spaces of runs. */
final class Spaces {
  private Spaces() {}

  /**
   * @throws InputException when the run's model knows nothing of items by themselves
   */
  static ItemSpace of(OpenRun run) {
    return run.scorer()
        .itemSpace()
        .orElseThrow(
            () ->
                new InputException(
                    "%s, %s: this model knows nothing of how alike items are; name a run of one that does, such as als or item-knn"
                        .formatted(run.folder().path(), run.record().modelId())));
  }

  /**
   * @throws InputException also when the model compares items without vectors
   */
  static ItemSpace.Vectors vectors(OpenRun run) {
    if (of(run) instanceof ItemSpace.Vectors vectors) {
      return vectors;
    }
    throw new InputException(
        "%s, %s: this model has weights between items and no vectors, so there is nothing to draw a map of; name a run of a model with vectors, such as als"
            .formatted(run.folder().path(), run.record().modelId()));
  }
}
