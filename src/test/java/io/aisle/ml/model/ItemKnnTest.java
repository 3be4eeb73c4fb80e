package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ItemKnnParams.Prune;
import io.aisle.domain.model.ItemKnnParams.Similarity;
import io.aisle.domain.model.ModelKind;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemKnnTest extends ModelContractTest<ItemKnnParams> {
  private static final int NEIGHBOURS = 5;

  @Override
  protected ModelFamily<ItemKnnParams> family() {
    return new ItemKnnFamily();
  }

  @Override
  protected ItemKnnParams params() {
    return new ItemKnnParams(8, 0, Similarity.COSINE, Prune.CANDIDATE);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.ITEM_KNN);
  }

  @ParameterizedTest
  @CsvSource({
    "COSINE,CANDIDATE,0",
    "COSINE,HISTORY,0",
    "COSINE,CANDIDATE,7.5",
    "JACCARD,CANDIDATE,0",
    "JACCARD,HISTORY,2"
  })
  void scoresAreTheSumsOverTheNearestByTheFormula(
      Similarity similarity, Prune prune, double shrinkage) {
    Interactions train = PlantedData.many();
    ItemKnnParams params = new ItemKnnParams(NEIGHBOURS, shrinkage, similarity, prune);
    double[][] kept = kept(similarities(train, params), prune);
    int[] users = IntStream.range(0, 40).toArray();
    HistoryBlock block = HistoryBlock.of(train, users, 0, users.length);
    try (ModelTrainer trainer =
        new ItemKnnFamily()
            .trainer(params, training(), FitData.of(train), compute(1, Parallel.SEQUENTIAL))) {
      assertThat(trainer.trainEpoch().loss()).isNaN();
      try (Scorer scorer = trainer.scorer()) {
        float[] scores = scores(scorer, block);
        double worst = 0;
        for (int u = 0; u < users.length; u++) {
          for (int j = 0; j < train.items(); j++) {
            double expected = 0;
            for (int k = block.offsets()[u]; k < block.offsets()[u + 1]; k++) {
              expected += block.value()[k] * kept[block.item()[k]][j];
            }
            worst = Math.max(worst, Math.abs(scores[u * train.items() + j] - expected));
          }
        }
        assertThat(worst).isLessThan(1e-5);
      }
    }
  }

  /** All similarities from dense columns; the item itself only where it counts as a neighbour. */
  private static double[][] similarities(Interactions train, ItemKnnParams params) {
    boolean cosine = params.similarity() == Similarity.COSINE;
    double[][] column = new double[train.items()][train.users()];
    for (int u = 0; u < train.users(); u++) {
      for (int k = train.offsets()[u]; k < train.offsets()[u + 1]; k++) {
        int i = train.item()[k];
        column[i][u] = cosine ? column[i][u] + train.value()[k] : 1;
      }
    }
    double[] squares = Arrays.stream(column).mapToDouble(c -> dot(c, c)).toArray();
    double[][] similarity = new double[train.items()][train.items()];
    for (int i = 0; i < train.items(); i++) {
      for (int j = i; j < train.items(); j++) {
        double both = dot(column[i], column[j]);
        double base =
            cosine ? Math.sqrt(squares[i]) * Math.sqrt(squares[j]) : squares[i] + squares[j] - both;
        boolean counts = i != j || params.prune() == Prune.HISTORY;
        similarity[i][j] = counts && both > 0 ? both / (base + params.shrinkage()) : 0;
        similarity[j][i] = similarity[i][j];
      }
    }
    return similarity;
  }

  /** {@code [history item][candidate]}. */
  private static double[][] kept(double[][] similarity, Prune prune) {
    double[][] kept = new double[similarity.length][similarity.length];
    for (int i = 0; i < similarity.length; i++) {
      double[] row = similarity[i];
      int[] nearest =
          IntStream.range(0, row.length)
              .boxed()
              .sorted(Comparator.<Integer>comparingDouble(j -> -row[j]).thenComparing(j -> j))
              .limit(NEIGHBOURS)
              .mapToInt(j -> j)
              .toArray();
      for (int j : nearest) {
        if (prune == Prune.HISTORY) {
          kept[i][j] = row[j];
        } else {
          kept[j][i] = row[j];
        }
      }
    }
    return kept;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
