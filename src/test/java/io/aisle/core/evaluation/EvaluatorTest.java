package io.aisle.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.job.ThreadParallel;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Beside
class EvaluatorTest {
  private static final List<Metric> METRICS = ProtocolSpec.DEFAULTS.all();

  /** Scores every item by a hash of user, history and item. */
  private record HashScorer(int items, boolean concurrent) implements Scorer {
    @Override
    public void scoreAll(HistoryBlock block, float[] out) {
      assertThat(out).hasSize(block.size() * items);
      for (int r = 0; r < block.size(); r++) {
        int[] row = Arrays.copyOfRange(block.item(), block.offsets()[r], block.offsets()[r + 1]);
        SplittableRandom random =
            new SplittableRandom(1000L * block.user()[r] + Arrays.hashCode(row));
        for (int i = 0; i < items; i++) {
          out[r * items + i] = random.nextInt(200);
        }
      }
    }
  }

  /** Prefers items with a high index. */
  private record IndexScorer(int items) implements Scorer {
    @Override
    public void scoreAll(HistoryBlock block, float[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = i % items;
      }
    }

    @Override
    public boolean concurrent() {
      return true;
    }
  }

  private static ProtocolSpec protocol(OptionalInt candidates, boolean excludeSeen) {
    return new ProtocolSpec(
        candidates, excludeSeen, ProtocolSpec.History.ALL, MetricKind.RANKING, List.of(5, 10, 20));
  }

  private static Evaluator evaluator(ProtocolSpec protocol, Parallel parallel) {
    return new Evaluator(protocol, 1, parallel, CancelSignal.NEVER, ProgressListener.NONE);
  }

  private static Evaluation evaluate(
      ProtocolSpec protocol, Scorer scorer, EvaluationStage stage, String... metrics) {
    List<Metric> wanted = Arrays.stream(metrics).map(Metric::parse).toList();
    return evaluator(protocol, Parallel.SEQUENTIAL)
        .evaluate(scorer, stage, wanted, 3, stage.seen().itemCounts());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void neitherThreadsNorBlocksChangeTheResult(boolean concurrent) {
    Interactions all = Rows.random(700, 300, 20, 3);
    EvaluationStage stage =
        new EvaluationStage(all, Rows.random(700, 300, 9, 4), Rows.random(700, 300, 4, 5));
    int[] popularity = all.itemCounts();
    ProtocolSpec protocol = ProtocolSpec.DEFAULTS;
    Evaluation one =
        evaluator(protocol, Parallel.SEQUENTIAL)
            .evaluate(new HashScorer(300, true), stage, METRICS, 20, popularity);
    try (ThreadParallel threads = new ThreadParallel(3)) {
      Evaluation many =
          evaluator(protocol, threads)
              .evaluate(new HashScorer(300, concurrent), stage, METRICS, 20, popularity);

      assertThat(many.means()).isEqualTo(one.means());
      assertThat(many.users()).isEqualTo(one.users());
      assertThat(many.lists()).isDeepEqualTo(one.lists());
      assertThat(many.scores()).isDeepEqualTo(one.scores());
      assertThat(Arrays.deepEquals(many.perUser(), one.perUser())).isTrue();
    }
  }

  @Test
  void usersWithoutTruthAreLeftOutAndColdOnesCounted() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(5, new int[] {0}, new int[0], new int[] {1}, new int[0]),
            Rows.of(5, new int[] {0}, new int[0], new int[] {1}, new int[0]),
            Rows.of(5, new int[] {4}, new int[] {4}, new int[0], new int[] {0}));
    Evaluation evaluation =
        evaluate(protocol(OptionalInt.empty(), true), new IndexScorer(5), stage, "hit@1");

