package io.aisle.core.explanation;

import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.HistoryBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains an item of an open run. Confined to the worker's thread. */
final class Explainer {
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
    int item = item(wanted, userId);
    Past past = Past.of(run.history(), user);
    Optional<Attention> attention = run.scorer().attention(past.items(), item);
    Parts parts = Parts.of(run, user, item, cancel);
    FaithfulnessFigures figures = new FaithfulnessFigures(run.record().seed());
    return new Explanation(
        userId,
        catalogue.items().get(item),
        catalogue.titles().get(item),
        score(user, item),
        ItemHistory.of(run.data(), run.history(), user),
        attention.map(Attention::first).orElse(0),
        attention.map(found -> cells(found.weights())).orElse(List.of()),
        parts.amounts(),
        parts.additive(),
        attention.map(Attention::mean).orElse(new double[0]),
        attention.map(Attention::rollout).orElse(new double[0]),
        attention
            .map(found -> figures.ofUser(found, parts.drops().from(found.first())))
            .orElse(null),
        Notes.of(parts.additive()));
  }

  /**
   * Index of the item asked for, or of the user's top recommendation.
   *
   * @throws InputException when user or item are unknown, or the user has seen everything
   */
  int item(Optional<String> wanted, String userId) {
    return wanted.map(run::item).orElseGet(() -> top(run.user(userId), userId));
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
