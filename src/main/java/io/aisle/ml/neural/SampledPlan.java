package io.aisle.ml.neural;

import io.aisle.ml.data.NegativeSampler;
import java.util.SplittableRandom;

/**
 * A plan whose batches bring drawn items along, which the users of the targets do not have.
 *
 * @param plan with the user of each target among its fields
 * @param perTarget draws for each target
 * @param seed of the epoch
 */
record SampledPlan(EpochPlan plan, NegativeSampler sampler, int perTarget, int items, long seed)
    implements EpochPlan {
  @Override
  public int count() {
    return plan.count();
  }

  @Override
  public BatchData batch(int index) {
    BatchData batch = plan.batch(index);
    SplittableRandom random = new SplittableRandom(Seeds.of(seed, index + 1));
    int[] users = ints(batch.fields().get(Field.USERS));
    int[] drawn = new int[Math.multiplyExact(users.length, perTarget)];
    sampler.fill(users, ints(batch.fields().get(Field.TARGETS)), perTarget, random, drawn);
    long[] negatives = new long[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      negatives[i] = drawn[i] == NegativeSampler.NONE ? random.nextInt(items) : drawn[i];
    }
    batch.fields().put(Field.NEGATIVES, negatives);
    return batch;
  }

  private static int[] ints(long[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
    }
    return ints;
  }
}
