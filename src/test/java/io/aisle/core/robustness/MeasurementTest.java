package io.aisle.core.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.robustness.Robustness.Figure;
import io.aisle.core.robustness.Robustness.Level;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.CancelledException;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.testkit.TestControl;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of which is known how far they must move, on users who walk through a group's items. */
@Beside
class MeasurementTest {
  private static final RobustnessSettings SETTINGS =
      new RobustnessSettings(1000, 3, 7, List.of(0.2, 0.6), List.of(1, 3), List.of(3, 1));
  private static final int PER_GROUP = 10;

  @TempDir static Path folder;
  private static OpenRun popularity;
  private static OpenRun similar;

  @BeforeAll
  static void train() {
    PlantedSplit.write(folder);
    popularity = open("popularity");
    similar = open("item-knn");
  }

  @AfterAll
  static void close() {
    popularity.close();
    similar.close();
  }

  private static OpenRun open(String kind) {
    return OpenRun.open(
        new RunFolder(
            LocalRuns.train(
                    folder,
                    """
                    split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
                    model: {kind: %s}
                    training: {threads: 1}
                    """
                        .formatted(kind),
                    folder.resolve(kind))
                .path()));
  }

  private static Robustness measured(OpenRun run, Scorer scorer, RobustnessSettings settings) {
    TestControl control = new TestControl();
    return new Measurement(run, scorer, settings, control, control).measure();
  }

  private static Robustness measured(OpenRun run, Scorer scorer) {
    return measured(run, scorer, SETTINGS);
  }

  private static Figure ndcg(Level level) {
    return level.metrics().get("ndcg@10");
  }

  @Test
  void whatDoesNotReadTheHistoryMovesByExactlyNothing() {
    Robustness found = measured(popularity, popularity.scorer());
    assertThat(found.deaf()).isTrue();
    assertThat(found.stored()).isFalse();
    assertThat(found.usual()).isEqualTo(found.alone());
    assertThat(found.levels())
        .hasSize(2 * 2 + 2 * 2 + 2)
        .allSatisfy(
            level -> {
              assertThat(ndcg(level).difference()).isEqualTo(new Value(0, 0, 0));
              assertThat(ndcg(level).kept()).isEqualTo(new Value(1, 1, 1));
              assertThat(level.overlap()).isEqualTo(new Value(1, 1, 1));
            });
  }

  /** Lists what follows the newest item. */
  private static Scorer copyist(int items) {
    return new Scorer() {
      @Override
      public int items() {
        return items;
      }

      @Override
      public void scoreAll(HistoryBlock block, float[] out) {
        Arrays.fill(out, 0);
        for (int row = 0; row < block.size(); row++) {
          int end = block.offsets()[row + 1];
          if (end > block.offsets()[row]) {
            out[row * items + next(block.item()[end - 1])] = 1;
          }
        }
      }

      @Override
      public boolean concurrent() {
        return true;
      }
    };
  }

  /** The catalogue is in the order of the files, so the walk is read off the ids. */
  private static int next(int item) {
    List<String> ids = popularity.data().catalogue().items();
    for (int at = 0; at < PlantedSplit.ITEMS; at++) {
      if (PlantedSplit.item(at).equals(ids.get(item))) {
        int first = at / PER_GROUP * PER_GROUP;
        return ids.indexOf(PlantedSplit.item(first + (at + 1 - first) % PER_GROUP));
      }
    }
    throw new AssertionError(ids.get(item));
  }

  @Test
  void whoCopiesTheNewestItemCollapsesUnderNoiseAndDoesNotMindACut() {
    Robustness found = measured(popularity, copyist(PlantedSplit.ITEMS));
    assertThat(found.alone().get("recall@10").mean()).isGreaterThan(0.9);
    List<Level> noise = found.of(Perturbation.NOISE);
    // the newest event is hit as often as any other, and then the list is worth little
    assertThat(noise.getFirst().changed()).isCloseTo(0.2, within(0.03));
    assertThat(noise.getLast().changed()).isCloseTo(0.6, within(0.03));
    assertThat(noise.getFirst().metrics().get("mrr@10").kept().mean()).isCloseTo(0.83, within(0.1));
    assertThat(noise.getLast().metrics().get("mrr@10").kept().mean()).isCloseTo(0.45, within(0.12));
    assertThat(ndcg(noise.getLast()).difference().high()).isLessThan(0);
    assertThat(noise.getLast().rankBiased().mean()).isLessThan(0.9);
    assertThat(found.of(Perturbation.CUT))
        .allSatisfy(level -> assertThat(ndcg(level).difference()).isEqualTo(new Value(0, 0, 0)));
    // pushed items stand at the end, popular ones rarely
    Level pushed = found.of(Perturbation.PUSH).getFirst();
    Level popular = found.of(Perturbation.POPULAR).getFirst();
    assertThat(ndcg(pushed).difference().mean()).isLessThan(ndcg(popular).difference().mean());
  }

