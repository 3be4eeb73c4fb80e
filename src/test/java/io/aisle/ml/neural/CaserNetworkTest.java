package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.aisle.domain.model.CaserParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The forward pass against the filters written out in doubles. */
@Beside
class CaserNetworkTest {
  private static final int ITEMS = 9;
  private static final int USERS = 2;
  private static final int WIDTH = 4;
  private static final int LENGTH = 3;
  private static final CaserParams PARAMS =
      new CaserParams(WIDTH, LENGTH, 5, 2, 0.5, true, NextItemLoss.SOFTMAX, 1);

  private final Map<String, float[]> parts = new TreeMap<>();

  @Test
  void scoresAreThoseOfTheWrittenFilters() {
    NativeSetup.prepare(1);
    CaserModel model = CaserModel.of(PARAMS, USERS, ITEMS);
    float[] values = model.layout().initial(11);
    model
        .layout()
        .export(values, Map.of())
        .tensors()
        .forEach((name, tensor) -> parts.put(name, tensor.data()));
    try (Scorer scorer =
        SequenceScorer.of(model, values, Interactions.empty(USERS, ITEMS), Device.cpu())) {
      float[] scores = new float[2 * ITEMS];
      int[] item = {7, 3, 1, 8, 2};
      scorer.scoreAll(
          new HistoryBlock(new int[] {1, -1}, new int[] {0, 4, 5}, item, new float[5]), scores);
      double[] known = written(new int[] {3, 1, 8}, 1);
      double[] stranger = written(new int[] {ITEMS, ITEMS, 2}, USERS);
      for (int i = 0; i < ITEMS; i++) {
        assertThat((double) scores[i]).isCloseTo(known[i], within(1e-5));
        assertThat((double) scores[ITEMS + i]).isCloseTo(stranger[i], within(1e-5));
      }
    }
  }

  private double[] written(int[] window, int user) {
    List<Double> features = new ArrayList<>();
    for (int height = 1; height <= LENGTH; height++) {
      for (int filter = 0; filter < 5; filter++) {
        features.add(horizontal(window, height, filter));
      }
    }
    for (int k = 0; k < WIDTH; k++) {
      for (int filter = 0; filter < 2; filter++) {
        double sum = 0;
        for (int at = 0; at < LENGTH; at++) {
          sum += embedding(window[at], k) * parts.get("vertical.weight")[at * 2 + filter];
        }
        features.add(sum);
      }
    }
    double[] scores = new double[ITEMS];
    int outputs = 2 * WIDTH + 1;
    for (int i = 0; i < ITEMS; i++) {
      float[] table = parts.get("output.weight");
      scores[i] = table[i * outputs + 2 * WIDTH];
      for (int k = 0; k < WIDTH; k++) {
        scores[i] += table[i * outputs + k] * dense(features, k);
        scores[i] +=
            table[i * outputs + WIDTH + k] * parts.get("user_embedding.weight")[user * WIDTH + k];
      }
    }
    return scores;
  }

  private double dense(List<Double> features, int k) {
    double sum = parts.get("dense.bias")[k];
    for (int f = 0; f < features.size(); f++) {
      sum += parts.get("dense.weight")[k * features.size() + f] * features.get(f);
    }
    return Math.max(0, sum);
  }

  private double horizontal(int[] window, int height, int filter) {
    float[] weight = parts.get("horizontal." + height + ".weight");
    double best = 0;
    for (int from = 0; from + height <= LENGTH; from++) {
      double sum = parts.get("horizontal." + height + ".bias")[filter];
      for (int k = 0; k < WIDTH; k++) {
        for (int at = 0; at < height; at++) {
          sum += weight[(filter * WIDTH + k) * height + at] * embedding(window[from + at], k);
        }
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  private double embedding(int item, int k) {
    return parts.get("item_embedding.weight")[item * WIDTH + k];
  }
}
