package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@Beside
class EpochPlanTest {
  private static final int LENGTH = 5;
  private static final PrefixPlan.Columns COLUMNS = new PrefixPlan.Columns(LENGTH, false, 0);

  /** Users with 0, 1, 2, 4, 6, 7 and 23 interactions; every interaction has an item of its own. */
  private static Interactions sequences() {
    int[] lengths = {0, 1, 2, 4, 6, 7, 23};
    int[] offsets = new int[lengths.length + 1];
    for (int u = 0; u < lengths.length; u++) {
      offsets[u + 1] = offsets[u] + lengths[u];
    }
    int size = offsets[lengths.length];
    int[] item = new int[size];
    Arrays.setAll(item, i -> i);
    return new Interactions(lengths.length, size, offsets, item, new float[size], new long[0]);
  }

  private static final Set<Field> READS =
      EnumSet.of(Field.ITEMS, Field.FIRSTS, Field.LASTS, Field.POSITIONS);

  private static PackedPlan packed(int seed) {
    TrainingItems train = TrainingItems.of(sequences(), false);
    return PackedPlan.of(train, LENGTH, 100, READS, new SplittableRandom(seed));
  }

  private static PrefixPlan prefixes(int batchSize, int seed) {
    TrainingItems train = TrainingItems.of(sequences(), false);
    return PrefixPlan.of(train, COLUMNS, batchSize, READS, new SplittableRandom(seed));
  }

  @Test
  void everyItemButAUsersFirstIsATargetOnce() {
    for (int seed = 0; seed < 20; seed++) {
      for (EpochPlan plan : List.of(packed(seed), prefixes(4, seed))) {
        TreeMap<Long, Integer> seen = new TreeMap<>();
        for (int b = 0; b < plan.count(); b++) {
          BatchData batch = plan.batch(b);
          long[] targets = batch.fields().get(Field.TARGETS);
          for (int i = 0; i < targets.length; i++) {
            if (batch.weights().length == 0 || batch.weights()[i] > 0) {
              seen.merge(targets[i], 1, Integer::sum);
            }
          }
        }
        assertThat(seen.values()).containsOnly(1);
        assertThat(seen).hasSize(43 - 6).doesNotContainKeys(0L, 1L, 3L, 7L, 13L, 20L);
      }
    }
  }

  @Test
  void aTargetFollowsItsInputAndSeesOnlyItsOwnWindow() {
    BatchData batch = packed(3).batch(0);
    long[] items = batch.fields().get(Field.ITEMS);
    long[] targets = batch.fields().get(Field.TARGETS);
    long[] firsts = batch.fields().get(Field.FIRSTS);
    long[] positions = batch.fields().get(Field.POSITIONS);
    assertThat(batch.count()).isEqualTo(37);
    for (int i = 0; i < targets.length; i++) {
      int row = i / LENGTH;
      int first = (int) firsts[i];
      if (batch.weights()[i] == 0) {
        assertThat(first).isEqualTo(i % LENGTH);
        continue;
      }
      assertThat(targets[i]).isEqualTo(items[i] + 1);
      int back = i % LENGTH - first;
      assertThat(items[row * LENGTH + first]).isEqualTo(items[i] - back);
      assertThat(positions[i]).isEqualTo(positions[row * LENGTH + first] + back);
    }
  }

  @Test
  void theNewestItemOfAWindowStandsAtTheLastPosition() {
    BatchData batch = packed(3).batch(0);
    for (int i = 0; i < batch.cells(); i++) {
      if (batch.weights()[i] > 0 && batch.fields().get(Field.LASTS)[i] == i % LENGTH) {
        assertThat(batch.fields().get(Field.POSITIONS)[i]).isEqualTo(LENGTH - 1);
      }
    }
  }

  @Test
  void shortWindowsShareRows() {
    assertThat(packed(3).batch(0).rows()).isLessThanOrEqualTo(9);
  }

  @Test
  void lastPositionsHaveARowForEachPrefixAndBatchesAreNoLongerThanTheirLongest() {
    PrefixPlan plan = prefixes(4, 3);
    int rows = 0;
    int cells = 0;
    for (int b = 0; b < plan.count(); b++) {
      BatchData batch = plan.batch(b);
      assertThat(batch.fields().get(Field.TARGETS)).hasSize(batch.rows());
      assertThat(batch.weights()).isEmpty();
      rows += batch.rows();
      cells += batch.cells();
    }
    assertThat(rows).isEqualTo(43 - 6);
    assertThat(cells).isLessThan(rows * LENGTH);
  }

  @Test
  void aTargetWeighsWhatItsInteractionIsWorth() {
    Interactions all = sequences();
    for (int i = 0; i < all.size(); i++) {
      all.value()[i] = i;
    }
    TrainingItems train = TrainingItems.of(all, true);
    EpochPlan plan = PrefixPlan.of(train, COLUMNS, 100, READS, new SplittableRandom(1));
    BatchData batch = plan.batch(0);
    for (int i = 0; i < batch.rows(); i++) {
      assertThat(batch.weights()[i]).isEqualTo(batch.fields().get(Field.TARGETS)[i]);
    }
    assertThat(batch.count()).isEqualTo(43 * 42 / 2 - 0 - 1 - 3 - 7 - 13 - 20);
  }

  @Test
  void theSeedFixesTheOrder() {
    long[] once = items(3);
    assertThat(items(3)).isEqualTo(once);
    assertThat(items(4)).isNotEqualTo(once);
  }

  private static long[] items(int seed) {
    return packed(seed).batch(0).fields().get(Field.ITEMS);
  }
}
