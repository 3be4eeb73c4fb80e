package io.aisle.domain.experiment;

import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.MfParams;
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
      case MF -> new MfParams(16, MfParams.DEFAULTS.regularization());
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
      case MF -> new MfParams(64, MfParams.DEFAULTS.regularization());
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
            case BPR -> with(base, 50, base.batchSize(), base.learningRate(), 5);
            case SASREC -> with(base, 15, 64, 0.002, 3);
            case MF -> with(base, 8, base.batchSize(), base.learningRate(), 0);
            default -> base;
          };
      case THOROUGH ->
          switch (kind) {
            case ALS -> with(base, 30, base.batchSize(), base.learningRate(), 5);
            case BPR -> with(base, 500, base.batchSize(), base.learningRate(), 40);
            case SASREC -> with(base, 400, base.batchSize(), base.learningRate(), 25);
            case MF -> with(base, 40, base.batchSize(), base.learningRate(), 0);
            default -> base;
          };
    };
  }

  private static TrainingSpec with(
      TrainingSpec base, int epochs, int batchSize, double learningRate, int patience) {
    return new TrainingSpec(
        epochs,
        batchSize,
        learningRate,
        base.weightDecay(),
        base.monitor(),
        patience,
        base.seed(),
        base.device(),
        base.threads());
  }
}
