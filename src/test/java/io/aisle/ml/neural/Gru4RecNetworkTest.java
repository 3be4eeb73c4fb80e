package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.aisle.domain.model.Gru4RecParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The forward pass against the gates written out in doubles, one history at a time. */
@Beside
class Gru4RecNetworkTest {
  private static final int ITEMS = 9;
  private static final int WIDTH = 4;
  private static final int HIDDEN = 6;
  private static final Gru4RecParams PARAMS =
      new Gru4RecParams(WIDTH, HIDDEN, 2, 5, 0.5, NextItemLoss.SOFTMAX, 1);
  private static final int[][] HISTORIES = {{3}, {1, 8, 1, 2, 0}, {4, 5}};

  @Test
  void scoresAreThoseOfTheWrittenGates() {
    NativeSetup.prepare(1);
    Gru4RecModel model = Gru4RecModel.of(PARAMS, ITEMS);
    float[] values = model.layout().initial(11);
    Map<String, float[]> parts = new TreeMap<>();
    model
        .layout()
        .export(values, Map.of())
        .tensors()
        .forEach((name, tensor) -> parts.put(name, tensor.data()));
    try (Scorer scorer =
        SequenceScorer.of(model, values, Interactions.empty(1, ITEMS), Device.cpu())) {
      float[] scores = new float[HISTORIES.length * ITEMS];
      int[] item = {3, 1, 8, 1, 2, 0, 4, 5};
      scorer.scoreAll(
          new HistoryBlock(
              new int[] {-1, -1, -1}, new int[] {0, 1, 6, 8}, item, new float[item.length]),
          scores);
      for (int h = 0; h < HISTORIES.length; h++) {
        double[] written = written(parts, HISTORIES[h]);
        for (int i = 0; i < ITEMS; i++) {
          assertThat((double) scores[h * ITEMS + i]).isCloseTo(written[i], within(1e-5));
        }
      }
    }
  }

  private static double[] written(Map<String, float[]> parts, int[] history) {
    double[][] states = new double[2][HIDDEN];
    for (int item : history) {
      double[] x = new double[WIDTH];
      for (int k = 0; k < WIDTH; k++) {
        x[k] = parts.get("item_embedding.weight")[item * WIDTH + k];
      }
      for (int layer = 0; layer < 2; layer++) {
        states[layer] = cell(parts, "layers." + layer + ".", x, states[layer]);
        x = states[layer];
      }
    }
    double[] out = times(parts, "output.", states[1]);
    double[] scores = new double[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      for (int k = 0; k < WIDTH; k++) {
        scores[i] += parts.get("item_embedding.weight")[i * WIDTH + k] * out[k];
      }
    }
    return scores;
  }

  private static double[] cell(Map<String, float[]> parts, String name, double[] x, double[] h) {
    double[] input = times(parts, name + "input.", x);
    double[] state = times(parts, name + "state.", h);
    double[] next = new double[HIDDEN];
    for (int k = 0; k < HIDDEN; k++) {
      double reset = 1 / (1 + Math.exp(-input[k] - state[k]));
      double keep = 1 / (1 + Math.exp(-input[HIDDEN + k] - state[HIDDEN + k]));
      double fresh = Math.tanh(input[2 * HIDDEN + k] + reset * state[2 * HIDDEN + k]);
      next[k] = (1 - keep) * fresh + keep * h[k];
    }
    return next;
  }

  private static double[] times(Map<String, float[]> parts, String name, double[] x) {
    float[] weight = parts.get(name + "weight");
    float[] bias = parts.get(name + "bias");
    double[] y = new double[bias.length];
    for (int row = 0; row < y.length; row++) {
      y[row] = bias[row];
      for (int k = 0; k < x.length; k++) {
        y[row] += weight[row * x.length + k] * x[k];
      }
    }
    return y;
  }
}
