package io.aisle.domain.model;

import static io.aisle.domain.model.ModelGroup.COLLABORATIVE;
import static io.aisle.domain.model.ModelGroup.GRAPH;
import static io.aisle.domain.model.ModelGroup.NEURAL_COLLABORATIVE;
import static io.aisle.domain.model.ModelGroup.PREDICTION;
import static io.aisle.domain.model.ModelGroup.SEQUENCE;
import static io.aisle.domain.model.ModelTrait.ATTENTION;
import static io.aisle.domain.model.ModelTrait.FEATURES;
import static io.aisle.domain.model.ModelTrait.ITEM_VECTORS;
import static io.aisle.domain.model.ModelTrait.ITEM_WEIGHTS;
import static io.aisle.domain.model.ModelTrait.ITERATIVE;
import static io.aisle.domain.model.ModelTrait.NEURAL;
import static io.aisle.domain.model.ModelTrait.ORDERED;
import static io.aisle.domain.model.ModelTrait.PREDICTS;
import static io.aisle.domain.model.ModelTrait.TORCH;

import java.util.Set;

/** The models that can be trained. */
public enum ModelKind {
  POPULARITY("popularity", COLLABORATIVE, PopularityParams.DEFAULTS),
  ITEM_KNN("item-knn", COLLABORATIVE, ItemKnnParams.DEFAULTS, ITEM_WEIGHTS),
  USER_KNN("user-knn", COLLABORATIVE, UserKnnParams.DEFAULTS),
  EASE("ease", COLLABORATIVE, EaseParams.DEFAULTS, ITEM_WEIGHTS),
  SLIM("slim", COLLABORATIVE, SlimParams.DEFAULTS, ITEM_WEIGHTS),
  ALS("als", COLLABORATIVE, AlsParams.DEFAULTS, ITERATIVE, ITEM_VECTORS),
  BPR("bpr", COLLABORATIVE, BprParams.DEFAULTS, ITERATIVE, ITEM_VECTORS),
  LOGISTIC_REGRESSION(
      "logistic-regression",
      PREDICTION,
      LogisticRegressionParams.DEFAULTS,
      ITERATIVE,
      FEATURES,
      PREDICTS),
  FM("fm", PREDICTION, FmParams.DEFAULTS, ITERATIVE, FEATURES, PREDICTS, ITEM_VECTORS),
  DEEPFM(
      "deepfm",
      PREDICTION,
      DeepFmParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      FEATURES,
      PREDICTS,
      ITEM_VECTORS),
  MLP(
      "mlp",
      PREDICTION,
      MlpParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      FEATURES,
      PREDICTS,
      ITEM_VECTORS),
  DIN(
      "din",
      PREDICTION,
      DinParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      FEATURES,
      PREDICTS,
      ATTENTION,
      ITEM_VECTORS),
  NEUMF(
      "neumf", NEURAL_COLLABORATIVE, NeuMfParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ITEM_VECTORS),
  TWO_TOWER(
      "two-tower",
      NEURAL_COLLABORATIVE,
      TwoTowerParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      FEATURES,
      ITEM_VECTORS),
  MF("mf", COLLABORATIVE, MfParams.DEFAULTS, ITERATIVE, PREDICTS, ITEM_VECTORS),
  MARKOV("markov", SEQUENCE, MarkovParams.DEFAULTS, ORDERED, ITEM_WEIGHTS),
  LIGHTGCN("lightgcn", GRAPH, LightGcnParams.DEFAULTS, ITERATIVE, NEURAL, ITEM_VECTORS),
  GRU4REC(
      "gru4rec", SEQUENCE, Gru4RecParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ORDERED, ITEM_VECTORS),
  CASER("caser", SEQUENCE, CaserParams.DEFAULTS, ITERATIVE, NEURAL, TORCH, ORDERED, ITEM_VECTORS),
  CROSS_ATTENTION(
      "cross-attention",
      SEQUENCE,
      CrossAttentionParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      ATTENTION,
      ORDERED,
      FEATURES,
      ITEM_VECTORS),
  BERT4REC(
      "bert4rec",
      SEQUENCE,
      Bert4RecParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      ATTENTION,
      ORDERED,
      ITEM_VECTORS),
  GAT("gat", GRAPH, GatParams.DEFAULTS, ITERATIVE, NEURAL, ATTENTION, ITEM_VECTORS),
  SASREC(
      "sasrec",
      SEQUENCE,
      SasRecParams.DEFAULTS,
      ITERATIVE,
      NEURAL,
      TORCH,
      ATTENTION,
      ORDERED,
      ITEM_VECTORS);

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
