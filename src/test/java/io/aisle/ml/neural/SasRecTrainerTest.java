package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import io.aisle.testkit.Beside;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Beside
class SasRecTrainerTest {
  private static final int ITEMS = 12;
  private static final double BUDGET = 300;

  /** Each item is followed by the next one, round and round, from a start that differs. */
  private static Interactions rounds(int users, int length) {
    int[] offsets = new int[users + 1];
    int[] item = new int[users * length];
    Random random = new Random(3);
    for (int u = 0; u < users; u++) {
      offsets[u + 1] = offsets[u] + length;
      int start = random.nextInt(ITEMS);
      for (int k = 0; k < length; k++) {
        item[offsets[u] + k] = (start + k) % ITEMS;
      }
    }
    return new Interactions(users, ITEMS, offsets, item, new float[item.length], new long[0]);
  }

  private static TrainingSpec training(int batch) {
    return new TrainingSpec(10, batch, 0.01, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  private static Compute compute() {
    RunContext context = new RunContext(42, Devices.choose("cpu").device(), 1);
    return new Compute(context, Parallel.SEQUENTIAL, CancelSignal.NEVER);
  }

  private static SequenceTrainer trainer(SasRecParams params, Interactions train, int batch) {
    SasRecModel model = SasRecModel.of(params, train.items());
    return new SequenceTrainer(model, training(batch), FitData.of(train), compute());
  }

  private static SasRecParams small(NextItemLoss loss, int negatives, Positions positions) {
    return new SasRecParams(16, 2, 2, 8, 0.1, loss, negatives, positions);
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTMAX,1,ALL",
    "SOFTMAX,1,LAST",
    "SAMPLED,1,ALL",
    "SAMPLED,8,ALL",
    "SAMPLED,4,LAST"
  })
  void theNextItemOfASequenceIsLearned(NextItemLoss loss, int negatives, Positions positions) {
    // negatives are items that a user does not have, so users must not have nearly all
    Interactions train = rounds(60, loss == NextItemLoss.SAMPLED ? 5 : 9);
    int epochs = positions == Positions.LAST ? 8 : 25;
    try (SequenceTrainer trainer = trainer(small(loss, negatives, positions), train, 8)) {
      double before = trainer.trainEpoch().loss();
      double after = before;
      for (int e = 1; e < epochs; e++) {
        after = trainer.trainEpoch().loss();
      }
      assertThat(after).isLessThan(before);
      assertThat(nextItemsFound(trainer)).isEqualTo(ITEMS);
    }
  }

  private static int nextItemsFound(SequenceTrainer trainer) {
    int found = 0;
    try (Scorer scorer = trainer.scorer()) {
      for (int last = 0; last < ITEMS; last++) {
        int[] history = {(last + ITEMS - 2) % ITEMS, (last + ITEMS - 1) % ITEMS, last};
        float[] scores = scores(scorer, history);
        for (int seen : history) {
          scores[seen] = Float.NEGATIVE_INFINITY;
        }
        int best = 0;
        for (int i = 1; i < ITEMS; i++) {
          best = scores[i] > scores[best] ? i : best;
        }
        found += best == (last + 1) % ITEMS ? 1 : 0;
      }
    }
    return found;
  }

  private static float[] scores(Scorer scorer, int[] history) {
    float[] out = new float[scorer.items()];
    int[] offsets = {0, history.length};
    scorer.scoreAll(
        new HistoryBlock(new int[] {-1}, offsets, history, new float[history.length]), out);
    return out;
  }

  @Test
  void aStepOfTheDefaultsKeepsItsBudgetOfNativeCalls() {
    Interactions train = rounds(64, 51);
    SasRecParams defaults = SasRecParams.DEFAULTS;
    try (SequenceTrainer trainer = trainer(defaults, train, 32)) {
      assertThat(trainer.trainEpoch().epoch()).isOne();
      assertThat(trainer.callsPerBatch()).isBetween(100.0, BUDGET);
    }
  }

  @Test
  void nothingOfAStepStaysInNativeMemory() {
    try (SequenceTrainer trainer =
        trainer(small(NextItemLoss.SOFTMAX, 1, Positions.ALL), rounds(40, 9), 4)) {
      assertThat(trainer.trainEpoch().epoch()).isOne();
      score(trainer);
      int before = trainer.liveArrays();
      for (int e = 0; e < 10; e++) {
        assertThat(trainer.trainEpoch().loss()).isPositive();
        score(trainer);
      }
      assertThat(trainer.liveArrays()).isEqualTo(before);
    }
  }

  private static void score(SequenceTrainer trainer) {
    try (Scorer scorer = trainer.scorer()) {
      assertThat(scores(scorer, new int[] {1, 2, 3})).hasSize(ITEMS);
      assertThat(scorer.attention(new int[] {1, 2, 3}, 0)).isPresent();
    }
  }

  @Test
  void scoresReadTheNewestItemsUpToTheMaximalLength() {
    try (SequenceTrainer trainer =
            trainer(small(NextItemLoss.SOFTMAX, 1, Positions.ALL), rounds(40, 9), 4);
        Scorer scorer = trainer.scorer()) {
      float[] eight = scores(scorer, new int[] {1, 2, 3, 4, 5, 6, 7, 8});
      assertThat(scores(scorer, new int[] {9, 9, 1, 2, 3, 4, 5, 6, 7, 8})).isEqualTo(eight);
      assertThat(scores(scorer, new int[] {2, 2, 3, 4, 5, 6, 7, 8})).isNotEqualTo(eight);
    }
  }

  @Test
  void anEmptyHistoryIsScoredByPopularity() {
    Interactions train = rounds(7, 5);
    try (SequenceTrainer trainer =
            trainer(small(NextItemLoss.SOFTMAX, 1, Positions.ALL), train, 4);
        Scorer scorer = trainer.scorer()) {
      float[] scores = scores(scorer, new int[0]);
      int[] counts = train.itemCounts();
      for (int i = 0; i < ITEMS; i++) {
        assertThat(scores[i]).isEqualTo(counts[i] / 35f);
      }
    }
  }

  @Test
  void aCheckpointOfAnotherModelIsRefused() {
    Interactions train = rounds(7, 5);
    try (SequenceTrainer trainer =
        trainer(small(NextItemLoss.SOFTMAX, 1, Positions.ALL), train, 4)) {
      Weights weights = trainer.weights();
      assertThatThrownBy(() -> trainer.restore(weights))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("adam.first");
      Weights nothing = new Weights(Map.of(), Map.of());
      assertThatThrownBy(() -> trainer.restore(nothing)).isInstanceOf(InputException.class);
    }
  }

  @Test
  void weightsHaveReadableNamesAndTheirOwnShapes() {
    try (SequenceTrainer trainer =
        trainer(small(NextItemLoss.SOFTMAX, 1, Positions.ALL), rounds(7, 5), 4)) {
      Weights weights = trainer.weights();
      assertThat(weights.tensors().get("item_embedding.weight").shape()).containsExactly(ITEMS, 16);
      assertThat(weights.tensors().get("layers.1.attention.query.weight").shape())
          .containsExactly(16, 16);
      assertThat(weights.tensors().get("layers.0.feed_forward.outer.weight").shape())
          .containsExactly(16, 64);
      assertThat(weights.tensors().get("norm.bias").shape()).containsExactly(16);
    }
  }
}
