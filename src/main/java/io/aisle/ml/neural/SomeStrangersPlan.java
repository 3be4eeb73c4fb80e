package io.aisle.ml.neural;

import java.util.SplittableRandom;

/**
 * A plan that tells for one target in ten not who the user is, so that the row that stands for
 * strangers is trained, too.
 *
 * @param plan with the user of each target among its fields
 * @param users how many there are; that number stands for a stranger
 * @param seed of the epoch
 */
record SomeStrangersPlan(EpochPlan plan, int users, long seed) implements EpochPlan {
  private static final int ONE_IN = 10;

  @Override
  public int count() {
    return plan.count();
  }

  @Override
  public BatchData batch(int index) {
    BatchData batch = plan.batch(index);
    SplittableRandom random = new SplittableRandom(Seeds.of(~seed, index + 1));
    long[] known = batch.fields().get(Field.USERS).clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = random.nextInt(ONE_IN) == 0 ? users : known[i];
    }
    batch.fields().put(Field.KNOWN, known);
    return batch;
  }
}
