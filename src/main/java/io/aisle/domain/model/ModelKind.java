package io.aisle.domain.model;

import static io.aisle.domain.model.ModelGroup.COLLABORATIVE;
import static io.aisle.domain.model.ModelGroup.GRAPH;
import static io.aisle.domain.model.ModelGroup.NEURAL_COLLABORATIVE;
import static io.aisle.domain.model.ModelGroup.PREDICTION;
import static io.aisle.domain.model.ModelGroup.SEQUENCE;
import static io.aisle.domain.model.ModelTrait.ATTENTION;
import static io.aisle.domain.model.ModelTrait.FEATURES;
import static io.aisle.domain.model.ModelTrait.ITERATIVE;
import static io.aisle.domain.model.ModelTrait.NEURAL;
import static io.aisle.domain.model.ModelTrait.ORDERED;
import static io.aisle.domain.model.ModelTrait.PREDICTS;
import static io.aisle.domain.model.ModelTrait.TORCH;

import java.util.Set;

/** The models that can be trained. */
public enum ModelKind {
  POPULARITY("popularity", COLLABORATIVE, PopularityParams.DEFAULTS),
  ITEM_KNN("item-knn", COLLABORATIVE, ItemKnnParams.DEFAULTS),
  USER_KNN("user-knn", COLLABORATIVE, UserKnnParams.DEFAULTS),
  EASE("ease", COLLABORATIVE, EaseParams.DEFAULTS),
  SLIM("slim", COLLABORATIVE, SlimParams.DEFAULTS),
  ALS("als", COLLABORATIVE, AlsParams.DEFAULTS, ITERATIVE),
  BPR("bpr", COLLABORATIVE, BprParams.DEFAULTS, ITERATIVE),
  LOGISTIC_REGRESSION(
      "logistic-regression",
      PREDICTION,
      LogisticRegressionParams.DEFAULTS,
      ITERATIVE,
      FEATURES,
      PREDICTS),
  FM("fm", PREDICTION, FmParams.DEFAULTS, ITERATIVE, FEATURES, PREDICTS),
  DEEPFM("deepfm", PREDICTION, DeepFmParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, FEATURES, PREDICTS),
  MLP("mlp", PREDICTION, MlpParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, FEATURES, PREDICTS),
  DIN(
      "din",
      PREDICTION,
      DinParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      FEATURES,
      PREDICTS,
      ATTENTION),
  NEUMF("neumf", NEURAL_COLLABORATIVE, NeuMfParams.DEFAULTS, ITERATIVE, NEURAL, TORCH),
  TWO_TOWER(
      "two-tower",
      NEURAL_COLLABORATIVE,
      TwoTowerParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      FEATURES),
  MF("mf", COLLABORATIVE, MfParams.DEFAULTS, ITERATIVE, PREDICTS),
  MARKOV("markov", SEQUENCE, MarkovParams.DEFAULTS, ORDERED),
  LIGHTGCN("lightgcn", GRAPH, LightGcnParams.DEFAULTS, ITERATIVE, NEURAL),
  GRU4REC("gru4rec", SEQUENCE, Gru4RecParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ORDERED),
  CASER("caser", SEQUENCE, CaserParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ORDERED),
  CROSS_ATTENTION(
      "cross-attention",
      SEQUENCE,
      CrossAttentionParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      ATTENTION,
      ORDERED,
      FEATURES),
  BERT4REC(
      "bert4rec", SEQUENCE, Bert4RecParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ATTENTION, ORDERED),
  GAT("gat", GRAPH, GatParams.DEFAULTS, ITERATIVE, NEURAL, ATTENTION),
  SASREC("sasrec", SEQUENCE, SasRecParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ATTENTION, ORDERED);

  private final String id;
  private final ModelGroup group;
  private final ModelParams defaults;
  private final Set<ModelTrait> traits;

  ModelKind(String id, ModelGroup group, ModelParams defaults, ModelTrait... traits) {
    this.id = id;
    this.group = group;
    this.defaults = defaults;
    this.traits = Set.of(traits);
  }

  /** The name in experiment files, reports and the window's icons. */
  public String id() {
    return id;
  }

  public ModelGroup group() {
    return group;
  }

  public ModelParams defaults() {
    return defaults;
  }

  public boolean has(ModelTrait trait) {
    return traits.contains(trait);
  }

  public boolean neural() {
    return has(NEURAL);
  }

  /** Whether it is trained in passes that can be watched, stopped early and resumed. */
  public boolean iterative() {
    return has(ITERATIVE);
  }
}
