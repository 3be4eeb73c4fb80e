package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.domain.job.Parallel;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.embedding.BatchSoftmax;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.testkit.Beside;
import io.aisle.testkit.PairCheck;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Losses and gradients of the networks of users and items against their formulas. */
@Beside
class PairNetworkTest {
  private static final int BUDGET = 300;
  private static final int WIDTH = 4;

  private PtNDManager manager;

  @BeforeEach
  void open() {
    NativeSetup.prepare(1);
    manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu());
  }

  @AfterEach
  void close() {
    JniUtils.setGradMode(true);
    manager.close();
  }

  private void check(
      PairModel model, int userFields, int width, int pastCells, PairCheck.LogOdds odds) {
    PairShape shape = new PairShape(userFields, 2, width, pastCells);
    LogisticNetwork network = new LogisticNetwork(model, shape, 0, manager);
    int[] past = pastCells == 0 ? new int[3] : new int[] {pastCells, 1, 0};
    new PairCheck(userFields, 2, width, PairCheck.rows(), past).logistic(network, odds);
    assertThat(network.nativeCalls()).isBetween(30L, (long) BUDGET);
  }

  /** The hidden layers over what a user and an item bring to the first. */
  private static double[] hidden(
      double[] user, double[] item, double[] more, Function<String, double[]> weights) {
    double[] first =
        PairCheck.plus(
            PairCheck.times(weights.apply("hidden.0.user.weight"), user),
            PairCheck.times(weights.apply("hidden.0.item.weight"), item),
            weights.apply("hidden.0.bias"),
            more);
    return PairCheck.relu(
        PairCheck.plus(
            PairCheck.times(weights.apply("hidden.1.weight"), PairCheck.relu(first)),
            weights.apply("hidden.1.bias")));
  }

  private static double output(double[] hidden, Function<String, double[]> weights) {
    return PairCheck.dot(weights.apply("output.weight"), hidden) + weights.apply("output.bias")[0];
  }

  @Test
  void mlp() {
    check(
        new MlpModel(2, 2, WIDTH, 5, 3),
        2,
        WIDTH,
        0,
        (user, item, past, weights) ->
            output(
                hidden(
                    PairCheck.flat(user, WIDTH),
                    PairCheck.flat(item, WIDTH),
                    new double[5],
                    weights),
                weights));
  }

  @Test
  void deepFm() {
    check(
        new DeepFmModel(2, 2, WIDTH, 5, 3, new Constants(manager)),
        2,
        WIDTH + 1,
        0,
        (user, item, past, weights) ->
            PairCheck.machine(user, item)
                + output(
                    hidden(
                        PairCheck.flat(user, WIDTH),
                        PairCheck.flat(item, WIDTH),
                        new double[5],
                        weights),
                    weights));
  }

  @Test
  void neuMf() {
    NeuMfModel model = new NeuMfModel(WIDTH, 5, 3);
    PairShape shape = new PairShape(1, 1, 2 * WIDTH, 0);
    LogisticNetwork network = new LogisticNetwork(model, shape, 0, manager);
    new PairCheck(1, 1, 2 * WIDTH, PairCheck.rows(), new int[3])
        .logistic(network, PairNetworkTest::neuMf);
    assertThat(network.nativeCalls()).isBetween(30L, (long) BUDGET);
  }

  private static double neuMf(
      double[][] user, double[][] item, int past, Function<String, double[]> weights) {
    double[] deep =
        hidden(
            Arrays.copyOfRange(user[0], WIDTH, 2 * WIDTH),
            Arrays.copyOfRange(item[0], WIDTH, 2 * WIDTH),
            new double[5],
            weights);
    double score =
        PairCheck.dot(weights.apply("output.hidden.weight"), deep)
            + weights.apply("output.bias")[0];
    for (int k = 0; k < WIDTH; k++) {
      score += weights.apply("output.product.weight")[k] * user[0][k] * item[0][k];
    }
    return score;
  }

  @Test
  void din() {
    int length = 3;
    check(
        new DinModel(2, 2, WIDTH, length, 5, 5, 3),
        2 + length,
        WIDTH,
        length,
        (user, item, past, weights) -> {
          double[] interest = new double[WIDTH];
          for (int k = 0; k < past; k++) {
            double[] key = user[2 + k];
            double intensity = intensity(key, item[0], weights);
            for (int d = 0; d < WIDTH; d++) {
              interest[d] += intensity * key[d];
            }
          }
          double[][] plain = {user[0], user[1]};
          double[] more =
              PairCheck.times(turned(weights.apply("hidden.0.interest.weight"), WIDTH), interest);
          return output(
              hidden(PairCheck.flat(plain, WIDTH), PairCheck.flat(item, WIDTH), more, weights),
              weights);
        });
  }

  private static double intensity(
      double[] key, double[] query, Function<String, double[]> weights) {
    double[] product = new double[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      product[d] = key[d] * query[d];
    }
    double[] inner =
        PairCheck.relu(
            PairCheck.plus(
                PairCheck.times(weights.apply("attention.history.weight"), key),
                PairCheck.times(weights.apply("attention.candidate.weight"), query),
                PairCheck.times(turned(weights.apply("attention.product.weight"), WIDTH), product),
                weights.apply("attention.bias")));
    double outer =
        PairCheck.dot(weights.apply("attention.output.weight"), inner)
            + weights.apply("attention.output.bias")[0];
    return 1 / (1 + Math.exp(-outer));
  }

  /** A matrix of so many rows, turned. */
  private static double[] turned(double[] matrix, int rows) {
    int columns = matrix.length / rows;
    double[] result = new double[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        result[column * rows + row] = matrix[row * columns + column];
      }
    }
    return result;
  }

  @Test
  void twoTower() {
    // user 0 has item 1, too, so it is no negative for the first row
    SparseRows owned =
        new SparseRows(
            3, 3, new int[] {0, 2, 3, 4}, new int[] {0, 1, 1, 2}, new float[] {1, 1, 1, 1});
    int[] counts = {1, 2, 1};
    PairBatch batch =
        new PairBatch(
            3,
            1,
            1,
            new int[3],
            new int[] {0, 1, 2},
            new int[] {0, 1, 2},
            new float[] {1, 1, 1},
            new float[] {1, 0.5f, 1.5f});
    double temperature = 0.5;
    TwoTowerModel model =
        new TwoTowerModel(2 * WIDTH, WIDTH, 5, 3, temperature, new Constants(manager));
    TwoTowerNetwork network =
        new TwoTowerNetwork(
            model,
            new PairShape(2, 1, WIDTH, 0),
            new BatchSoftmax(owned, counts, true, Parallel.SEQUENTIAL),
            manager);
    PairCheck check = new PairCheck(2, 1, WIDTH, batch, new int[3]);
    check.check(
        network,
        (users, items, weights) -> {
          double sum = 0;
          for (int r = 0; r < 3; r++) {
            double[] user = tower("user", PairCheck.flat(check.cells(users, r, 2), WIDTH), weights);
            double all = 0;
            double own = 0;
            for (int c = 0; c < 3; c++) {
              double[] item =
                  tower("item", PairCheck.flat(check.cells(items, c, 1), WIDTH), weights);
              double share = counts[c] / 4.0;
              double term = Math.exp(PairCheck.dot(user, item) / temperature - Math.log(share));
              all += r == 0 && c == 1 ? 0 : term;
              own = c == r ? term : own;
            }
            sum -= batch.weight()[r] * Math.log(own / all);
          }
          return sum / 3;
        });
    assertThat(network.nativeCalls()).isBetween(30L, (long) BUDGET);
  }

  private static double[] tower(String side, double[] x, Function<String, double[]> weights) {
    double[] hidden =
        PairCheck.relu(
            PairCheck.plus(
                PairCheck.times(weights.apply(side + ".hidden.weight"), x),
                weights.apply(side + ".hidden.bias")));
    double[] out =
        PairCheck.plus(
            PairCheck.times(weights.apply(side + ".output.weight"), hidden),
            weights.apply(side + ".output.bias"));
    double length = Math.sqrt(PairCheck.dot(out, out));
    return Arrays.stream(out).map(value -> value / length).toArray();
  }
}
