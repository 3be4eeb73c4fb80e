package io.aisle.core.training;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.AlsFamily;
import io.aisle.ml.model.BprFamily;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.EaseFamily;
import io.aisle.ml.model.FmFamily;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.ItemKnnFamily;
import io.aisle.ml.model.LogisticRegressionFamily;
import io.aisle.ml.model.MarkovFamily;
import io.aisle.ml.model.MfFamily;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.PopularityFamily;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.SlimFamily;
import io.aisle.ml.model.UserKnnFamily;
import io.aisle.ml.model.Weights;
import io.aisle.ml.model.graph.GatFamily;
import io.aisle.ml.model.graph.LightGcnFamily;
import io.aisle.ml.neural.Bert4RecFamily;
import io.aisle.ml.neural.CaserFamily;
import io.aisle.ml.neural.CrossAttentionFamily;
import io.aisle.ml.neural.DeepFmFamily;
import io.aisle.ml.neural.DinFamily;
import io.aisle.ml.neural.Gru4RecFamily;
import io.aisle.ml.neural.MlpFamily;
import io.aisle.ml.neural.NeuMfFamily;
import io.aisle.ml.neural.SasRecFamily;
import io.aisle.ml.neural.TwoTowerFamily;
import java.util.Optional;

/** The family of each kind of model. */
final class ModelFamilies {
  private ModelFamilies() {}

  private static ModelFamily<?> of(ModelKind kind) {
    return switch (kind) {
      case POPULARITY -> new PopularityFamily();
      case ITEM_KNN -> new ItemKnnFamily();
      case USER_KNN -> new UserKnnFamily();
      case EASE -> new EaseFamily();
      case SLIM -> new SlimFamily();
      case MF -> new MfFamily();
      case MARKOV -> new MarkovFamily();
      case ALS -> new AlsFamily();
      case BPR -> new BprFamily();
      case LOGISTIC_REGRESSION -> new LogisticRegressionFamily();
      case FM -> new FmFamily();
      case DEEPFM -> new DeepFmFamily();
      case MLP -> new MlpFamily();
      case DIN -> new DinFamily();
      case NEUMF -> new NeuMfFamily();
      case TWO_TOWER -> new TwoTowerFamily();
      case LIGHTGCN -> new LightGcnFamily();
      case GRU4REC -> new Gru4RecFamily();
      case CROSS_ATTENTION -> new CrossAttentionFamily();
      case CASER -> new CaserFamily();
      case BERT4REC -> new Bert4RecFamily();
      case GAT -> new GatFamily();
      case SASREC -> new SasRecFamily();
    };
  }

  @SuppressWarnings("unchecked") // the kind of the parameters picks their family
  private static ModelFamily<ModelParams> of(ModelParams params) {
    return (ModelFamily<ModelParams>) of(params.kind());
  }

  static ModelTrainer trainer(
      ModelParams params, TrainingSpec training, FitData data, Compute compute) {
    return of(params).trainer(params, training, data, compute);
  }

  static Scorer load(ModelParams params, Weights weights, FitData data, Compute compute) {
    return of(params).load(params, weights, data, compute);
  }

  static double work(ModelParams params, TrainingSpec training, FitData data) {
    return of(params).work(params, training, data);
  }

  static Footprint footprint(ModelParams params, TrainingSpec training, DataShape shape) {
    return of(params).footprint(params, training, shape);
  }

  static Optional<String> lacks(ModelParams params, FitData data) {
    return of(params).lacks(params, data);
  }
}
