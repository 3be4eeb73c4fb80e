package io.aisle.ml.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.GatParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.model.FactorTable;
import io.aisle.testkit.Beside;
import io.aisle.testkit.PlantedData;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Holds the way forward against the formula written out in double precision, and the gradient
 * against central differences of it. The loss is a fixed random weighting of the outputs.
 */
@Beside
class GatGradientTest {
  private static final int SIZE = 6;
  private static final int HEADS = 2;
  private static final int LAYERS = 2;
  private static final double STEP = 1e-5;

  private final SparseRows cells = SparseRows.of(PlantedData.train());
  private final Graph graph = strengths(Graph.of(cells, false));
  private final GatParams params = new GatParams(SIZE, LAYERS, HEADS, 0);
  private final int side = FactorTable.side(SIZE);
  private final GatWeights weights = GatWeights.initial(params, new SplittableRandom(2));
  private final float[] embeddings = random(graph.nodes(), 3);
  private final float[] mix = random(graph.nodes(), 4);

  /** Edges of different strengths, the same from both ends. */
  private static Graph strengths(Graph plain) {
    int[] reverse = plain.reverse();
    for (int e = 0; e < plain.strength().length; e++) {
      plain.strength()[e] = 1 + Math.min(e, reverse[e]) % 3;
    }
    return plain;
  }

  private float[] random(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] table = new float[rows * side];
    for (int k = 0; k < table.length; k++) {
      table[k] = k % side < SIZE ? 2 * random.nextFloat() - 1 : 0;
    }
    return table;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = values[k];
    }
    return copy;
  }

  private double[] outputs(double[] x0, double[] own) {
    double[] x = x0;
    double[] sum = x0.clone();
    for (int layer = 0; layer < LAYERS; layer++) {
      x = layer(x, own, layer);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += x[k];
      }
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] /= LAYERS + 1;
    }
    return sum;
  }

  private double[] layer(double[] x, double[] own, int layer) {
    double[] z = new double[x.length];
    for (int n = 0; n < graph.nodes(); n++) {
      for (int k = 0; k < SIZE; k++) {
        for (int c = 0; c < SIZE; c++) {
          z[n * side + c] += x[n * side + k] * own[weights.matrix(layer) + k * side + c];
        }
      }
    }
    double[] y = new double[x.length];
    int width = SIZE / HEADS;
    for (int n = 0; n < graph.nodes(); n++) {
      for (int head = 0; head < HEADS; head++) {
        double sum = 0;
        double[] row = new double[SIZE];
        for (int e = graph.offsets()[n]; e < graph.offsets()[n + 1]; e++) {
          int m = graph.neighbour()[e];
          double logit = 0;
          for (int c = head * width; c < (head + 1) * width; c++) {
            logit += z[n * side + c] * own[weights.asking(layer) + c];
            logit += z[m * side + c] * own[weights.asked(layer) + c];
          }
          double weight = graph.strength()[e] * Math.exp(logit > 0 ? logit : 0.2 * logit);
          sum += weight;
          for (int c = head * width; c < (head + 1) * width; c++) {
            row[c] += weight * z[m * side + c];
          }
        }
        for (int c = head * width; c < (head + 1) * width; c++) {
          y[n * side + c] = row[c] / sum;
        }
      }
    }
    return y;
  }

  private double loss(double[] x, double[] own) {
    double[] out = outputs(x, own);
    double sum = 0;
    for (int k = 0; k < out.length; k++) {
      sum += out[k] * mix[k];
    }
    return sum;
  }

  private Gat model() {
    return new Gat(FitData.of(PlantedData.train()), graph, params, weights, Parallel.SEQUENTIAL);
  }

  @Test
  void outputsAreThoseOfTheFormula() {
    float[] got = model().forward(embeddings);
    double[] expected = outputs(doubles(embeddings), doubles(weights.values()));
    for (int k = 0; k < got.length; k++) {
      assertThat((double) got[k]).isCloseTo(expected[k], within(1e-5));
    }
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    Gat model = model();
    float[] unused = model.forward(embeddings);
    assertThat(unused).isNotEmpty();
    float[] byEmbedding = model.backward(mix);
    double[] x = doubles(embeddings);
    double[] own = doubles(weights.values());
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 60; trial++) {
      int k = random.nextInt(graph.nodes()) * side + random.nextInt(SIZE);
      assertThat((double) byEmbedding[k]).isCloseTo(slope(x, k, x, own), within(1e-4));
    }
    for (int row = 0; row < LAYERS * (SIZE + 2); row++) {
      for (int c = 0; c < SIZE; c++) {
        int k = row * side + c;
        double expected = slope(own, k, x, own);
        assertThat((double) model.gradient()[k])
            .as("row %d, column %d", row, c)
            .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private double slope(double[] moved, int k, double[] x, double[] own) {
    double kept = moved[k];
    moved[k] = kept + STEP;
    double above = loss(x, own);
    moved[k] = kept - STEP;
    double below = loss(x, own);
    moved[k] = kept;
    return (above - below) / (2 * STEP);
  }
}
