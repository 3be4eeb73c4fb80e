package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.data.NegativeSampler;
import io.aisle.ml.data.SparseRows;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a sequence model minimises.
 *
 * @param loss over the catalogue, or against sampled negatives
 * @param negatives for each target, where they are sampled
 */
record SequenceObjective(NextItemLoss loss, int negatives) {
  /** Scores that the softmax computes at a time. */
  static final long CHUNK = 2_600_000;

  /** What a network reads together with what its loss does. */
  Set<Field> reads(Set<Field> network) {
    Set<Field> reads = EnumSet.copyOf(network);
    if (loss == NextItemLoss.SAMPLED) {
      reads.add(Field.USERS);
    }
    return reads;
  }

  /** The softmax needs nothing; negatives are drawn on the heap, anew for each epoch. */
  Prepared prepare(NegativeSampling sampling, TrainingItems train, Constants constants) {
    if (loss == NextItemLoss.SOFTMAX) {
      return new Prepared(new SoftmaxLoss(CHUNK, constants), (plan, seed) -> plan);
    }
    NegativeSampler sampler = NegativeSampler.of(sampling, SparseRows.of(train.train()));
    int draws = negatives * sampler.candidates();
    return new Prepared(
        new SampledLoss(negatives, sampler.candidates()),
        (plan, seed) -> new SampledPlan(plan, sampler, draws, train.train().items(), seed));
  }

  /** The loss, and how the plan of an epoch comes to its negatives. */
  record Prepared(SequenceLoss loss, BiFunction<EpochPlan, Long, EpochPlan> negatives) {}
}
