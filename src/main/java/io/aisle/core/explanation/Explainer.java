package io.aisle.core.explanation;

import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains an item of an open run. Confined to the worker's thread. */
final class Explainer {
  /** Scores held at a time. */
  private static final int SCORES_PER_BLOCK = 1 << 20;

  private static final Map<String, String> NOTES =
      Map.of(
          "score",
          "the run's score of the item for this user, in the model's own unit",
          "contributions",
          "for each history item: the item's score from the whole history minus its score from the"
              + " history without that item; positive speaks for the item. Both are computed from"
              + " the history alone, without what the model may have stored about the user",
          "attention",
          "weights by layer, head, query position and key position; column 0 is the history item at"
              + " index 'first', and so is row 0, unless there is one row only: then the user asks;"
              + " null is masked; each row sums to 1. Attention says what was read, not what was"
              + " decisive: see contributions");

  private final OpenRun run;
  private final CancelSignal cancel;

  Explainer(OpenRun run, CancelSignal cancel) {
    this.run = run;
    this.cancel = cancel;
  }

  /**
   * @param wanted external id of an item; empty: the top recommendation
   * @throws InputException when user or item are unknown
   */
  Explanation explain(String userId, Optional<String> wanted) {
    Catalogue catalogue = run.data().catalogue();
    int user = run.user(userId);
    int item = wanted.map(run::item).orElseGet(() -> top(user, userId));
    Interactions history = run.history();
    int[] items = history.row(user);
    Optional<Attention> attention = run.scorer().attention(items);
    return new Explanation(
        userId,
        catalogue.items().get(item),
        catalogue.titles().get(item),
        score(user, item),
        ItemHistory.of(run.data(), history, user),
        attention.map(Attention::first).orElse(0),
        attention.map(found -> cells(found.weights())).orElse(List.of()),
        contributions(items, values(history, user), item),
        NOTES);
  }

  private int top(int user, String userId) {
    int[] best = {-1};
    run.lists(
        new int[] {user}, 1, (_, list, _) -> best[0] = list.length == 0 ? -1 : list[0], cancel);
    if (best[0] < 0) {
      throw new InputException(
          "The user '%s' has seen every item, so nothing is recommended; name an item"
              .formatted(userId));
    }
    return best[0];
  }

  private double score(int user, int item) {
    float[] scores = new float[run.scorer().items()];
    run.scorer().scoreAll(HistoryBlock.of(run.history(), new int[] {user}, 0, 1), scores);
    return scores[item];
  }

  private static float[] values(Interactions history, int user) {
    return Arrays.copyOfRange(
        history.value(), history.offsets()[user], history.offsets()[user + 1]);
  }

  /** Leave-one-out in blocks; row 0 of the first block is the whole history. */
  private double[] contributions(int[] items, float[] values, int target) {
    Scorer scorer = run.scorer();
    double whole = scores(List.of(-1), items, values, target)[0];
    double[] contributions = new double[items.length];
    int block = Math.clamp(SCORES_PER_BLOCK / Math.max(1, scorer.items()), 1, 256);
    for (int from = 0; from < items.length; from += block) {
      cancel.check();
      List<Integer> left = new ArrayList<>();
      for (int at = from; at < Math.min(items.length, from + block); at++) {
        left.add(at);
      }
      double[] without = scores(left, items, values, target);
      for (int r = 0; r < without.length; r++) {
        contributions[from + r] = whole - without[r];
      }
    }
    return contributions;
  }

  /**
   * @param left for each row the place of the history that is left out, -1 for none
   */
  private double[] scores(List<Integer> left, int[] items, float[] values, int target) {
    int rows = left.size();
    int[] users = new int[rows];
    Arrays.fill(users, -1);
    int[] offsets = new int[rows + 1];
    int[] item = new int[rows * items.length];
    float[] value = new float[item.length];
    int size = 0;
    for (int r = 0; r < rows; r++) {
      for (int at = 0; at < items.length; at++) {
        if (at != left.get(r)) {
          item[size] = items[at];
          value[size++] = values[at];
        }
      }
      offsets[r + 1] = size;
    }
    HistoryBlock block =
        new HistoryBlock(users, offsets, Arrays.copyOf(item, size), Arrays.copyOf(value, size));
    int catalogue = run.scorer().items();
    float[] out = new float[rows * catalogue];
    run.scorer().scoreAll(block, out);
    double[] scores = new double[rows];
    for (int r = 0; r < rows; r++) {
      scores[r] = out[r * catalogue + target];
    }
    return scores;
  }

  private static List<List<List<List<Double>>>> cells(float[][][][] weights) {
    List<List<List<List<Double>>>> layers = new ArrayList<>();
    for (float[][][] layer : weights) {
      List<List<List<Double>>> heads = new ArrayList<>();
      for (float[][] head : layer) {
        List<List<Double>> rows = new ArrayList<>();
        for (float[] row : head) {
          List<Double> cells = new ArrayList<>();
          for (float cell : row) {
            cells.add(Float.isNaN(cell) ? null : (double) cell);
          }
          rows.add(cells);
        }
        heads.add(rows);
      }
      layers.add(heads);
    }
    return layers;
  }
}
