package io.aisle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.ModelParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.FieldScorer;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every model keeps, whatever it computes. A model's own test extends this class.
 *
 * @param <P> its parameters
 */
@Beside
public abstract class ModelContractTest<P extends ModelParams> {
  private static final int BATCHES_AFTER_CANCEL = 1;

  /** Four standard errors of the mean place of one among six, over the planted users. */
  private static final double CHANCE = 4 * 0.3416 / Math.sqrt(PlantedData.USERS);

  @TempDir Path folder;

  private final Interactions train = PlantedData.train();

  protected abstract ModelFamily<P> family();

  /** Small parameters with which the planted pattern can be learned. */
  protected abstract P params();

  /** A training short enough for a test; {@code epochs} are enough to learn the pattern. */
  protected abstract TrainingSpec training();

  /** Whether the numbers of one seed are the same for any number of threads. */
  protected boolean sameForAnyThreads() {
    return true;
  }

  /** Data large enough for the model to share the work out to threads. */
  protected Interactions dataForThreads() {
    return PlantedData.many();
  }

  /** Interactions with whatever else the model reads. */
  protected FitData data(Interactions interactions) {
    return FitData.of(interactions);
  }

  /** How far scores of the same weights may differ by the shape of the block, relative. */
  protected double blockTolerance() {
    return 0;
  }

  /** Tensors among the weights that no training changes. */
  protected Set<String> fixedTensors() {
    return Set.of();
  }

  /** Share of rightly ordered pairs that counts as having learned the pattern. */
  protected double learned() {
    return 0.95;
  }

  @Test
  protected void parametersAreInRange() {
    assertThat(params().violations()).isEmpty();
    assertThat(params().kind().defaults().violations()).isEmpty();
    assertThat(params().kind().defaults()).hasSameClassAs(params());
  }

  @Test
  protected void sameSeedGivesTheSameWeights() {
    Weights first = fit(compute(42, Parallel.SEQUENTIAL), 2);
    Weights again = fit(compute(42, Parallel.SEQUENTIAL), 2);
    ContractChecks.same(again, first);
  }

  @Test
  protected void theNumberOfThreadsChangesNothing() {
    assumeTrue(sameForAnyThreads(), "the model does not promise it");
    Interactions many = dataForThreads();
    Weights first = fit(many, compute(42, Parallel.SEQUENTIAL), 2);
    try (TestThreads two = new TestThreads(2);
        TestThreads three = new TestThreads(3)) {
      ContractChecks.same(fit(many, compute(42, two), 2), first);
      ContractChecks.same(fit(many, compute(42, three), 2), first);
    }
  }

  @Test
  protected void savedWeightsGiveTheSameScores() {
    Compute compute = compute(42, Parallel.SEQUENTIAL);
    HistoryBlock block = everyone();
    try (ModelTrainer trainer = trained(compute, 2);
        Scorer live = trainer.scorer()) {
      Path file = folder.resolve("weights.safetensors");
      SafeTensors.write(file, trainer.weights());
      try (Scorer loaded = family().load(params(), SafeTensors.read(file), data(train), compute)) {
        assertThat(scores(loaded, block)).isEqualTo(scores(live, block));
      }
    }
  }

