package io.aisle.core.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.ml.data.AliasTable;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.rerank.CoOccurrence;
import io.aisle.testkit.Beside;
import io.aisle.testkit.PlantedData;
import io.aisle.testkit.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done to single histories. */
@Beside
class DisturbanceTest {
  private final Interactions train = PlantedData.train();
  private final Known known =
      new Known(
          new EvaluationStage(
              train,
              train,
              Rows.of(
                  PlantedData.ITEMS,
                  Arrays.stream(PlantedData.heldOut(train))
                      .mapToObj(item -> new int[] {item})
                      .toArray(int[][]::new))));
  private final int[] popularity = train.itemCounts();
  private final Noise noise = new Noise(known, 1);
  private final Missing missing = new Missing(known, 1);
  private final Popular popular =
      new Popular(known, new AliasTable(Arrays.stream(popularity).asDoubleStream().toArray()), 1);
  private final Push push = new Push(known, Push.targets(popularity), new CoOccurrence(train), 1);

  private static List<Integer> list(int[] items) {
    return Arrays.stream(items).boxed().toList();
  }

  private static IntStream users() {
    return IntStream.range(0, PlantedData.USERS);
  }

  @Test
  void noisePutsStrangeItemsInTheirPlacesAndMoreOfItContainsLess() {
    for (int user : users().toArray()) {
      int[] old = train.row(user);
      int[] weak = noise.of(user, 0.2, 1).item();
      int[] strong = noise.of(user, 0.6, 1).item();
      BitSet own = known.own(user);
      assertThat(strong).hasSameSizeAs(old).doesNotHaveDuplicates();
      for (int at = 0; at < old.length; at++) {
        assertThat(strong[at] == old[at] || !own.get(strong[at])).isTrue();
        assertThat(weak[at] == old[at] || weak[at] == strong[at]).isTrue();
      }
    }
    assertThat(users().mapToDouble(user -> noise.of(user, 0.4, 2).share()).average().orElse(0))
        .isCloseTo(0.4, within(0.03));
    assertThat(
            users()
                .filter(u -> !Arrays.equals(noise.of(u, 0.4, 1).item(), noise.of(u, 0.4, 2).item()))
                .count())
        .isGreaterThan(50);
  }

  @Test
  void missingEventsLeaveTheOthersInOrderAndAtLeastOne() {
    for (int user : users().toArray()) {
      Changed weak = missing.of(user, 0.3, 1);
      Changed strong = missing.of(user, 0.99, 1);
      assertThat(weak.like()).isSorted();
      assertThat(list(weak.item())).containsAll(list(strong.item()));
      assertThat(strong.item()).isNotEmpty();
    }
  }

  @Test
  void aCutLeavesTheNewest() {
    int[] old = train.row(3);
    Changed two = new Cut(known).of(3, 2, 1);
    assertThat(two.item()).containsExactly(old[old.length - 2], old[old.length - 1]);
    assertThat(two.share()).isCloseTo(7.0 / 9, within(1e-12));
    assertThat(new Cut(known).of(3, 50, 1).item()).isEqualTo(old);
  }

  @Test
  void popularItemsArePutBetweenWhatStaysInOrder() {
    for (int user : users().toArray()) {
      int[] old = train.row(user);
      BitSet own = known.own(user);
      Changed weak = popular.of(user, 1, 1);
      Changed strong = popular.of(user, 4, 1);
      assertThat(strong.item()).hasSize(old.length + 4).doesNotHaveDuplicates();
      List<Integer> kept =
          list(strong.item()).stream().filter(own::get).collect(Collectors.toList());
      assertThat(kept).isEqualTo(list(old));
      assertThat(list(strong.item())).containsAll(list(weak.item()));
      assertThat(strong.like()).isSorted();
    }
  }

  @Test
  void aPushEndsWithWhatGoesWithTheTarget() {
    CoOccurrence together = new CoOccurrence(train);
    for (int user : users().toArray()) {
      int target = push.target(user, 1);
      int[] pushed = push.of(user, 2, 1).item();
      int[] old = train.row(user);
      assertThat(known.own(user).get(target)).isFalse();
      assertThat(pushed).doesNotContain(target).startsWith(old);
      assertThat(pushed.length).isBetween(old.length, old.length + 2);
      if (pushed.length == old.length + 2) {
        assertThat(together.from(target).to(pushed[pushed.length - 1]))
            .isGreaterThanOrEqualTo(together.from(target).to(pushed[pushed.length - 2]));
      }
    }
  }

  @Test
  void theMomentThatListsAreMadeForStays() {
    int[] some = {4, 9};
    Interactions cut = Histories.of(train, some, at -> missing.of(some[at], 0.5, 1));
    for (int user : some) {
      assertThat(cut.time()[cut.offsets()[user + 1] - 1])
          .isEqualTo(train.time()[train.offsets()[user + 1] - 1]);
    }
    assertThat(cut.length(5)).isZero();
    assertThat(Histories.only(train, some).row(9)).isEqualTo(train.row(9));
  }
}
