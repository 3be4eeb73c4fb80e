package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.ModelContractTest;

class ItemKnnTest extends ModelContractTest<ItemKnnParams> {
  @Override
  protected ModelFamily<ItemKnnParams> family() {
    return new ItemKnnFamily();
  }

  @Override
  protected ItemKnnParams params() {
    return new ItemKnnParams(8, 0, ItemKnnParams.Similarity.COSINE, ItemKnnParams.Prune.CANDIDATE);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.ITEM_KNN);
  }
}
