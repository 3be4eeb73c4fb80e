package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.ItemKnnParams.Similarity;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.UserKnnParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserKnnTest extends ModelContractTest<UserKnnParams> {
  private static final int NEIGHBOURS = 7;

  @Override
  protected ModelFamily<UserKnnParams> family() {
    return new UserKnnFamily();
  }

  @Override
  protected UserKnnParams params() {
    return new UserKnnParams(10, 0, Similarity.COSINE);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.USER_KNN);
  }

  @ParameterizedTest
  @CsvSource({
    "COSINE,0,false",
    "COSINE,7.5,false",
    "JACCARD,2,false",
    "COSINE,1,true",
    "JACCARD,0,true"
  })
  void scoresAreTheSumsOverTheNearestByTheFormula(
      Similarity similarity, double shrinkage, boolean weighted) {
    Interactions train = PlantedData.many();
    UserKnnParams params = new UserKnnParams(NEIGHBOURS, shrinkage, similarity);
    FitData data =
        new FitData(train, weighted, OptionalDouble.empty(), FitData.of(train).features());
    int[] users = IntStream.range(0, 40).toArray();
    try (ModelTrainer trainer =
        new UserKnnFamily().trainer(params, training(), data, compute(1, Parallel.SEQUENTIAL))) {
      assertThat(trainer.trainEpoch().loss()).isNaN();
      double[][] rows = rows(train, weighted);
      try (Scorer scorer = trainer.scorer()) {
        float[] scores = scores(scorer, HistoryBlock.of(train, users, 0, users.length));
        double worst = 0;
        for (int u = 0; u < users.length; u++) {
          double[] expected = expected(rows, u, params);
          for (int j = 0; j < train.items(); j++) {
            worst = Math.max(worst, Math.abs(scores[u * train.items() + j] - expected[j]));
          }
        }
        assertThat(worst).isLessThan(1e-5);
      }
    }
  }

  private static double[][] rows(Interactions train, boolean weighted) {
    double[][] rows = new double[train.users()][train.items()];
    for (int u = 0; u < train.users(); u++) {
      for (int k = train.offsets()[u]; k < train.offsets()[u + 1]; k++) {
        int i = train.item()[k];
        rows[u][i] = weighted ? rows[u][i] + train.value()[k] : 1;
      }
    }
    return rows;
  }

  private static double[] expected(double[][] rows, int user, UserKnnParams params) {
    double[] similarity = new double[rows.length];
    for (int v = 0; v < rows.length; v++) {
      double both = dot(rows[user], rows[v]);
      double own = dot(rows[user], rows[user]);
      double others = dot(rows[v], rows[v]);
      double base =
          params.similarity() == Similarity.COSINE
              ? Math.sqrt(own) * Math.sqrt(others)
              : own + others - both;
      similarity[v] = v == user || both == 0 ? 0 : both / (base + params.shrinkage());
    }
    int[] nearest =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(v -> -similarity[v]).thenComparing(v -> v))
            .limit(NEIGHBOURS)
            .mapToInt(v -> v)
            .toArray();
    double[] scores = new double[rows[0].length];
    for (int v : nearest) {
      Arrays.setAll(scores, j -> scores[j] + similarity[v] * rows[v][j]);
    }
    return scores;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