    assertThat(evaluation.users()).containsExactly(0, 1, 3);
    assertThat(evaluation.cold()).isEqualTo(2);
    assertThat(evaluation.mean(Metric.parse("hit@1"))).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(evaluation.perUser()).isEqualTo(new double[][] {{1}, {1}, {0}});
  }

  @Test
  void seenItemsAreMaskedOnlyWhenTheProtocolSaysSo() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(6, new int[] {1, 5}), Rows.of(6, new int[] {3, 5}), Rows.of(6, new int[] {4}));

    Evaluation masked =
        evaluate(protocol(OptionalInt.empty(), true), new IndexScorer(6), stage, "mrr@3");
    assertThat(masked.lists()[0])
        .as("1 is known of the user, as a view is, but not seen")
        .containsExactly(4, 2, 1);
    assertThat(masked.scores()[0]).containsExactly(4, 2, 1);
    Evaluation open =
        evaluate(protocol(OptionalInt.empty(), false), new IndexScorer(6), stage, "mrr@3");
    assertThat(open.lists()[0]).containsExactly(5, 4, 3);
    assertThat(open.mean(Metric.parse("mrr@3"))).isEqualTo(0.5);
  }

  @Test
  void aTestItemThatIsMaskedCannotBeHitAndStillCounts() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(6, new int[] {5}), Rows.of(6, new int[] {5, 3}), Rows.of(6, new int[] {3, 4}));
    Evaluation evaluation =
        evaluate(protocol(OptionalInt.empty(), true), new IndexScorer(6), stage, "recall@6");

    assertThat(evaluation.mean(Metric.parse("recall@6"))).isEqualTo(0.5);
  }

  @Test
  void aScorerOfAnotherCatalogueIsRefused() {
    Interactions rows = Rows.of(6, new int[] {5});

    assertThatThrownBy(
            () ->
                evaluate(
                    ProtocolSpec.DEFAULTS,
                    new IndexScorer(7),
                    new EvaluationStage(rows, rows, rows),
                    "hit@1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsMadeElsewhereAreJudgedAlike() {
    Interactions history = Rows.random(50, 200, 20, 3);
    EvaluationStage stage = new EvaluationStage(history, history, Rows.random(50, 200, 4, 5));
    Evaluation own =
        evaluator(ProtocolSpec.DEFAULTS, Parallel.SEQUENTIAL)
            .evaluate(new HashScorer(200, true), stage, METRICS, 20, history.itemCounts());
    int[][] lists = new int[50][0];
    float[][] scores = new float[50][0];
    for (int at = 0; at < own.users().length; at++) {
      lists[own.users()[at]] = own.lists()[at];
      scores[own.users()[at]] = own.scores()[at];
    }
    Evaluation judged = ListJudge.judge(stage, lists, scores, METRICS, history.itemCounts());

    assertThat(judged.means()).isEqualTo(own.means());
    assertThat(Arrays.deepEquals(judged.perUser(), own.perUser())).isTrue();
  }

  @Test
  void whereLittleIsLeftTheListIsShort() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(4, new int[0]), Rows.of(4, new int[] {0, 1, 2}), Rows.of(4, new int[] {3}));
    Evaluation evaluation =
        evaluate(protocol(OptionalInt.empty(), true), new IndexScorer(4), stage, "precision@2");

    assertThat(evaluation.lists()[0]).containsExactly(3);
    assertThat(evaluation.mean(Metric.parse("precision@2"))).isEqualTo(0.5);
  }

  @Test
  void coverageIsTheShareOfTheCatalogueThatAnyListHolds() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(8, new int[0], new int[0]),
            Rows.of(8, new int[] {7}, new int[0]),
            Rows.of(8, new int[] {1}, new int[] {1}));
    Evaluation evaluation =
        evaluate(protocol(OptionalInt.empty(), true), new IndexScorer(8), stage, "coverage@2");

    // 6, 5 and 7, 6
    assertThat(evaluation.mean(Metric.parse("coverage@2"))).isEqualTo(3.0 / 8);
    assertThat(evaluation.perUser()[0][0]).isNaN();
  }

  @Test
  void listsAreAsDeepAsTheDeepestMetric() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(50, new int[0]), Rows.of(50, new int[0]), Rows.of(50, new int[] {3}));
    Evaluation evaluation =
        evaluate(protocol(OptionalInt.empty(), true), new IndexScorer(50), stage, "recall@30");

    assertThat(evaluation.lists()[0]).hasSize(30);
  }

  @Test
  void theCandidatesOfNeighbouringUsersAreDrawnApart() {
    int items = 400;
    int users = 300;
    CandidateSampler sampler = new CandidateSampler(40, items);
    Interactions truth =
        Rows.of(items, IntStream.range(0, users).mapToObj(_ -> new int[0]).toArray(int[][]::new));
    boolean[][] drawn = new boolean[users][items];
    for (int user = 0; user < users; user++) {
      float[] scores = new float[items];
      sampler.keepCandidates(scores, 0, user, truth);
      for (int item = 0; item < items; item++) {
        drawn[user][item] = scores[item] == 0;
      }
    }
    for (int shift = -2; shift <= 2; shift++) {
      int common = 0;
      for (int user = 1; user < users; user++) {
        for (int item = 2; item < items - 2; item++) {
          common += drawn[user][item] && drawn[user - 1][item + shift] ? 1 : 0;
        }
      }
      double expected = (users - 1) * (items - 4) * 0.1 * 0.1;
      assertThat(common / expected).as("shifted by %d", shift).isBetween(0.85, 1.15);
    }
  }

  @Test
  void sampledCandidatesAreTheTruthAndSoManyOthersForEveryModel() {
    Interactions history = Rows.random(60, 200, 20, 3);
    Interactions truth = Rows.random(60, 200, 4, 5);
    EvaluationStage stage = new EvaluationStage(history, history, truth);
    ProtocolSpec sampled = protocol(OptionalInt.of(15), true);
    Evaluation one = evaluate(sampled, new IndexScorer(200), stage, "recall@200", "coverage@200");
    Evaluation two = evaluate(sampled, new HashScorer(200, true), stage, "recall@200");

    for (int at = 0; at < one.users().length; at++) {
      int user = one.users()[at];
      int[] hidden = history.row(user);
      int[] relevant =
          Arrays.stream(truth.row(user))
              .filter(i -> Arrays.stream(hidden).noneMatch(h -> h == i))
              .toArray();
      int[] list = one.lists()[at];
      assertThat(list).hasSize(15 + relevant.length).doesNotHaveDuplicates();
      List<Integer> listed = Arrays.stream(list).boxed().toList();
      assertThat(listed).containsAll(Arrays.stream(relevant).boxed().toList());
      assertThat(listed)
          .doesNotContainAnyElementsOf(
              IntStream.concat(IntStream.of(-1), IntStream.of(hidden)).boxed().toList());
      assertThat(two.lists()[at]).containsExactlyInAnyOrder(list);
    }
    // the users' candidates differ: together they cover far more than one user's
    assertThat(one.mean(Metric.parse("coverage@200"))).isGreaterThan(0.9);
  }

  @Test
  void fewerItemsThanCandidatesAreAllTaken() {
    EvaluationStage stage =
        new EvaluationStage(
            Rows.of(6, new int[0]), Rows.of(6, new int[] {5}), Rows.of(6, new int[] {2}));
    Evaluation evaluation =
        evaluate(protocol(OptionalInt.of(100), true), new IndexScorer(6), stage, "recall@6");

    assertThat(evaluation.lists()[0]).containsExactly(4, 3, 2, 1, 0);
  }

  @Test
  void cancelEndsBetweenBlocks() {
    Interactions many =
        Rows.of(3000, IntStream.range(0, 2000).mapToObj(_ -> new int[] {1}).toArray(int[][]::new));
    AtomicInteger asked = new AtomicInteger();
    Evaluator evaluator =
        new Evaluator(
            ProtocolSpec.DEFAULTS,
            1,
            Parallel.SEQUENTIAL,
            () -> asked.incrementAndGet() > 2,
            ProgressListener.NONE);

    assertThatThrownBy(
            () ->
                evaluator.evaluate(
                    new IndexScorer(3000), many, many, many, METRICS, 20, many.itemCounts()))
        .isInstanceOf(CancelledException.class);
    assertThat(asked.get()).isEqualTo(3);
  }

  @Test
  void progressCountsUsersUpToTheEnd() {
    Interactions many =
        Rows.of(3000, IntStream.range(0, 1000).mapToObj(_ -> new int[] {1}).toArray(int[][]::new));
    List<Progress> seen = new ArrayList<>();
    new Evaluator(ProtocolSpec.DEFAULTS, 1, Parallel.SEQUENTIAL, CancelSignal.NEVER, seen::add)
        .evaluate(new IndexScorer(3000), many, many, many, METRICS, 20, many.itemCounts());

    assertThat(seen).hasSizeGreaterThan(2).first().isEqualTo(new Progress("evaluating", 0, 1000));
    assertThat(seen.getLast()).isEqualTo(new Progress("evaluating", 1000, 1000));
    assertThat(seen.stream().map(Progress::done).toList()).isSorted();
  }

  @Test
  void atTestValidationIsMaskedWhicheverHistoryIsScoredFrom() {
    SplitData split =
        new SplitData(
            Rows.of(9, new int[] {1, 2}), Rows.of(9, new int[] {3}), Rows.of(9, new int[] {4}));

    EvaluationStage valid = EvaluationStage.validation(split);
    assertThat(valid.history().row(0)).containsExactly(1, 2);
    assertThat(valid.seen().row(0)).containsExactly(1, 2);
    assertThat(valid.truth().row(0)).containsExactly(3);
    EvaluationStage train = EvaluationStage.test(split, ProtocolSpec.History.TRAIN);
    assertThat(train.history().row(0)).containsExactly(1, 2);
    assertThat(train.seen().row(0)).containsExactly(1, 2, 3);
    assertThat(train.truth().row(0)).containsExactly(4);
    EvaluationStage all = EvaluationStage.test(split, ProtocolSpec.History.ALL);
    assertThat(all.history().row(0)).containsExactly(1, 2, 3);
    assertThat(all.seen().row(0)).containsExactly(1, 2, 3);
  }

  @Test
  void nobodyToEvaluateHasNoMeans() {
    Interactions none = Rows.of(3, new int[0]);
    Evaluation evaluation =
        evaluate(
            ProtocolSpec.DEFAULTS,
            new IndexScorer(3),
            new EvaluationStage(none, none, none),
            "ndcg@5",
            "coverage@5");

    assertThat(evaluation.meansById()).containsEntry("ndcg@5", Double.NaN);
    assertThat(evaluation.meansById()).containsEntry("coverage@5", Double.NaN);
  }

  @Test
  void theBenchCountsItsUsers() {
    Interactions many = Rows.random(200, 100, 9, 1);
    EvaluationBench.Result result =
        EvaluationBench.measure(
            new IndexScorer(100),
            new EvaluationStage(many, many, many),
            Parallel.SEQUENTIAL,
            1,
            3,
            CancelSignal.NEVER);

    long evaluated = IntStream.range(0, 200).filter(u -> many.length(u) > 0).count();
    assertThat(result.evaluated()).isEqualTo((int) evaluated);
    assertThat(result.usersPerSecond()).isPositive();
  }
}
