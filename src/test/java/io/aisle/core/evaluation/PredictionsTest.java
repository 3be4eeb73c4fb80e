package io.aisle.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.LabelSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Predictor;
import io.aisle.ml.model.Predictor.Target;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import io.aisle.testkit.TestThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class PredictionsTest {
  private static final LabelSpec IMPLICIT = LabelSpec.DEFAULTS;

  /** User 0 had 0 and 1, is tested on 2; user 1 had 3, is tested on 0 and 4; user 2 has no test. */
  private static final SplitData SPLIT =
      new SplitData(
          Rows.of(12, new int[] {0, 1}, new int[] {3}, new int[] {5}),
          Rows.of(12, new int[] {6}, new int[0], new int[0]),
          Rows.of(12, new int[] {2}, new int[] {0, 4}, new int[0]));

  @TempDir Path folder;

  @Test
  void besideEachPositiveStandNegativesThatTheUserHasInNoPart() {
    PredictionRows rows = PredictionRows.of(SPLIT, SPLIT.test(), IMPLICIT, Target.PROBABILITY);
    assertThat(rows.offsets()).containsExactly(0, 5, 15, 15);
    assertThat(rows.label()).startsWith(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    assertThat(rows.item()[0]).isEqualTo(2);
    assertThat(Arrays.copyOfRange(rows.item(), 1, 5))
        .doesNotHaveDuplicates()
        .doesNotContain(0, 1, 2, 6);
    assertThat(Arrays.copyOfRange(rows.item(), 5, 15)).doesNotHaveDuplicates().doesNotContain(3);
    assertThat(PredictionRows.of(SPLIT, SPLIT.test(), IMPLICIT, Target.PROBABILITY).item())
        .as("the same for every run")
        .isEqualTo(rows.item());
  }

  @Test
  void whoHasNearlyEverythingGetsTheNegativesThatThereAre() {
    SplitData split =
        new SplitData(
            Rows.of(5, new int[] {0, 1}), Rows.of(5, new int[] {2}), Rows.of(5, new int[] {3}));
    PredictionRows rows = PredictionRows.of(split, split.test(), IMPLICIT, Target.PROBABILITY);
    assertThat(rows.item()).containsExactly(3, 4);
  }

  @Test
  void withALabelAndWithRatingsTheHeldOutRowsStandAlone() {
    Interactions test =
        new Interactions(
            2,
            4,
            new int[] {0, 2, 3},
            new int[] {1, 2, 3},
            new float[] {4, 3, 5},
            new long[] {7, 8, 9});
    Interactions none = Interactions.empty(2, 4);
    SplitData split = new SplitData(none, none, test);
    LabelSpec label = new LabelSpec(OptionalDouble.of(4), 4);
    PredictionRows rows = PredictionRows.of(split, test, label, Target.PROBABILITY);
    assertThat(rows.label()).containsExactly(1, 0, 1);
    assertThat(rows.time()).containsExactly(7, 8, 9);
    assertThat(PredictionRows.of(split, test, IMPLICIT, Target.RATING).label())
        .containsExactly(4, 3, 5);
  }

  @Test
  void groupedAreaIsWeightedByRowsAndLeavesOutUsersOfOneClass() {
    // user 0: 3 rows, auc 1; user 1: 2 rows, auc 0; user 2: one class; so (3 * 1 + 2 * 0) / 5
    PredictionRows rows = rows(new int[] {0, 3, 5, 6}, 1, 0, 0, 1, 0, 1);
    Predictions made =
        new Predictions(Target.PROBABILITY, rows, new float[] {.9f, .1f, .2f, .3f, .4f, .5f});
    assertThat(made.figure(Metric.of(MetricKind.GAUC))).isCloseTo(.6, Offset.offset(1e-12));
    assertThat(made.ofUser(MetricKind.GAUC, 2)).isNaN();
    assertThat(made.figures())
        .containsOnlyKeys("auc", "gauc", "logloss", "accuracy", "precision", "recall", "f1");
    Predictions nothing = new Predictions(Target.RATING, rows(new int[] {0, 0}), new float[0]);
    assertThat(nothing.figures()).isEmpty();
  }

  @Test
  void threadsDoNotChangePredictionsAndEachRowSeesItsHistory() {
    PredictionRows rows = PredictionRows.of(SPLIT, SPLIT.test(), IMPLICIT, Target.PROBABILITY);
    Predictions alone = predict(rows, false);
    assertThat(predict(rows, true).value()).isEqualTo(alone.value());
    assertThat(alone.value()[0]).as("history of 2, item 2").isEqualTo(2 + 2 / 100f);
    assertThat(alone.value()[5]).as("history of 1, item 0").isEqualTo(1);
  }

  @Test
  void perUserValuesAndRowsAreReadBack() throws IOException {
    PredictionRows rows = rows(new int[] {0, 2, 2, 3}, 1, 0, 1);
    Predictions made = new Predictions(Target.PROBABILITY, rows, new float[] {.9f, .1f, .5f});
    PerUserTable lists =
        new PerUserTable(
            List.of("a", "c"), List.of(Metric.parse("ndcg@10")), new double[][] {{1}, {0}});
    Path file = folder.resolve("per-user.tsv");
    lists.with(made, new int[] {0, 2}).write(file);
    PerUserTable back = PerUserTable.read(file);
    assertThat(back.metrics()).extracting(Metric::id).containsExactly("ndcg@10", "gauc", "logloss");
    assertThat(back.rows()).containsExactly(2, 1);
    assertThat(back.values()[0][1]).isEqualTo(1);
    assertThat(back.values()[1][1]).isNaN();
    assertThat(back.values()[1][2]).isCloseTo(Math.log(2), Offset.offset(1e-7));
  }

  private static Predictions predict(PredictionRows rows, boolean concurrent) {
    try (TestThreads threads = new TestThreads(3)) {
      return new PredictionMaker(threads, CancelSignal.NEVER, ProgressListener.NONE)
          .predict(new Fake(concurrent), SPLIT.train(), rows);
    }
  }

  private static PredictionRows rows(int[] offsets, float... labels) {
    return new PredictionRows(offsets, new int[labels.length], new long[labels.length], labels);
  }

  /** Predicts the length of the history and, behind the point, the item. */
  private record Fake(boolean concurrent) implements Predictor {
    @Override
    public Target target() {
      return Target.PROBABILITY;
    }

    @Override
    public void predict(HistoryBlock block, int[] item, long[] time, float[] out) {
      for (int row = 0; row < out.length; row++) {
        out[row] = block.offsets()[row + 1] - block.offsets()[row] + item[row] / 100f;
      }
    }

    @Override
    public int items() {
      return 12;
    }

    @Override
    public void scoreAll(HistoryBlock block, float[] out) {
      Arrays.fill(out, 0);
    }
  }
}
