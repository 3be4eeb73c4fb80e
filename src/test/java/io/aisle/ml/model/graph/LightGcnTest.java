package io.aisle.ml.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.LightGcnParams;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.model.FactorTable;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LightGcnTest extends ModelContractTest<LightGcnParams> {
  @Override
  protected ModelFamily<LightGcnParams> family() {
    return new LightGcnFamily();
  }

  @Override
  protected LightGcnParams params() {
    return new LightGcnParams(8, 2, 1e-4);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(30, 128, 0.02, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  @Test
  void outputsAreTheMeanOfPowersOfTheAdjacency() {
    FitData data = FitData.of(train());
    Graph graph = Graph.of(SparseRows.of(train()), false);
    int nodes = graph.nodes();
    double[][] adjacency = new double[nodes][nodes];
    for (int u = 0; u < graph.users(); u++) {
      for (int i : train().row(u)) {
        int node = graph.users() + i;
        int users = train().itemCounts()[i];
        adjacency[u][node] = 1 / Math.sqrt((double) train().length(u) * users);
        adjacency[node][u] = adjacency[u][node];
      }
    }
    for (int layers = 1; layers <= 3; layers++) {
      LightGcnParams params = new LightGcnParams(5, layers, 0);
      int side = FactorTable.side(5);
      float[] embeddings = new float[nodes * side];
      SplittableRandom random = new SplittableRandom(4);
      for (int k = 0; k < embeddings.length; k++) {
        embeddings[k] = k % side < 5 ? random.nextFloat() : 0;
      }
      LightGcn model = new LightGcn(data, graph, params, Parallel.SEQUENTIAL);
      float[] outputs = model.forward(embeddings);
      double[] power = toDoubles(embeddings);
      double[] sum = power.clone();
      for (int layer = 1; layer <= layers; layer++) {
        power = times(adjacency, power, side);
        for (int k = 0; k < sum.length; k++) {
          sum[k] += power[k];
        }
      }
      for (int k = 0; k < sum.length; k++) {
        assertThat((double) outputs[k]).isCloseTo(sum[k] / (layers + 1), within(1e-5));
      }
      assertThat(model.backward(embeddings)).isEqualTo(outputs);
    }
  }

  private static double[] toDoubles(float[] values) {
    double[] copy = new double[values.length];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = values[k];
    }
    return copy;
  }

  private static double[] times(double[][] matrix, double[] table, int side) {
    double[] out = new double[table.length];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < matrix.length; c++) {
        for (int k = 0; k < side; k++) {
          out[r * side + k] += matrix[r][c] * table[c * side + k];
        }
      }
    }
    return out;
  }

  @Test
  void strengthsWeighEdges() {
    // user 0 has item 0 with 4 and item 1 with 1, user 1 has item 0 with 5
    SparseRows cells =
        new SparseRows(2, 2, new int[] {0, 2, 3}, new int[] {0, 1, 0}, new float[] {4, 1, 5});
    float[] weighted = Graph.of(cells, true).normalised();
    float[] expected = {
      (float) (4 / Math.sqrt(5 * 9)), (float) (1 / Math.sqrt(5)), (float) (5 / Math.sqrt(5 * 9))
    };
    assertThat(weighted)
        .containsExactly(
            expected[0], expected[1], expected[2], expected[0], expected[2], expected[1]);
    float half = (float) (1 / Math.sqrt(2 * 2));
    assertThat(Graph.of(cells, false).normalised()[0]).isEqualTo(half);
  }

  @Test
  void anEpochHasNoMoreStepsWhenTheDataGrow() {
    assertThat(GraphTrainer.steps(training(), 128)).isEqualTo(1);
    assertThat(GraphTrainer.steps(training(), 129)).isEqualTo(2);
    assertThat(GraphTrainer.steps(training(), 64 * 128)).isEqualTo(64);
    assertThat(GraphTrainer.steps(training(), 16 * 64 * 128)).isEqualTo(64);
  }
}
