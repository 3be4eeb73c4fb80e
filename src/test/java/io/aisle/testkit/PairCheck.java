package io.aisle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.PairNetwork;
import io.aisle.ml.model.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Holds a network's loss and gradients against its formula written out in doubles, one number at a
 * time, and the differences of that.
 *
 * @param userFields cells of a user
 * @param itemFields cells of an item
 * @param width numbers of a cell
 * @param batch what is computed
 * @param past items of each history
 */
public record PairCheck(int userFields, int itemFields, int width, PairBatch batch, int[] past) {
  private static final double STEP = 1e-5;
  private static final double ALLOWED = 2e-5;

  /** Two rows of one positive and one negative, and one of them without a second candidate. */
  public static PairBatch rows() {
    return new PairBatch(
        3,
        2,
        1,
        new int[] {0, 1, 2},
        new int[] {0, 1, 2},
        new int[] {0, 1, 2, 3, 4, -1},
        new float[] {1, 1, 1},
        new float[] {1, 0.5f, 1.5f});
  }

  /** A formula. */
  @FunctionalInterface
  public interface Formula {
    /** The mean loss, from cells as the network gets them and weights by name. */
    double loss(double[] users, double[] items, Function<String, double[]> weights);
  }

  /** The log-odds of one user and one item. */
  @FunctionalInterface
  public interface LogOdds {
    /**
     * @param past items of the user's history
     */
    double of(double[][] user, double[][] item, int past, Function<String, double[]> weights);
  }

  /** Holds a network fitted by binary cross-entropy against its log-odds. */
  public void logistic(PairNetwork network, LogOdds odds) {
    check(network, (users, items, weights) -> crossEntropy(users, items, weights, odds));
  }

  private double crossEntropy(
      double[] users, double[] items, Function<String, double[]> weights, LogOdds odds) {
    double sum = 0;
    int count = 0;
    for (int r = 0; r < batch.rows(); r++) {
      for (int c = 0; c < batch.candidates(); c++) {
        int at = r * batch.candidates() + c;
        if (batch.item()[at] < 0) {
          continue;
        }
        double logit =
            odds.of(cells(users, r, userFields), cells(items, at, itemFields), past[r], weights);
        double p = 1 / (1 + Math.exp(-logit));
        sum += c == 0 ? -batch.weight()[r] * Math.log(p) : -Math.log(1 - p);
        count++;
      }
    }
    return sum / count;
  }

  /** The cells of one user or item, {@code [fields][width]}. */
  public double[][] cells(double[] all, int at, int fields) {
    double[][] cells = new double[fields][];
    for (int f = 0; f < fields; f++) {
      int from = (at * fields + f) * width;
      cells[f] = Arrays.copyOfRange(all, from, from + width);
    }
    return cells;
  }

  /** Holds loss and gradients of a network against a formula. */
  public void check(PairNetwork network, Formula formula) {
    Random random = new Random(5);
    float[] users = normal(batch.rows() * userFields * width, random);
    float[] items = normal(batch.item().length * itemFields * width, random);
    float[] dense = normal(network.layout().size(), random);
    PairNetwork.Gradients found =
        new PairNetwork.Gradients(
            new float[users.length], new float[items.length], new float[dense.length]);
    network.begin(1);
    PairNetwork.Loss loss =
        network.backward(new PairNetwork.Input(batch, users, items, past, dense), found);
    Map<String, int[]> places = places(network.layout());
    double[] u = doubles(users);
    double[] i = doubles(items);
    double[] d = doubles(dense);
    Function<String, double[]> weights =
        name -> Arrays.copyOfRange(d, places.get(name)[0], places.get(name)[1]);
    double mean = formula.loss(u, i, weights);
    assertThat(loss.sum() / loss.count()).isCloseTo(mean, within(ALLOWED));
    double[][] parts = {u, i, d};
    float[][] gradients = {found.users(), found.items(), found.dense()};
    for (int at = 0; at < parts.length; at++) {
      double[] part = parts[at];
      float[] gradient = gradients[at];
      for (int k = 0; k < part.length; k++) {
        double kept = part[k];
        part[k] = kept + STEP;
        double above = formula.loss(u, i, weights);
        part[k] = kept - STEP;
        double below = formula.loss(u, i, weights);
        part[k] = kept;
        assertThat((double) gradient[k])
            .as("gradient %d of %d", k, part.length)
            .isCloseTo((above - below) / (2 * STEP), within(ALLOWED));
      }
    }
  }

  /** Where each tensor begins and ends in the flat array. */
  private static Map<String, int[]> places(DenseLayout layout) {
    float[] numbers = new float[layout.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = k;
    }
    Map<String, int[]> places = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> tensor : layout.export(numbers, Map.of()).tensors().entrySet()) {
      int from = (int) tensor.getValue().data()[0];
      places.put(tensor.getKey(), new int[] {from, from + tensor.getValue().data().length});
    }
    return places;
  }

  private static float[] normal(int count, Random random) {
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = (float) (0.5 * random.nextGaussian());
    }
    return values;
  }

  private static double[] doubles(float[] values) {
    double[] copies = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      copies[k] = values[k];
    }
    return copies;
  }

  /** {@code matrix [outputs, x.length] * x}. */
  public static double[] times(double[] matrix, double[] x) {
    double[] result = new double[matrix.length / x.length];
    for (int row = 0; row < result.length; row++) {
      for (int k = 0; k < x.length; k++) {
        result[row] += matrix[row * x.length + k] * x[k];
      }
    }
    return result;
  }

  /** The sum of vectors. */
  public static double[] plus(double[]... vectors) {
    double[] sum = new double[vectors[0].length];
    for (double[] vector : vectors) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += vector[k];
      }
    }
    return sum;
  }

  /** The inner product. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /** Values below 0 become 0. */
  public static double[] relu(double[] x) {
    return Arrays.stream(x).map(value -> Math.max(0, value)).toArray();
  }

  /** The first numbers of some cells, one behind the other. */
  public static double[] flat(double[][] cells, int numbers) {
    return Arrays.stream(cells)
        .flatMapToDouble(cell -> Arrays.stream(cell).limit(numbers))
        .toArray();
  }

  /** Weights and products of all pairs of fields: a factorisation machine without its bias. */
  public static double machine(double[][] user, double[][] item) {
    double[][] all = Arrays.copyOf(user, user.length + item.length);
    System.arraycopy(item, 0, all, user.length, item.length);
    double score = 0;
    for (int f = 0; f < all.length; f++) {
      int factors = all[f].length - 1;
      score += all[f][factors];
      for (int g = f + 1; g < all.length; g++) {
        score += dot(Arrays.copyOf(all[f], factors), Arrays.copyOf(all[g], factors));
      }
    }
    return score;
  }
}
