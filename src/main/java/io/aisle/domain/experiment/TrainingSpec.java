package io.aisle.domain.experiment;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.Range;

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
    @Range(min = 0, max = 1024) int threads) {
  private static final Metric NDCG_10 = new Metric(MetricKind.NDCG, 10);

  /** Good values for a model where the experiment is silent. */
  public static TrainingSpec defaults(ModelKind kind) {
    return switch (kind) {
      case POPULARITY, ITEM_KNN, EASE -> new TrainingSpec(1, 1, 1, 0, NDCG_10, 0, 42, "auto", 0);
      case ALS -> new TrainingSpec(15, 1, 1, 0, NDCG_10, 0, 42, "auto", 0);
      case BPR -> new TrainingSpec(200, 1, 0.05, 0, NDCG_10, 20, 42, "auto", 0);
      case SASREC -> new TrainingSpec(200, 32, 0.001, 0, NDCG_10, 10, 42, "auto", 0);
    };
  }

  public TrainingSpec withThreads(int cores) {
    return new TrainingSpec(
        epochs, batchSize, learningRate, weightDecay, monitor, patience, seed, device, cores);
  }
}
