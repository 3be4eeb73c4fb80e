package io.aisle.domain.experiment;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelGroup;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.Range;
import java.util.function.Consumer;

/**
 * How a model is fitted. Closed-form models have no use for most of it.
 *
 * @param epochs at most so many passes (for ALS: iterations)
 * @param batchSize interactions per step; for sequence models rows of {@code maxLength} positions
 * @param learningRate of the optimiser
 * @param weightDecay decoupled, as in AdamW
 * @param monitor validation metric that picks the best epoch
 * @param patience epochs without a better value after which training ends; 0 never stops early and
 *     keeps the last epoch
 * @param seed all randomness of the run derives from it
 * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:1}
 * @param threads CPU threads; 0 takes all cores
 * @param schedule how the learning rate goes on after the warm-up
 * @param warmup steps over which the learning rate rises from 0; 0 starts at once
 * @param clipNorm longest gradient of a step, by its Euclidean norm; 0 does not clip
 * @param accumulate batches whose gradients make one step
 * @param sampling where models that compare with negatives draw them from
 */
public record TrainingSpec(
    @Range(min = 1, max = 100_000) int epochs,
    @Range(min = 1, max = 1_000_000) int batchSize,
    @Range(min = 0, above = true, max = 100) double learningRate,
    @Range(min = 0, max = 10) double weightDecay,
    Metric monitor,
    @Range(min = 0, max = 100_000) int patience,
    long seed,
    String device,
    @Range(min = 0, max = 1024) int threads,
    Schedule schedule,
    @Range(min = 0, max = 10_000_000) int warmup,
    @Range(min = 0, max = 1e6) double clipNorm,
    @Range(min = 1, max = 10_000) int accumulate,
    NegativeSampling sampling) {
  private static final Metric NDCG_10 = new Metric(MetricKind.NDCG, 10);
  private static final TrainingSpec CLOSED_FORM =
      new TrainingSpec(1, 1, 1, 0, NDCG_10, 0, 42, "auto", 0);

  /** A constant learning rate, no clipping, uniform negatives. */
  public TrainingSpec(
      int epochs,
      int batchSize,
      double learningRate,
      double weightDecay,
      Metric monitor,
      int patience,
      long seed,
      String device,
      int threads) {
    this(
        epochs,
        batchSize,
        learningRate,
        weightDecay,
        monitor,
        patience,
        seed,
        device,
        threads,
        Schedule.CONSTANT,
        0,
        0,
        1,
        NegativeSampling.UNIFORM);
  }

  /** How the learning rate goes on after the warm-up. */
  public enum Schedule {
    CONSTANT,
    /** Falls in a line to 0 at the last step of the last epoch. */
    LINEAR,
    /** Falls along half a cosine to 0 at the last step of the last epoch. */
    COSINE
  }

  /** Where negatives come from; never an item that the user has. */
  public enum NegativeSampling {
    /** Every item alike. */
    UNIFORM,
    /** As often as the item was interacted with, to the power 0.75. */
    POPULARITY,
    /** The positives of the other rows of the batch. */
    IN_BATCH,
    /** The one with the highest score among a few uniform ones. */
    HARD,
    /** Half uniform, half by popularity. */
    MIXED
  }

  /** Good values for a model where the experiment is silent. */
  public static TrainingSpec defaults(ModelKind kind) {
    return switch (kind) {
      case POPULARITY -> CLOSED_FORM;
      case ITEM_KNN -> CLOSED_FORM;
      case USER_KNN -> CLOSED_FORM;
      case EASE -> CLOSED_FORM;
      case SLIM -> CLOSED_FORM;
      case MARKOV -> CLOSED_FORM;
      case MF -> new TrainingSpec(20, 1, 1, 0, NDCG_10, 0, 42, "auto", 0);
      case ALS -> new TrainingSpec(15, 1, 1, 0, NDCG_10, 0, 42, "auto", 0);
      case BPR ->
          new TrainingSpec(200, 1, 0.03, 0, NDCG_10, 40, 42, "auto", 0)
              .withSampling(NegativeSampling.HARD);
      case LOGISTIC_REGRESSION -> new TrainingSpec(50, 256, 0.01, 0, NDCG_10, 5, 42, "auto", 0);
      case FM -> new TrainingSpec(50, 256, 0.002, 0.5, NDCG_10, 5, 42, "auto", 0);
      case DEEPFM -> new TrainingSpec(50, 256, 0.001, 0.1, NDCG_10, 5, 42, "auto", 0);
      case MLP -> new TrainingSpec(50, 256, 0.001, 0, NDCG_10, 5, 42, "auto", 0);
      case DIN -> new TrainingSpec(50, 256, 0.001, 0, NDCG_10, 5, 42, "auto", 0);
      case NEUMF ->
          new TrainingSpec(100, 256, 0.001, 0, NDCG_10, 10, 42, "auto", 0)
              .withSampling(NegativeSampling.HARD);
      case TWO_TOWER -> new TrainingSpec(100, 1024, 0.001, 0, NDCG_10, 10, 42, "auto", 0);
      case LIGHTGCN ->
          new TrainingSpec(200, 4096, 0.01, 0, NDCG_10, 10, 42, "auto", 0)
              .withSampling(NegativeSampling.HARD);
      case GRU4REC -> new TrainingSpec(100, 32, 0.002, 0, NDCG_10, 10, 42, "auto", 0);
      case CASER -> new TrainingSpec(100, 512, 0.003, 0, NDCG_10, 10, 42, "auto", 0);
      case CROSS_ATTENTION -> new TrainingSpec(100, 32, 0.001, 0, NDCG_10, 10, 42, "auto", 0);
      case BERT4REC -> new TrainingSpec(100, 32, 0.002, 0, NDCG_10, 10, 42, "auto", 0);
      case GAT ->
          new TrainingSpec(200, 4096, 0.005, 0, NDCG_10, 10, 42, "auto", 0)
              .withSampling(NegativeSampling.HARD);
      case SASREC -> new TrainingSpec(200, 32, 0.001, 0, NDCG_10, 10, 42, "auto", 0);
    };
  }

  /**
   * The same where the data may have labels: a click model is then judged by what it predicts. A
   * ranking of the whole catalogue says little about it, as its negatives are other interactions.
   *
   * @param labelled whether a value says what is positive
   */
  public static TrainingSpec defaults(ModelKind kind, boolean labelled) {
    TrainingSpec usual = defaults(kind);
    boolean predicts = kind.group() == ModelGroup.PREDICTION && labelled;
    return predicts ? usual.but(draft -> draft.monitor = Metric.parse("auc")) : usual;
  }

  public TrainingSpec withSeed(long other) {
    return but(draft -> draft.seed = other);
  }

  /** The same for other numbers of epochs at most and without a better one. */
  public TrainingSpec lasting(int most, int withoutBetter) {
    return but(
        draft -> {
          draft.epochs = most;
          draft.patience = withoutBetter;
        });
  }

  public TrainingSpec withSampling(NegativeSampling kind) {
    return but(draft -> draft.sampling = kind);
  }

  public TrainingSpec withLearningRate(double rate) {
    return but(draft -> draft.learningRate = rate);
  }

  public TrainingSpec withBatchSize(int size) {
    return but(draft -> draft.batchSize = size);
  }

  public TrainingSpec withThreads(int cores) {
    return but(draft -> draft.threads = cores);
  }

  private TrainingSpec but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.spec();
  }

  /** The parts that are changed one by one. */
  private static final class Draft {
    private final TrainingSpec from;
    private int epochs;
    private int batchSize;
    private double learningRate;
    private Metric monitor;
    private int patience;
    private long seed;
    private int threads;
    private NegativeSampling sampling;

    Draft(TrainingSpec from) {
      this.from = from;
      epochs = from.epochs;
      batchSize = from.batchSize;
      learningRate = from.learningRate;
      monitor = from.monitor;
      patience = from.patience;
      seed = from.seed;
      threads = from.threads;
      sampling = from.sampling;
    }

    TrainingSpec spec() {
      return new TrainingSpec(
          epochs,
          batchSize,
          learningRate,
          from.weightDecay,
          monitor,
          patience,
          seed,
          from.device,
          threads,
          from.schedule,
          from.warmup,
          from.clipNorm,
          from.accumulate,
          sampling);
    }
  }
}
