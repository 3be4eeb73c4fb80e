package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.explanation.Faithfulness.Figure;
import io.aisle.core.explanation.Faithfulness.Measure;
import io.aisle.core.explanation.Faithfulness.Verdict;
import io.aisle.core.explanation.Faithfulness.View;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSequel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users who always buy B after A: every way of asking a small SASRec why must name A. */
@Beside
class PlantedReasonTest {
  /** Met A, was to buy B. */
  private static final String MET = PlantedSequel.user(404);

  private static final String NEVER_MET = PlantedSequel.user(402);

  @TempDir static Path folder;
  private static RunFolder run;
  private static UsersService users;

  @BeforeAll
  static void train() {
    PlantedSequel.write(folder);
    run =
        LocalRuns.train(
            folder,
            """
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            protocol: {k: [5, 10]}
            model: {kind: sasrec, embeddingSize: 16, layers: 1, heads: 1, maxLength: 12, dropout: 0.1}
            training: {epochs: 60, batchSize: 64, learningRate: 0.01, patience: 60, threads: 1}
            """,
            folder.resolve("run"));
    users = new UsersService(LocalRuns.workers());
  }

  @AfterAll
  static void close() {
    users.close();
  }

  @Test
  void attentionAndContributionsNameA() {
    Explanation why = explain(MET);
    assertThat(why.item()).isEqualTo(PlantedSequel.B);
    int a = place(why);
    assertThat(largest(why.contributions())).isEqualTo(a);
    assertThat(largest(why.attentionMean()) + why.first()).isEqualTo(a);
  }

  /** All users of the test part who met A, one after the other. */
  @Test
  void everyWayOfAskingNamesAForNearlyAllWhoMetIt() {
    int asked = 0;
    int looked = 0;
    int added = 0;
    int explained = 0;
    for (int user = 400; user < PlantedSequel.USERS; user += 2) {
      if (PlantedSequel.meets(user)) {
        Explanation why =
            users.explain(run, PlantedSequel.user(user), Optional.of(PlantedSequel.B));
        AttentionViews views = new AttentionViews(why);
        int a = place(why);
        asked++;
        looked += largest(views.looked(AttentionViews.MEAN, AttentionViews.MEAN)) == a ? 1 : 0;
        added += largest(why.contributions()) == a ? 1 : 0;
        Verdict verdict = why.faithfulness().of(View.MEAN).orElseThrow().verdict();
        explained += verdict == Verdict.EXPLAINS ? 1 : 0;
      }
    }
    assertThat(asked).isEqualTo(25);
    assertThat(looked).as("named by attention").isGreaterThanOrEqualTo(23);
    assertThat(added).as("named by contributions").isGreaterThanOrEqualTo(23);
    assertThat(explained).as("said to be explained").isGreaterThanOrEqualTo(23);
  }

  @Test
  void takingAAwayMattersAndTakingOthersAwayDoesNot() {
    Figure figure = explain(MET).faithfulness().of(View.MEAN).orElseThrow();
    assertThat(figure.measure()).isEqualTo(Measure.RANK);
    assertThat(figure.verdict()).isEqualTo(Verdict.EXPLAINS);
    assertThat(figure.named()).isGreaterThan(5 * Math.max(0.5, figure.random()));
    assertThat(figure.low()).isPositive().isLessThanOrEqualTo(figure.named() - figure.random());
  }

  @Test
  void whoNeverMetAWouldGetBAfterIt() {
    WhyNot why =
        users.explanations().whyNot(run, NEVER_MET, PlantedSequel.B, 5, CancelSignal.NEVER);
    assertThat(why.state()).isEqualTo(WhyNot.State.BELOW);
    assertThat(why.rank()).isGreaterThan(5);
    assertThat(why.gap()).isPositive();
    assertThat(why.change().found()).isTrue();
    assertThat(why.change().removed()).isEmpty();
    assertThat(why.change().added()).extracting(Named::item).containsExactly(PlantedSequel.A);
    assertThat(why.change().rank()).isLessThanOrEqualTo(5);
  }

  @Test
  void whoMetAHasItAsTheStrongestReason() {
    WhyNot why = users.explanations().whyNot(run, MET, PlantedSequel.B, 5, CancelSignal.NEVER);
    assertThat(why.state()).isEqualTo(WhyNot.State.LISTED);
    assertThat(why.place()).isEqualTo(1);
    assertThat(why.up().getFirst().item().item()).isEqualTo(PlantedSequel.A);
    assertThat(why.change().found()).isFalse();
  }

  @Test
  void theModelsAttentionExplainsAndShuffledAttentionExplainsNothing() {
    try (OpenRun open = OpenRun.open(run)) {
      Faithfulness own = faithfulness(open, open.scorer());
      Faithfulness blind = faithfulness(open, new ShuffledAttention(open.scorer()));
      for (View view : View.values()) {
        Figure honest = own.of(view).orElseThrow();
        assertThat(honest.verdict()).as("own, " + view).isEqualTo(Verdict.EXPLAINS);
        assertThat(honest.low()).isPositive();
        Figure shuffled = blind.of(view).orElseThrow();
        assertThat(shuffled.verdict()).as("shuffled, " + view).isEqualTo(Verdict.LITTLE);
        assertThat(shuffled.low()).isNegative();
        assertThat(shuffled.named() - shuffled.random())
            .isLessThan((honest.named() - honest.random()) / 3);
      }
    }
  }

  private static Faithfulness faithfulness(OpenRun open, Scorer scorer) {
    Faithfulness found =
        new FaithfulnessSample(scorer, open.history(), user -> Candidates.of(open, user), 1)
            .of(80, ProgressListener.NONE, CancelSignal.NEVER)
            .orElseThrow();
    assertThat(found.users()).isEqualTo(80);
    return found;
  }

  private static Explanation explain(String user) {
    return users.explain(run, user, Optional.empty());
  }

  private static int place(Explanation why) {
    return why.history().stream().map(HistoryItem::item).toList().indexOf(PlantedSequel.A);
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int at = 1; at < values.length; at++) {
      best = values[at] > values[best] ? at : best;
    }
    return best;
  }

  /** The same scores; the attention over a history is dealt out anew, blindly. */
  private record ShuffledAttention(Scorer inner) implements Scorer {
    @Override
    public int items() {
      return inner.items();
    }

    @Override
    public void scoreAll(HistoryBlock block, float[] out) {
      inner.scoreAll(block, out);
    }

    @Override
    public boolean concurrent() {
      return false;
    }

    @Override
    public Optional<Attention> attention(int[] history, int item) {
      return inner.attention(history, item).map(found -> shuffled(found, history));
    }

    private static Attention shuffled(Attention found, int[] history) {
      SplittableRandom random = new SplittableRandom(Arrays.hashCode(history));
      double[] mean = found.mean().clone();
      double[] rollout = found.rollout().clone();
      for (int at = mean.length - 1; at > 0; at--) {
        int other = random.nextInt(at + 1);
        swap(mean, at, other);
        swap(rollout, at, other);
      }
      return new Attention(found.first(), found.weights(), mean, rollout);
    }

    private static void swap(double[] values, int one, int other) {
      double kept = values[one];
      values[one] = values[other];
      values[other] = kept;
    }
  }
}
