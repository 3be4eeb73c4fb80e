package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.Bert4RecParams;
import io.aisle.domain.model.CaserParams;
import io.aisle.domain.model.CrossAttentionParams;
import io.aisle.domain.model.Gru4RecParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the networks and losses of all sequence models. */
@Beside
class SequenceModelsTest {
  private static final int ITEMS = 40;
  private static final int USERS = 12;

  /** Histories of 1 to 30 items. */
  private static Interactions sequences() {
    Random random = new Random(4);
    int[][] rows = new int[USERS][];
    for (int u = 0; u < USERS; u++) {
      rows[u] = random.ints(1 + random.nextInt(30), 0, ITEMS).toArray();
    }
    return Rows.of(ITEMS, rows);
  }

  /** Three values, one for each item. */
  private static Feature shelves() {
    int[] offsets = IntStream.rangeClosed(0, ITEMS).toArray();
    int[] value = IntStream.range(0, ITEMS).map(i -> 1 + i % 3).toArray();
    return new Feature("shelf", List.of("unknown", "a", "b", "c"), offsets, value);
  }

  private static List<SequenceModel> models(NextItemLoss loss) {
    return List.of(
        SasRecModel.of(new SasRecParams(8, 1, 2, 6, 0, loss, 2, SasRecParams.Positions.ALL), ITEMS),
        Gru4RecModel.of(new Gru4RecParams(8, 10, 1, 6, 0, loss, 2), ITEMS),
        Bert4RecModel.of(new Bert4RecParams(8, 1, 2, 6, 0, 0.4, loss, 2), ITEMS),
        CaserModel.of(new CaserParams(8, 3, 4, 2, 0, true, loss, 2), USERS, ITEMS),
        CrossAttentionModel.of(
            new CrossAttentionParams(8, 1, 2, 1, 2, 6, 0, loss, 2), ITEMS, List.of(shelves())));
  }

  static Stream<SequenceModel> softmax() {
    return models(NextItemLoss.SOFTMAX).stream();
  }

  static Stream<SequenceModel> sampled() {
    return models(NextItemLoss.SAMPLED).stream();
  }

  @ParameterizedTest
  @MethodSource({"softmax", "sampled"})
  void gradientsAreTheSlopesOfTheLoss(SequenceModel model) {
    NativeSetup.prepare(1);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu())) {
      TrainingItems train = TrainingItems.of(sequences(), false);
      SequenceObjective.Prepared objective =
          model.objective().prepare(NegativeSampling.UNIFORM, train, new Constants(manager));
      BatchData data = objective.negatives().apply(model.plan(train, 3, 5), 5L).batch(0);
      float[] start = model.layout().initial(3);
      float[] gradient = new float[start.length];
      double loss = run(model, objective.loss(), data, start, gradient, manager);
      assertThat(loss).isPositive();
      Random random = new Random(1);
      int moved = 0;
      for (int n = 0; n < 60; n++) {
        int at = random.nextInt(start.length);
        double slope =
            (lossAt(model, objective, data, start, at, 4e-3f, manager)
                    - lossAt(model, objective, data, start, at, -4e-3f, manager))
                / (8e-3 * data.count());
        assertThat(slope)
            .as("value %d", at)
            .isCloseTo(gradient[at], within(4e-3 + 0.03 * Math.abs(slope)));
        moved += Math.abs(gradient[at]) > 1e-4 ? 1 : 0;
      }
      assertThat(moved).as("values that matter").isGreaterThan(10);
    }
  }

  private static double lossAt(
      SequenceModel model,
      SequenceObjective.Prepared objective,
      BatchData data,
      float[] start,
      int at,
      float change,
      PtNDManager manager) {
    float[] moved = start.clone();
    moved[at] += change;
    return run(model, objective.loss(), data, moved, new float[start.length], manager);
  }

  /** Loss summed over the targets; the gradient of its mean. */
  private static double run(
      SequenceModel model,
      SequenceLoss loss,
      BatchData data,
      float[] values,
      float[] gradient,
      PtNDManager manager) {
    try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
      Ops ops = new Ops();
      SequenceNetwork network = model.network(ops, Dropout.NONE, step);
      Batch batch = new DeviceBatches(List.of(data), step).batch(ops, 0, step);
      JniUtils.setGradMode(true);
      PtNDArray flat = (PtNDArray) step.create(values);
      JniUtils.attachGradient(flat, true);
      SequenceNetwork.Encoded encoded = network.encode(flat, batch);
      Backward result =
          loss.backward(ops, encoded.vectors(), encoded.items(), batch.targets(), step);
      JniUtils.setGradMode(false);
      float[] found = JniUtils.getGradient(flat).toFloatArray();
      System.arraycopy(found, 0, gradient, 0, found.length);
      float[] head = result.head().toFloatArray();
      for (int i = 0; i < head.length; i++) {
        gradient[i] += head[i];
      }
      return result.loss().getFloat();
    }
  }

  static Stream<SequenceModel> defaults() {
    Feature shelves = shelves();
    return Stream.of(
        SasRecModel.of(SasRecParams.DEFAULTS, ITEMS),
        Gru4RecModel.of(Gru4RecParams.DEFAULTS, ITEMS),
        Bert4RecModel.of(Bert4RecParams.DEFAULTS, ITEMS),
        CaserModel.of(CaserParams.DEFAULTS, USERS, ITEMS),
        CrossAttentionModel.of(CrossAttentionParams.DEFAULTS, ITEMS, List.of(shelves)));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void aStepOfTheDefaultsKeepsItsBudgetOfNativeCalls(SequenceModel model) {
    try (SequenceTrainer trainer = trainer(model, TrainingSpec.defaults(ModelKind.SASREC))) {
      assertThat(trainer.trainEpoch().loss()).isPositive();
      assertThat(trainer.callsPerBatch()).isBetween(60.0, 300.0);
    }
  }

  @ParameterizedTest
  @MethodSource({"softmax", "sampled"})
  void nothingOfAStepStaysInNativeMemory(SequenceModel model) {
    try (SequenceTrainer trainer = trainer(model)) {
      for (int epoch = 0; epoch < 3; epoch++) {
        assertThat(trainer.trainEpoch().loss()).isPositive();
      }
      int before = trainer.liveArrays();
      // masks of new lengths may be kept, a few arrays in all; there are far more steps
      for (int epoch = 0; epoch < 9; epoch++) {
        assertThat(trainer.trainEpoch().loss()).isPositive();
      }
      assertThat(trainer.liveArrays()).isLessThanOrEqualTo(before + 12);
    }
  }

  private static SequenceTrainer trainer(SequenceModel model) {
    return trainer(model, SequenceTrainings.of(10, 4, 0.01, NegativeSampling.MIXED));
  }

  private static SequenceTrainer trainer(SequenceModel model, TrainingSpec training) {
    RunContext context = new RunContext(42, Devices.choose("cpu").device(), 1);
    return new SequenceTrainer(
        model,
        training,
        FitData.of(sequences()),
        new Compute(context, Parallel.SEQUENTIAL, CancelSignal.NEVER));
  }
}