  @Test
  void aPushedTargetIsShownMoreOften() {
    Robustness found = measured(similar, similar.scorer());
    assertThat(found.deaf()).isFalse();
    Figure target = found.of(Perturbation.PUSH).getLast().target();
    assertThat(target.difference().low()).isPositive();
    assertThat(found.of(Perturbation.NOISE)).allMatch(level -> level.target() == null);
  }

  @Test
  void intervalsHoldTheirMeansAndStrongerOnesContainWeakerOnes() {
    Robustness found = measured(similar, similar.scorer());
    for (Perturbation kind : Perturbation.values()) {
      List<Level> levels = found.of(kind);
      assertThat(levels.getLast().changed()).isGreaterThan(levels.getFirst().changed());
      for (Level level : levels) {
        Figure figure = ndcg(level);
        for (Value value : List.of(figure.after(), figure.difference(), figure.kept())) {
          assertThat(value.mean()).isBetween(value.low(), value.high());
        }
        assertThat(figure.difference().mean())
            .isCloseTo(figure.after().mean() - found.alone().get("ndcg@10").mean(), within(1e-12));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherOneDoesNot() {
    Robustness one = measured(similar, similar.scorer());
    Robustness again = measured(similar, similar.scorer());
    assertThat(again.levels()).isEqualTo(one.levels());
    assertThat(again.items()).isEqualTo(one.items());
    assertThat(measured(similar, similar.scorer(), SETTINGS.with(1000, 8)).levels())
        .isNotEqualTo(one.levels());
  }

  @Test
  void aModelThatStoresItsUsersIsHeldAgainstItselfWithoutThem() {
    Scorer copyist = copyist(PlantedSplit.ITEMS);
    Scorer storing =
        new Scorer() {
          @Override
          public int items() {
            return copyist.items();
          }

          @Override
          public boolean concurrent() {
            return true;
          }

          @Override
          public void scoreAll(HistoryBlock block, float[] out) {
            copyist.scoreAll(block, out);
            for (int row = 0; row < block.size() && block.user()[0] >= 0; row++) {
              for (int item = 0; item < items(); item++) {
                out[row * items() + item] *= -1;
              }
            }
          }
        };
    Robustness found = measured(popularity, storing);
    assertThat(found.stored()).isTrue();
    assertThat(found.alone().get("ndcg@10").mean())
        .isGreaterThan(found.usual().get("ndcg@10").mean());
    assertThat(ndcg(found.of(Perturbation.CUT).getLast()).difference().mean()).isZero();
  }

  @Test
  void heldOutItemsAreGroupedByTheirPopularity() {
    Robustness found = measured(similar, similar.scorer());
    assertThat(found.items()).isNotEmpty();
    assertThat(found.items().stream().mapToInt(Robustness.ItemGroup::heldOut).sum())
        .isEqualTo(found.users());
    double mean =
        found.items().stream()
            .mapToDouble(group -> group.users() * group.metrics().get("ndcg@10").mean())
            .sum();
    assertThat(mean / found.users()).isCloseTo(found.usual().get("ndcg@10").mean(), within(1e-9));
    for (int group = 1; group < found.items().size(); group++) {
      assertThat(found.items().get(group).least())
          .isGreaterThan(found.items().get(group - 1).most());
    }
  }

  @Test
  void fewerUsersAreDrawnAndItCanBeCancelled() {
    assertThat(measured(similar, similar.scorer(), SETTINGS.with(20, 7)).users()).isEqualTo(20);
    TestControl control = new TestControl(progress -> progress.fraction() > 0.3);
    assertThatThrownBy(
            () -> new Measurement(similar, similar.scorer(), SETTINGS, control, control).measure())
        .isInstanceOf(CancelledException.class);
    assertThat(control.seen()).allMatch(progress -> progress.phase().equals("perturbing"));
    assertThat(control.seen().getLast().fraction()).isLessThan(0.5);
  }
}