  @Test
  protected void weightsAreACopy() {
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 1)) {
      Weights kept = trainer.weights();
      Weights expected = kept.copy();
      report(trainer);
      ContractChecks.same(kept, expected);
      kept.tensors().values().forEach(tensor -> Arrays.fill(tensor.data(), 1e9f));
      assertThat(trainer.weights().tensors().values())
          .noneMatch(tensor -> tensor.data().length > 0 && tensor.data()[0] == 1e9f);
    }
  }

  @Test
  protected void aResumedTrainingContinuesAsIfItHadNeverStopped() {
    Compute compute = compute(42, Parallel.SEQUENTIAL);
    Path file = folder.resolve("checkpoint.safetensors");
    Weights expected;
    int nextEpoch;
    try (ModelTrainer trainer = trained(compute, 2)) {
      SafeTensors.write(file, trainer.checkpoint());
      nextEpoch = trainer.trainEpoch().epoch();
      report(trainer);
      expected = trainer.weights();
    }
    try (ModelTrainer resumed = family().trainer(params(), training(), data(train), compute)) {
      resumed.restore(SafeTensors.read(file));
      assertThat(resumed.trainEpoch().epoch()).isEqualTo(nextEpoch).isEqualTo(3);
      report(resumed);
      ContractChecks.same(resumed.weights(), expected);
    }
  }

  @Test
  protected void aCancelIsHeardWithinABatch() {
    int batches = checksOfAnEpoch();
    assertThat(batches).isPositive();
    for (int raisedAt = 1; raisedAt <= Math.min(batches, 4); raisedAt++) {
      AtomicInteger checks = new AtomicInteger();
      int from = raisedAt;
      Compute compute =
          new Compute(
              ContractChecks.context(42),
              Parallel.SEQUENTIAL,
              () -> checks.incrementAndGet() >= from);
      try (ModelTrainer trainer = family().trainer(params(), training(), data(train), compute)) {
        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(CancelledException.class);
      }
      assertThat(checks.get()).isLessThan(raisedAt + BATCHES_AFTER_CANCEL);
    }
  }

  @Test
  protected void thePlantedPatternIsLearned() {
    Compute compute = compute(42, Parallel.SEQUENTIAL);
    try (ModelTrainer trainer = trained(compute, training().epochs());
        Scorer scorer = trainer.scorer()) {
      assertThat(PlantedData.rightlyOrdered(train, scores(scorer, everyone())))
          .isGreaterThan(learned());
      assertThat(PlantedData.rightlyOrdered(train, scores(scorer, strangers())))
          .isGreaterThan(learned());
    }
  }

  @Test
  protected void strangersAndEmptyHistoriesHaveFiniteScores() {
    HistoryBlock block =
        new HistoryBlock(
            new int[] {-1, -1, 0, 1, -1},
            new int[] {0, 0, 1, 1, 4, 6},
            new int[] {3, 5, 5, 7, 2, 4},
            new float[] {1, 1, 1, 1, 1, 1});
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 1);
        Scorer scorer = trainer.scorer()) {
      ContractChecks.finite("strangers and empty histories", scores(scorer, block));
    }
  }

  @Test
  protected void dataAtTheEdgeGiveFiniteScores() {
    PlantedData.extremes()
        .forEach(
            (name, interactions) -> {
              Compute compute = compute(42, Parallel.SEQUENTIAL);
              try (ModelTrainer trainer = trained(interactions, compute, 2);
                  Scorer scorer = trainer.scorer()) {
                int[] users = IntStream.range(0, interactions.users()).toArray();
                HistoryBlock known = HistoryBlock.of(interactions, users, 0, users.length);
                ContractChecks.finite(name, scores(scorer, known));
                ContractChecks.finite(name, scores(scorer, ContractChecks.unknown(known)));
              }
            });
  }

  /**
   * Among the items that a user could have taken as well, the one that was held out stands where
   * chance puts it: half of the others before it, half behind.
   */
  @Test
  protected void theHeldOutItemIsNotKnown() {
    int[] heldOut = PlantedData.heldOut(train);
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), training().epochs());
        Scorer scorer = trainer.scorer()) {
      assertThat(PlantedData.placeOf(heldOut, train, scores(scorer, everyone())))
          .as("share of equally likely items that the held-out one beats")
          .isLessThan(0.5 + CHANCE);
    }
  }

  @Test
  protected void everyParameterIsTrained() {
    assumeTrue(params().kind().iterative(), "the model is computed at once");
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 1)) {
      Weights before = trainer.weights();
      report(trainer);
      Weights after = trainer.weights();
      before
          .tensors()
          .forEach(
              (name, tensor) -> {
                if (!fixedTensors().contains(name)) {
                  assertThat(Arrays.equals(tensor.data(), after.tensors().get(name).data()))
                      .as("%s stands still", name)
                      .isFalse();
                }
              });
    }
  }

  @Test
  protected void scoresDoNotDependOnWhoElseIsInTheBlock() {
    HistoryBlock block = everyone();
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 2);
        Scorer scorer = trainer.scorer()) {
      assertThat(scorer.items()).isEqualTo(PlantedData.ITEMS);
      float[] together = scores(scorer, block);
      for (int u = 0; u < PlantedData.USERS; u += 7) {
        int[] one = {u};
        float[] alone = scores(scorer, HistoryBlock.of(train, one, 0, 1));
        for (int i = 0; i < PlantedData.ITEMS; i++) {
          float expected = together[u * PlantedData.ITEMS + i];
          Offset<Float> allowed =
              within((float) (blockTolerance() * Math.max(1, Math.abs(expected))));
          assertThat(alone[i]).isCloseTo(expected, allowed);
        }
      }
    }
  }

  @Test
  protected void aMixtureOfOneExampleHasItsScore() {
    HistoryBlock block = everyone();
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 2);
        Scorer scorer = trainer.scorer()) {
      assumeTrue(scorer instanceof FieldScorer, "the model is not made of fields");
      ContractChecks.unmixed((FieldScorer) scorer, block, scores(scorer, block));
    }
  }

  @Test
  protected void aConcurrentScorerScoresOnSeveralThreads() {
    HistoryBlock block = everyone();
    try (TestThreads threads = new TestThreads(2);
        ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 1);
        Scorer scorer = trainer.scorer()) {
      assumeTrue(scorer.concurrent(), "the scorer is for one thread");
      float[] expected = scores(scorer, block);
      float[][] got = new float[8][];
      threads.forRange(
          0,
          8,
          1,
          (from, to, worker) -> {
            for (int n = from; n < to; n++) {
              got[n] = scores(scorer, block);
            }
          });
      assertThat(List.of(got)).allSatisfy(scores -> assertThat(scores).isEqualTo(expected));
    }
  }

  @Test
  protected void weightsOfOtherDataAreRefused() {
    Compute compute = compute(42, Parallel.SEQUENTIAL);
    Weights nothing = new Weights(Map.of(), Map.of());
    assertThatThrownBy(() -> family().load(params(), nothing, data(train), compute).close())
        .isInstanceOf(InputException.class);
    Weights fitted = fit(compute, 1);
    Interactions other = Interactions.empty(PlantedData.USERS + 1, PlantedData.ITEMS + 1);
    assertThatThrownBy(() -> family().load(params(), fitted, data(other), compute).close())
        .isInstanceOf(InputException.class);
  }

  @Test
  protected void itKnowsOfItemsWhatItsKindSays() {
    ContractChecks.knowsItems(trained(compute(42, Parallel.SEQUENTIAL), 1), params().kind());
  }

  /** The data of every test here: {@link PlantedData#train()}. */
  protected final Interactions train() {
    return train;
  }

  /** Seed, CPU and threads. */
  protected static Compute compute(long seed, Parallel parallel) {
    return new Compute(ContractChecks.context(seed), parallel, CancelSignal.NEVER);
  }

  /** A trainer after some epochs. */
  protected final ModelTrainer trained(Compute compute, int epochs) {
    return trained(train, compute, epochs);
  }

  private ModelTrainer trained(Interactions data, Compute compute, int epochs) {
    ModelTrainer trainer = family().trainer(params(), training(), data(data), compute);
    for (int e = 1; e <= epochs; e++) {
      assertThat(trainer.trainEpoch().epoch()).isEqualTo(e);
    }
    return trainer;
  }

  /** All scores of a block. */
  protected static float[] scores(Scorer scorer, HistoryBlock block) {
    float[] out = new float[block.size() * scorer.items()];
    Arrays.fill(out, Float.NaN);
    scorer.scoreAll(block, out);
    return out;
  }

  /** All users with the histories that were trained on. */
  protected final HistoryBlock everyone() {
    int[] users = IntStream.range(0, PlantedData.USERS).toArray();
    return HistoryBlock.of(train, users, 0, users.length);
  }

  /** The same histories of users that the model is told not to know. */
  protected final HistoryBlock strangers() {
    return ContractChecks.unknown(everyone());
  }

  private int checksOfAnEpoch() {
    AtomicInteger checks = new AtomicInteger();
    Compute counting =
        new Compute(
            ContractChecks.context(42),
            Parallel.SEQUENTIAL,
            () -> {
              checks.incrementAndGet();
              return false;
            });
    try (ModelTrainer trainer = family().trainer(params(), training(), data(train), counting)) {
      report(trainer);
    }
    return checks.get();
  }

  private Weights fit(Compute compute, int epochs) {
    return fit(train, compute, epochs);
  }

  private Weights fit(Interactions data, Compute compute, int epochs) {
    try (ModelTrainer trainer = trained(data, compute, epochs)) {
      return trainer.weights();
    }
  }

  private static void report(ModelTrainer trainer) {
    assertThat(trainer.trainEpoch().epoch()).isPositive();
  }
}
