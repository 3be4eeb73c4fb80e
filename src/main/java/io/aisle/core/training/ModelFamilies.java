package io.aisle.core.training;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.PopularityParams;
import io.aisle.domain.model.SasRecParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.AlsFamily;
import io.aisle.ml.model.BprFamily;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.EaseFamily;
import io.aisle.ml.model.ItemKnnFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.PopularityFamily;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import io.aisle.ml.neural.SasRecFamily;

/** From parameters to the family that knows them; the one place that lists all models. */
final class ModelFamilies {
  private ModelFamilies() {}

  static ModelTrainer trainer(
      ModelParams params, TrainingSpec training, Interactions train, Compute compute) {
    return switch (params) {
      case PopularityParams p -> new PopularityFamily().trainer(p, training, train, compute);
      case ItemKnnParams p -> new ItemKnnFamily().trainer(p, training, train, compute);
      case EaseParams p -> new EaseFamily().trainer(p, training, train, compute);
      case AlsParams p -> new AlsFamily().trainer(p, training, train, compute);
      case BprParams p -> new BprFamily().trainer(p, training, train, compute);
      case SasRecParams p -> new SasRecFamily().trainer(p, training, train, compute);
    };
  }

  static Scorer load(ModelParams params, Weights weights, Interactions train, Compute compute) {
    return switch (params) {
      case PopularityParams p -> new PopularityFamily().load(p, weights, train, compute);
      case ItemKnnParams p -> new ItemKnnFamily().load(p, weights, train, compute);
      case EaseParams p -> new EaseFamily().load(p, weights, train, compute);
      case AlsParams p -> new AlsFamily().load(p, weights, train, compute);
      case BprParams p -> new BprFamily().load(p, weights, train, compute);
      case SasRecParams p -> new SasRecFamily().load(p, weights, train, compute);
    };
  }
}
