package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.GatParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.LightGcnParams;
import io.aisle.domain.model.MarkovParams;
import io.aisle.domain.model.MfParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.NeuMfParams;
import io.aisle.domain.model.PopularityParams;
import io.aisle.domain.model.SlimParams;
import io.aisle.domain.model.TwoTowerParams;
import io.aisle.domain.model.UserKnnParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.graph.GatFamily;
import io.aisle.ml.model.graph.LightGcnFamily;
import io.aisle.ml.neural.NeuMfFamily;
import io.aisle.ml.neural.TwoTowerFamily;
import io.aisle.testkit.Beside;
import io.aisle.testkit.HeldOut;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On real ratings with one film of each user held out, every model with its defaults finds it among
 * its first ten at least as often as it did when the floor was set, less two standard errors (0.015
 * each).
 */
@Beside
class QualityFloorTest {
  private static final int K = 10;

  private static final Compute COMPUTE =
      new Compute(
          new RunContext(42, new Device(Device.Kind.CPU, 0, "cpu", 0), 1),
          Parallel.SEQUENTIAL,
          CancelSignal.NEVER);

  private static HeldOut films;

  @BeforeAll
  static void read() throws IOException {
    films = HeldOut.movielens();
  }

  @Test
  void popularity() {
    assertThat(hits(new PopularityFamily(), PopularityParams.DEFAULTS, 1)).isBetween(0.06, 0.14);
  }

  @Test
  void itemKnn() {
    assertThat(hits(new ItemKnnFamily(), ItemKnnParams.DEFAULTS, 1)).isGreaterThan(0.17);
  }

  @Test
  void ease() {
    assertThat(hits(new EaseFamily(), EaseParams.DEFAULTS, 1)).isGreaterThan(0.21);
  }

  @Test
  void userKnn() {
    assertThat(hits(new UserKnnFamily(), UserKnnParams.DEFAULTS, 1)).isGreaterThan(0.17);
  }

  @Test
  void slim() {
    assertThat(hits(new SlimFamily(), SlimParams.DEFAULTS, 1)).isGreaterThan(0.195);
  }

  /** Of the last film of each user; popularity finds 0.05 of them. */
  @Test
  void markov() throws IOException {
    assertThat(hits(HeldOut.movielensLast(), new MarkovFamily(), MarkovParams.DEFAULTS, 1))
        .isGreaterThan(0.12);
  }

  /** The root of the mean squared error; the mean rating alone misses by 1.06 stars. */
  @Test
  void mf() throws IOException {
    HeldOut rated = HeldOut.movielensRated();
    MfFamily family = new MfFamily();
    int[] users = IntStream.range(0, rated.train().users()).toArray();
    float[] out = new float[users.length];
    try (ModelTrainer trainer =
        family.trainer(
            MfParams.DEFAULTS,
            TrainingSpec.defaults(ModelKind.MF),
            FitData.of(rated.train()),
            COMPUTE)) {
      for (int epoch = 1; epoch <= 20; epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      Predictor predictor = (Predictor) trainer.scorer();
      HistoryBlock block = HistoryBlock.of(rated.train(), users, 0, users.length);
      predictor.predict(block, rated.item(), new long[users.length], out);
    }
    double squares = 0;
    for (int u = 0; u < out.length; u++) {
      squares += Math.pow(out[u] - rated.rating()[u], 2);
    }
    assertThat(Math.sqrt(squares / out.length)).isLessThan(0.87);
  }

  @Test
  void als() {
    assertThat(hits(new AlsFamily(), AlsParams.DEFAULTS, 15)).isGreaterThan(0.195);
  }

  @Test
  void bpr() {
    assertThat(hits(new BprFamily(), BprParams.DEFAULTS, 60)).isGreaterThan(0.155);
  }

  @Test
  void lightgcn() {
    assertThat(hits(new LightGcnFamily(), LightGcnParams.DEFAULTS, 40)).isGreaterThan(0.155);
  }

  @Test
  void gat() {
    assertThat(hits(new GatFamily(), GatParams.DEFAULTS, 40)).isGreaterThan(0.155);
  }

  @Test
  void neuMf() {
    assertThat(hits(new NeuMfFamily(), NeuMfParams.DEFAULTS, 5)).isGreaterThan(0.11);
  }

  @Test
  void twoTower() {
    assertThat(hits(new TwoTowerFamily(), TwoTowerParams.DEFAULTS, 10)).isGreaterThan(0.185);
  }

  /** Share of users whose held-out film is among the first ten that they have not seen. */
  private static <P extends ModelParams> double hits(ModelFamily<P> family, P params, int epochs) {
    return hits(films, family, params, epochs);
  }

  private static <P extends ModelParams> double hits(
      HeldOut films, ModelFamily<P> family, P params, int epochs) {
    Interactions train = films.train();
    TrainingSpec training = TrainingSpec.defaults(params.kind());
    int hits = 0;
    try (ModelTrainer trainer = family.trainer(params, training, FitData.of(train), COMPUTE)) {
      for (int epoch = 1; epoch <= epochs; epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      int[] users = IntStream.range(0, train.users()).toArray();
      float[] scores = new float[train.users() * train.items()];
      try (Scorer scorer = trainer.scorer()) {
        scorer.scoreAll(HistoryBlock.of(train, users, 0, users.length), scores);
      }
      for (int u = 0; u < train.users(); u++) {
        int from = u * train.items();
        float[] row = Arrays.copyOfRange(scores, from, from + train.items());
        hits += better(row, train.row(u), films.item()[u]) < K ? 1 : 0;
      }
    }
    return (double) hits / train.users();
  }

  /** How many unseen items stand before one; ties count against it. */
  private static int better(float[] scores, int[] seen, int wanted) {
    float limit = scores[wanted];
    for (int i : seen) {
      scores[i] = Float.NEGATIVE_INFINITY;
    }
    int better = -1;
    for (float score : scores) {
      better += score >= limit ? 1 : 0;
    }
    return better;
  }
}
