package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.model.Bert4RecParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.NegativeSampler;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class SequencePlansTest {
  private static final int LENGTH = 6;
  private static final int ITEMS = 100;
  private static final Set<Field> READS =
      EnumSet.of(
          Field.ITEMS, Field.FIRSTS, Field.LASTS, Field.POSITIONS, Field.PLACES, Field.USERS);

  /** Users with 1, 2, 5, 6, 9 and 40 different items. */
  private static TrainingItems items() {
    SplittableRandom random = new SplittableRandom(3);
    int[][] rows =
        IntStream.of(1, 2, 5, 6, 9, 40)
            .mapToObj(n -> random.ints(5L * n, 0, ITEMS).distinct().limit(n).toArray())
            .toArray(int[][]::new);
    return TrainingItems.of(Rows.of(ITEMS, rows), false);
  }

  private static MaskedPlan masked(double share, int batchSize) {
    Bert4RecParams params = new Bert4RecParams(8, 1, 1, LENGTH, 0, share, NextItemLoss.SOFTMAX, 1);
    return MaskedPlan.of(items(), params, ITEMS, batchSize, READS, new SplittableRandom(1));
  }

  @Test
  void whatIsMaskedIsAskedFor() {
    BatchData batch = masked(0.3, 100).batch(0);
    long[] cells = batch.fields().get(Field.ITEMS);
    long[] places = batch.fields().get(Field.PLACES);
    assertThat(Arrays.stream(cells).filter(item -> item == ITEMS).count()).isEqualTo(places.length);
    for (long place : places) {
      assertThat(cells[(int) place]).isEqualTo(ITEMS);
    }
    assertThat(batch.fields().get(Field.TARGETS)).hasSameSizeAs(places);
    assertThat(batch.count()).isEqualTo(places.length);
    assertThat(Arrays.stream(batch.fields().get(Field.TARGETS)).max().orElseThrow())
        .isLessThan(ITEMS);
  }

  @Test
  void everyWindowHasAMaskAndSeesItselfAlone() {
    BatchData batch = masked(0.01, 100).batch(0);
    long[] firsts = batch.fields().get(Field.FIRSTS);
    long[] lasts = batch.fields().get(Field.LASTS);
    long[] cells = batch.fields().get(Field.ITEMS);
    int windows = 0;
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < LENGTH; ) {
        int from = row * LENGTH + (int) firsts[row * LENGTH + column];
        int to = row * LENGTH + (int) lasts[row * LENGTH + column];
        long masks = IntStream.rangeClosed(from, to).filter(c -> cells[c] == ITEMS).count();
        boolean padding = from == to && cells[from] == 0;
        assertThat(masks >= 1 || padding).isTrue();
        windows += masks >= 1 ? 1 : 0;
        column = to - row * LENGTH + 1;
      }
    }
    assertThat(windows).isGreaterThanOrEqualTo(6 + 1 + 6);
  }

  /** Or rather more often, as short windows have a mask in each pass. */
  @Test
  void anEpochMasksEachItemAboutOnce() {
    for (double share : new double[] {0.2, 0.3, 0.5}) {
      MaskedPlan plan = masked(share, 4);
      double masks = IntStream.range(0, plan.count()).mapToDouble(b -> plan.batch(b).count()).sum();
      assertThat(masks / items().train().size()).isBetween(0.6, 2.2);
    }
  }

  @Test
  void aPlanIsTheSameHoweverOftenItIsRead() {
    MaskedPlan plan = masked(0.3, 2);
    assertThat(plan.count()).isGreaterThan(2);
    assertThat(plan.batch(1).fields().get(Field.ITEMS))
        .isEqualTo(plan.batch(1).fields().get(Field.ITEMS));
  }

  @Test
  void windowsOfSimilarLengthsShareABatch() {
    WindowPlan plan = WindowPlan.of(items(), LENGTH, 2, READS, new SplittableRandom(1));
    double targets = 0;
    int cells = 0;
    for (int b = 0; b < plan.count(); b++) {
      BatchData batch = plan.batch(b);
      assertThat(batch.cells()).isLessThanOrEqualTo(2 * LENGTH);
      targets += batch.count();
      cells += batch.cells();
    }
    assertThat(targets).isEqualTo(63 - 6);
    assertThat(cells).isLessThan(75);
  }

  @Test
  void drawnItemsAreNoneOfTheUsers() {
    TrainingItems train = items();
    SparseRows owned = SparseRows.of(train.train());
    EpochPlan plan = WindowPlan.of(train, LENGTH, 3, READS, new SplittableRandom(1));
    for (NegativeSampling kind : NegativeSampling.values()) {
      NegativeSampler sampler = NegativeSampler.of(kind, owned);
      BatchData batch = new SampledPlan(plan, sampler, 4, ITEMS, 9).batch(0);
      long[] users = batch.fields().get(Field.USERS);
      long[] drawn = batch.fields().get(Field.NEGATIVES);
      assertThat(drawn).hasSize(4 * users.length);
      for (int i = 0; i < drawn.length; i++) {
        if (batch.weights().length == 0 || batch.weights()[i / 4] > 0) {
          assertThat(owned.contains((int) users[i / 4], (int) drawn[i])).isFalse();
        }
      }
    }
  }

  @Test
  void oneTargetInTenIsAStrangers() {
    EpochPlan plan = WindowPlan.of(items(), LENGTH, 30, READS, new SplittableRandom(1));
    SomeStrangersPlan some = new SomeStrangersPlan(plan, 6, 2);
    int strangers = 0;
    int all = 0;
    for (int b = 0; b < some.count(); b++) {
      long[] known = some.batch(b).fields().get(Field.KNOWN);
      strangers += (int) Arrays.stream(known).filter(user -> user == 6).count();
      all += known.length;
    }
    assertThat(strangers / (double) all).isBetween(0.01, 0.3);
  }

  @Test
  void attributesOfAnItemShareAWeightAndMissingOnesAreUnknown() {
    Feature tags =
        new Feature("tags", List.of("?", "a", "b"), new int[] {0, 2, 2, 3}, new int[] {1, 2, 2});
    Feature shelf =
        new Feature("shelf", List.of("?", "x"), new int[] {0, 1, 2, 3}, new int[] {1, 1, 1});
    ItemAttributes attributes = ItemAttributes.of(3, List.of(tags, shelf));
    assertThat(attributes.values()).isEqualTo(5);
    assertThat(attributes.row()).containsExactly(0, 0, 1, 2, 0, 1, 2);
    assertThat(attributes.column()).containsExactly(1, 2, 0, 2, 4, 4, 4);
    assertThat(attributes.weight()).containsExactly(0.5f, 0.5f, 1, 1, 1, 1, 1);
  }

  @Test
  void theAttentionOfMaskedItemsIsAmongTheHistory() {
    NativeSetup.prepare(1);
    Bert4RecParams params = new Bert4RecParams(8, 2, 2, LENGTH, 0, 0.3, NextItemLoss.SOFTMAX, 1);
    Bert4RecModel model = Bert4RecModel.of(params, ITEMS);
    float[] values = model.layout().initial(5);
    try (Scorer scorer =
        SequenceScorer.of(model, values, Interactions.empty(1, ITEMS), Device.cpu())) {
      int[] history = {1, 2, 3, 4, 5, 6, 7};
      assertThat(scorer.attention(history, 0).orElseThrow().first()).isEqualTo(2);
      float[][][][] weights = scorer.attention(history, 0).orElseThrow().weights();
      assertThat(weights).hasDimensions(2, 2);
      for (float[] row : weights[1][0]) {
        assertThat(row).hasSize(LENGTH - 1);
        double sum = 0;
        for (float cell : row) {
          sum += cell;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
    }
  }
}
