package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ItemKnnParams.Prune;
import io.aisle.domain.model.ItemKnnParams.Similarity;
import io.aisle.domain.model.MarkovParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.PopularityParams;
import io.aisle.domain.model.SlimParams;
import io.aisle.domain.model.UserKnnParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that the analyst gives to kinds of events, in every classical model. */
@Beside
class WeightedKindsTest {
  private static final int USERS = 150;
  private static final int ITEMS = 60;

  /** A model with parameters for little data. */
  private record Model<P extends ModelParams>(ModelFamily<P> family, P params) {
    /** Scores of all users from their own histories, after two epochs. */
    float[] scores(Interactions train, boolean weighted) {
      FitData data = new FitData(train, weighted, OptionalDouble.empty(), Features.NONE);
      Compute compute =
          new Compute(
              new RunContext(3, new Device(Device.Kind.CPU, 0, "cpu", 0), 1),
              Parallel.SEQUENTIAL,
              CancelSignal.NEVER);
      int[] users = IntStream.range(0, train.users()).toArray();
      float[] known = new float[users.length * train.items()];
      float[] strange = new float[known.length];
      try (ModelTrainer trainer =
          family.trainer(params, TrainingSpec.defaults(params.kind()), data, compute)) {
        for (int epoch = 1; epoch <= 2; epoch++) {
          assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
        }
        try (Scorer scorer = trainer.scorer()) {
          HistoryBlock block = HistoryBlock.of(train, users, 0, users.length);
          scorer.scoreAll(block, known);
          int[] unknown = IntStream.range(0, users.length).map(u -> -1).toArray();
          scorer.scoreAll(
              new HistoryBlock(unknown, block.offsets(), block.item(), block.value()), strange);
        }
      }
      return joined(known, strange);
    }

    private static float[] joined(float[] first, float[] second) {
      float[] joined = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, joined, first.length, second.length);
      return joined;
    }

    @Override
    public String toString() {
      return params.toString();
    }
  }

  static Stream<Model<?>> models() {
    return Stream.of(
        new Model<>(new PopularityFamily(), PopularityParams.DEFAULTS),
        new Model<>(
            new ItemKnnFamily(), new ItemKnnParams(10, 1, Similarity.COSINE, Prune.CANDIDATE)),
        new Model<>(
            new ItemKnnFamily(), new ItemKnnParams(10, 0, Similarity.JACCARD, Prune.HISTORY)),
        new Model<>(new UserKnnFamily(), new UserKnnParams(10, 0, Similarity.COSINE)),
        new Model<>(new UserKnnFamily(), new UserKnnParams(10, 1, Similarity.JACCARD)),
        new Model<>(new EaseFamily(), new EaseParams(5)),
        new Model<>(new SlimFamily(), new SlimParams(2, 0.2, false)),
        new Model<>(new AlsFamily(), new AlsParams(8, 1, 2, true)),
        new Model<>(new BprFamily(), new BprParams(8, 0.01)),
        new Model<>(new MarkovFamily(), new MarkovParams(3, 5, 0.8, 2)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aWeightOfZeroIsNoInteraction(Model<?> model) {
    Interactions without = values(Rows.random(USERS, ITEMS, 12, 5), 4);
    assertThat(model.scores(withZeros(without), true)).isEqualTo(model.scores(without, true));
  }

  @ParameterizedTest
  @MethodSource("models")
  void equalWeightsAreNone(Model<?> model) {
    Interactions ones = Rows.random(USERS, ITEMS, 12, 5);
    assertThat(model.scores(ones, true)).isEqualTo(model.scores(ones, false));
  }

  @ParameterizedTest
  @MethodSource("models")
  void otherWeightsGiveOtherScores(Model<?> model) {
    Interactions ones = Rows.random(USERS, ITEMS, 12, 5);
    assertThat(model.scores(values(ones, 4), true)).isNotEqualTo(model.scores(ones, true));
  }

  /** The same interactions with values of 1 to {@code most}. */
  private static Interactions values(Interactions ones, int most) {
    SplittableRandom random = new SplittableRandom(8);
    float[] value = new float[ones.size()];
    for (int k = 0; k < value.length; k++) {
      value[k] = 1 + random.nextInt(most);
    }
    return new Interactions(
        ones.users(), ones.items(), ones.offsets(), ones.item(), value, ones.time());
  }

  /** Before every third interaction one of weight 0 with any item. */
  private static Interactions withZeros(Interactions from) {
    SplittableRandom random = new SplittableRandom(9);
    int[] offsets = new int[from.users() + 1];
    int[] item = new int[2 * from.size()];
    float[] value = new float[item.length];
    long[] time = new long[item.length];
    int size = 0;
    for (int u = 0; u < from.users(); u++) {
      for (int k = from.offsets()[u]; k < from.offsets()[u + 1]; k++) {
        if (k % 3 == 0) {
          item[size] = random.nextInt(from.items());
          time[size++] = from.time()[k];
        }
        item[size] = from.item()[k];
        value[size] = from.value()[k];
        time[size++] = from.time()[k];
      }
      offsets[u + 1] = size;
    }
    return new Interactions(
        from.users(),
        from.items(),
        offsets,
        Arrays.copyOf(item, size),
        Arrays.copyOf(value, size),
        Arrays.copyOf(time, size));
  }
}
