package io.aisle.domain.experiment;

import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.SasRecParams;

/** How much effort a training makes, in settings that make sense for each model. */
public enum TrainingPreset {
  /** To see whether it works at all: small models, few epochs, an early stop. */
  QUICK,
  /** The defaults. */
  BALANCED,
  /** Wide models and patience; for figures that are to be quoted. */
  THOROUGH;

  /** The parameters of a model. */
  public ModelParams params(ModelKind kind) {
    return switch (this) {
      case QUICK -> quick(kind);
      case BALANCED -> kind.defaults();
      case THOROUGH -> thorough(kind);
    };
  }

  private static ModelParams quick(ModelKind kind) {
    return switch (kind) {
      case ALS ->
          new AlsParams(
              32,
              AlsParams.DEFAULTS.regularization(),
              AlsParams.DEFAULTS.alpha(),
              AlsParams.DEFAULTS.scaleRegularization());
      case BPR -> new BprParams(32, BprParams.DEFAULTS.regularization());
      case SASREC -> sasrec(32, 1, 1, 30, SasRecParams.DEFAULTS.dropout());
      default -> kind.defaults();
    };
  }

  private static ModelParams thorough(ModelKind kind) {
    ItemKnnParams knn = ItemKnnParams.DEFAULTS;
    return switch (kind) {
      case ITEM_KNN -> new ItemKnnParams(200, knn.shrinkage(), knn.similarity(), knn.prune());
      case ALS ->
          new AlsParams(
              128,
              AlsParams.DEFAULTS.regularization(),
              AlsParams.DEFAULTS.alpha(),
              AlsParams.DEFAULTS.scaleRegularization());
      case BPR -> new BprParams(128, BprParams.DEFAULTS.regularization());
      case SASREC -> sasrec(128, 2, 4, 100, 0.3);
      default -> kind.defaults();
    };
  }

  private static SasRecParams sasrec(
      int width, int layers, int heads, int maxLength, double dropout) {
    SasRecParams base = SasRecParams.DEFAULTS;
    return new SasRecParams(
        width, layers, heads, maxLength, dropout, base.loss(), base.negatives(), base.positions());
  }

  /** How a model is fitted. */
  public TrainingSpec training(ModelKind kind) {
    TrainingSpec base = TrainingSpec.defaults(kind);
    return switch (this) {
      case BALANCED -> base;
      case QUICK ->
          switch (kind) {
            case ALS -> with(base, 8, base.batchSize(), base.learningRate(), 0);
            case BPR -> with(base, 50, base.batchSize(), base.learningRate(), 25);
            case SASREC -> with(base, 15, 64, 0.002, 3);
            default -> scaled(kind, base, 0.25);
          };
      case THOROUGH ->
          switch (kind) {
            case ALS -> with(base, 30, base.batchSize(), base.learningRate(), 5);
            case BPR -> with(base, 500, base.batchSize(), base.learningRate(), 80);
            case SASREC -> with(base, 400, base.batchSize(), base.learningRate(), 25);
            default -> scaled(kind, base, 2);
          };
    };
  }

  /** More or fewer epochs and as much patience; closed forms as they are. */
  private static TrainingSpec scaled(ModelKind kind, TrainingSpec base, double effort) {
    if (!kind.iterative()) {
      return base;
    }
    return with(
        base,
        (int) Math.ceil(base.epochs() * effort),
        base.batchSize(),
        base.learningRate(),
        (int) Math.ceil(base.patience() * effort));
  }

  private static TrainingSpec with(
      TrainingSpec base, int epochs, int batchSize, double learningRate, int patience) {
    return base.lasting(epochs, patience).withBatchSize(batchSize).withLearningRate(learningRate);
  }
}
