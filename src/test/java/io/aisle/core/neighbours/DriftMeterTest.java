package io.aisle.core.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.ItemSpace;
import io.aisle.testkit.Beside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class DriftMeterTest {
  private static final int ITEMS = 120;
  private static final int GROUPS = 6;
  private static final int WIDTH = 8;

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "i" + i).toList();
  }

  private static Catalogue catalogue(List<String> ids) {
    List<String> none = Collections.nCopies(ids.size(), "");
    return new Catalogue(List.of(), ids, none, none);
  }

  /** Item i lies near axis {@code i % GROUPS}. */
  private static float[] grouped() {
    SplittableRandom random = new SplittableRandom(2);
    float[] data = new float[ITEMS * WIDTH];
    for (int i = 0; i < ITEMS; i++) {
      for (int k = 0; k < WIDTH; k++) {
        data[i * WIDTH + k] = (float) ((k == i % GROUPS ? 3 : 0) + random.nextGaussian() * 0.4);
      }
    }
    return data;
  }

  private static DriftMeter.Side side(float[] data) {
    return new DriftMeter.Side(
        new ItemSpace.Vectors(data.length / WIDTH, WIDTH, data),
        catalogue(ids(0, data.length / WIDTH)));
  }

  private static Drift measure(DriftMeter.Side run, DriftMeter.Side against) {
    return new DriftMeter(run, against, new TieBreak(1), Parallel.SEQUENTIAL)
        .measure(10, ProgressListener.NONE, CancelSignal.NEVER);
  }

  @Test
  void aRunHasNotDriftedFromItself() {
    Drift drift = measure(side(grouped()), side(grouped()));
    assertThat(drift.overlap()).isEqualTo(1);
    assertThat(drift.shift()).isCloseTo(0, within(1e-6));
    assertThat(drift.missing()).isZero();
    assertThat(drift.items()).hasSize(ITEMS);
  }

  @Test
  void plantedDriftStandsFirst() {
    float[] moved = grouped();
    for (int item : new int[] {3, 40, 77}) { // to the next group
      float last = moved[item * WIDTH + (item + 1) % GROUPS];
      moved[item * WIDTH + (item + 1) % GROUPS] = moved[item * WIDTH + item % GROUPS];
      moved[item * WIDTH + item % GROUPS] = last;
    }
    Drift drift = measure(side(grouped()), side(moved));
    assertThat(drift.items().subList(0, 3))
        .extracting(ItemDrift::item)
        .containsExactlyInAnyOrder("i3", "i40", "i77");
    assertThat(drift.items().get(2).shift()).isGreaterThan(0.5);
    assertThat(drift.items().get(3).overlap()).isGreaterThan(0.5);
    assertThat(drift.items().get(3).shift()).isLessThan(0.1);
  }

  @Test
  void shuffledVectorsOverlapByChanceAlone() {
    float[] data = grouped();
    float[] shuffled = new float[data.length];
    List<Integer> order = new ArrayList<>(IntStream.range(0, ITEMS).boxed().toList());
    Collections.shuffle(order, new Random(3));
    for (int i = 0; i < ITEMS; i++) {
      System.arraycopy(data, i * WIDTH, shuffled, order.get(i) * WIDTH, WIDTH);
    }
    Drift drift = measure(side(data), side(shuffled));
    assertThat(drift.chance()).isCloseTo(10.0 / 119 / (2 - 10.0 / 119), within(1e-9));
    assertThat(drift.overlap()).isCloseTo(drift.chance(), within(0.05));
  }

  @Test
  void itemsOfOneRunAloneMoveNothing() {
    float[] data = grouped();
    float[] fewer = Arrays.copyOf(data, 100 * WIDTH);
    Drift drift = measure(side(data), side(fewer));
    assertThat(drift.overlap()).isEqualTo(1);
    assertThat(drift.missing()).isEqualTo(20);
    assertThat(drift.items()).hasSize(100);
  }

  @Test
  void anItemThatWasNeverLearnedIsLeftOut() {
    float[] data = grouped();
    Arrays.fill(data, 5 * WIDTH, 6 * WIDTH, 0);
    Drift drift = measure(side(data), side(grouped()));
    assertThat(drift.items()).extracting(ItemDrift::item).doesNotContain("i5").hasSize(119);
    assertThat(drift.missing()).isEqualTo(1);
  }

  @Test
  void weightsAreComparedWithVectorsWithoutAShift() {
    ItemSpace.Links next = new ItemSpace.Links(ITEMS, (item, out) -> out[(item + 1) % ITEMS] = 1);
    Drift drift = measure(new DriftMeter.Side(next, catalogue(ids(0, ITEMS))), side(grouped()));
    assertThat(drift.shift()).isNull();
    assertThat(drift.items()).hasSize(ITEMS).allMatch(item -> item.shift() == null);
  }

  @Test
  void runsWithoutSharedItemsAreRefused() {
    DriftMeter.Side other =
        new DriftMeter.Side(side(grouped()).space(), catalogue(ids(500, 500 + ITEMS)));
    assertThatThrownBy(() -> measure(side(grouped()), other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("share 0 items");
  }
}
