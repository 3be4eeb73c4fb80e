package io.aisle.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.BprFamily;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.EpochReport;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of {@link ModelContractTest} catch what they are there for. */
class BrokenModelsTest {
  /** The rules over one family; not a test class of its own, as its name does not end like one. */
  private static final class Rules extends ModelContractTest<BprParams> {
    private final ModelFamily<BprParams> family;

    private Rules(ModelFamily<BprParams> family) {
      this.family = family;
    }

    @Override
    protected ModelFamily<BprParams> family() {
      return family;
    }

    @Override
    protected BprParams params() {
      return new BprParams(8, 0.01);
    }

    @Override
    protected TrainingSpec training() {
      return new TrainingSpec(60, 1, 0.1, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
    }
  }

  @Test
  void theSoundModelBreaksNone() {
    Rules rules = new Rules(new BprFamily());
    assertThatCode(rules::thePlantedPatternIsLearned).doesNotThrowAnyException();
    assertThatCode(rules::everyParameterIsTrained).doesNotThrowAnyException();
    assertThatCode(rules::theHeldOutItemIsNotKnown).doesNotThrowAnyException();
  }

  @Test
  void shuffledTargetsBreakTheRuleOfThePlantedPattern() {
    assertThatThrownBy(new Rules(new Shuffled())::thePlantedPatternIsLearned)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aDroppedGradientBreaksTheRuleOfTrainedParameters() {
    assertThatThrownBy(new Rules(new Dropped())::everyParameterIsTrained)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("item_factors stands still");
  }

  @Test
  void aLeakedTestItemBreaksTheRuleOfTheHeldOutItem() {
    assertThatThrownBy(new Rules(new Leaking())::theHeldOutItemIsNotKnown)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("held-out");
  }

  /** A sound family that is given other data, or whose trainer is tampered with. */
  private abstract static class Tampered implements ModelFamily<BprParams> {
    private final BprFamily sound = new BprFamily();

    abstract FitData data(FitData data);

    @Override
    public ModelTrainer trainer(
        BprParams params, TrainingSpec training, FitData data, Compute compute) {
      return sound.trainer(params, training, data(data), compute);
    }

    @Override
    public Scorer load(BprParams params, Weights weights, FitData data, Compute compute) {
      return sound.load(params, weights, data(data), compute);
    }

    @Override
    public double work(BprParams params, FitData data) {
      return sound.work(params, data);
    }

    @Override
    public Footprint footprint(BprParams params, TrainingSpec training, DataShape shape) {
      return sound.footprint(params, training, shape);
    }
  }

  /** Users are told apart from what they took. */
  private static final class Shuffled extends Tampered {
    @Override
    FitData data(FitData data) {
      Interactions train = data.train();
      List<Integer> order = IntStream.range(0, train.size()).boxed().toList();
      List<Integer> shuffled = new ArrayList<>(order);
      Collections.shuffle(shuffled, new Random(4));
      int[] item = shuffled.stream().mapToInt(k -> train.item()[k]).toArray();
      return data.with(
          new Interactions(
              train.users(), train.items(), train.offsets(), item, train.value(), train.time()));
    }
  }

  /** The factors of the items never move. */
  private static final class Dropped extends Tampered {
    @Override
    FitData data(FitData data) {
      return data;
    }

    @Override
    public ModelTrainer trainer(
        BprParams params, TrainingSpec training, FitData data, Compute compute) {
      ModelTrainer inner = super.trainer(params, training, data, compute);
      Tensor start = inner.weights().tensors().get("item_factors");
      return new Wrapped(inner) {
        @Override
        public EpochReport trainEpoch() {
          EpochReport report = inner.trainEpoch();
          Weights reached = inner.checkpoint();
          Map<String, Tensor> tensors = new LinkedHashMap<>(reached.tensors());
          tensors.put("item_factors", start);
          inner.restore(new Weights(tensors, reached.notes()));
          return report;
        }
      };
    }
  }

  /** Is fitted on the held-out items, too, and scores known users as it knows them. */
  private static final class Leaking extends Tampered {
    @Override
    FitData data(FitData data) {
      Interactions train = data.train();
      int[][] held =
          IntStream.of(PlantedData.heldOut(train))
              .mapToObj(i -> new int[] {i})
              .toArray(int[][]::new);
      long[] late = new long[train.users()];
      Arrays.fill(late, 2_000_000_000L);
      return data.with(train.followedBy(Rows.timed(train.items(), held, late)));
    }

    @Override
    public ModelTrainer trainer(
        BprParams params, TrainingSpec training, FitData data, Compute compute) {
      Interactions leaked = data(data).train();
      return new Wrapped(super.trainer(params, training, data, compute)) {
        @Override
        public Scorer scorer() {
          return peeking(super.scorer(), leaked);
        }
      };
    }

    private static Scorer peeking(Scorer scorer, Interactions leaked) {
      return new Scorer() {
        @Override
        public int items() {
          return scorer.items();
        }

        @Override
        public void scoreAll(HistoryBlock block, float[] out) {
          scorer.scoreAll(HistoryBlock.of(leaked, block.user(), 0, block.size()), out);
        }

        @Override
        public boolean concurrent() {
          return scorer.concurrent();
        }
      };
    }
  }

  /** Passes everything on. */
  private static class Wrapped implements ModelTrainer {
    private final ModelTrainer inner;

    Wrapped(ModelTrainer inner) {
      this.inner = inner;
    }

    @Override
    public EpochReport trainEpoch() {
      return inner.trainEpoch();
    }

    @Override
    public Scorer scorer() {
      return inner.scorer();
    }

    @Override
    public Weights weights() {
      return inner.weights();
    }

    @Override
    public Weights checkpoint() {
      return inner.checkpoint();
    }

    @Override
    public void restore(Weights checkpoint) {
      inner.restore(checkpoint);
    }
  }
}
