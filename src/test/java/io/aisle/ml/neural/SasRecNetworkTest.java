package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Beside
class SasRecNetworkTest {
  private static final int ITEMS = 30;
  private static final int LENGTH = 5;
  private static final int WIDTH = 8;
  private static final SasRecParams PARAMS =
      new SasRecParams(WIDTH, 2, 2, LENGTH, 0, NextItemLoss.SOFTMAX, 1, Positions.ALL);

  private final Ops ops = new Ops();
  private final SasRecModel model = SasRecModel.of(PARAMS, ITEMS);
  private static final Set<Field> READS = EnumSet.of(Field.ITEMS, Field.FIRSTS, Field.POSITIONS);

  private PtNDManager manager;
  private PtNDArray matrix;
  private SasRecNetwork network;

  @BeforeEach
  void open() {
    NativeSetup.prepare(1);
    manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu());
    matrix = (PtNDArray) manager.create(model.layout().initial(3));
    network = model.network(ops, Dropout.NONE, manager);
  }

  @AfterEach
  void close() {
    JniUtils.setGradMode(true);
    manager.close();
  }

  /** A full row, and a row of two short windows with one cell of padding. */
  private Batch batch() {
    int[] sequence = new Random(1).ints(12, 0, ITEMS).toArray();
    Interactions all = Rows.of(ITEMS, sequence);
    TrainingItems train = TrainingItems.of(all, false);
    RowCells cells = new RowCells(2, LENGTH);
    cells.put(train, new Window(0, 5), 0, 0);
    cells.put(train, new Window(6, 2), 1, 0);
    cells.put(train, new Window(8, 2), 1, 2);
    return device(cells.everyTarget(READS));
  }

  private Batch device(BatchData data) {
    return new DeviceBatches(List.of(data), manager).batch(ops, 0, manager);
  }

  @Test
  void theWrittenGradientOfTheSoftmaxIsTheRecordedOne() {
    for (long chunk : new long[] {ITEMS * 3, ITEMS * 100}) {
      float[] written = writtenGradient(chunk);
      float[] recorded = recordedGradient();
      assertThat(written).containsExactly(recorded, within(2e-6f));
    }
  }

  @Test
  void theRecordedGradientIsTheSlopeOfTheLoss() {
    float[] gradient = recordedGradient();
    float[] start = matrix.toFloatArray();
    Random random = new Random(5);
    for (int n = 0; n < 40; n++) {
      int at = random.nextInt(start.length);
      float step = 1e-2f;
      double slope = (lossWith(start, at, step) - lossWith(start, at, -step)) / (2 * step);
      assertThat(slope).as("value %d", at).isCloseTo(gradient[at], within(2e-3));
    }
  }

  @Test
  void theNewestPositionAloneIsEncodedAsAmongAll() {
    RowCells cells = new RowCells(2, LENGTH);
    cells.put(new int[] {4, 9, 2, 7, 7}, 0, 5, 0, 0);
    cells.put(new int[] {11, 3}, 0, 2, 1, 3);
    JniUtils.setGradMode(false);
    Batch batch = device(cells.history(READS));
    float[] alone = network.newest(matrix, batch).vectors().toFloatArray();
    float[] all = network.encode(matrix, batch).vectors().toFloatArray();
    for (int row = 0; row < 2; row++) {
      for (int i = 0; i < WIDTH; i++) {
        float expected = all[(row * LENGTH + LENGTH - 1) * WIDTH + i];
        assertThat(alone[row * WIDTH + i]).isCloseTo(expected, within(1e-5f));
      }
    }
  }

  @Test
  void windowsInOneRowDoNotSeeEachOther() {
    JniUtils.setGradMode(false);
    RowCells together = new RowCells(1, LENGTH);
    together.put(new int[] {4, 9}, 0, 2, 0, 0);
    together.put(new int[] {11, 3, 8}, 0, 3, 0, 2);
    RowCells alone = new RowCells(1, LENGTH);
    alone.put(new int[] {11, 3, 8}, 0, 3, 0, 2);
    float[] shared = encodeAll(together);
    float[] apart = encodeAll(alone);
    for (int i = 2 * WIDTH; i < LENGTH * WIDTH; i++) {
      assertThat(shared[i]).isCloseTo(apart[i], within(1e-6f));
    }
  }

  private float[] encodeAll(RowCells cells) {
    return network.encode(matrix, device(cells.history(READS))).vectors().toFloatArray();
  }

  private float[] writtenGradient(long chunk) {
    PtNDArray leaf = leaf();
    Batch batch = batch();
    SequenceNetwork.Encoded encoded = network.encode(leaf, batch);
    Backward result =
        new SoftmaxLoss(chunk, new Constants(manager))
            .backward(ops, encoded.vectors(), encoded.items(), batch.targets(), manager);
    JniUtils.setGradMode(false);
    PtNDArray gradient = JniUtils.getGradient(leaf);
    ops.addTo(ops.slice(gradient, 0, 0, ITEMS * WIDTH), ops.reshape(result.head(), -1));
    assertThat(result.loss().getFloat()).isCloseTo(recordedLoss(leaf()).getFloat(), within(1e-4f));
    return gradient.toFloatArray();
  }

  private float[] recordedGradient() {
    PtNDArray leaf = leaf();
    JniUtils.backward(recordedLoss(leaf), new Constants(manager).of(1.0 / 9), false, false);
    return JniUtils.getGradient(leaf).toFloatArray();
  }

  private PtNDArray leaf() {
    JniUtils.setGradMode(true);
    PtNDArray leaf = JniUtils.detachGradient(matrix);
    JniUtils.attachGradient(leaf, true);
    return leaf;
  }

  private PtNDArray recordedLoss(PtNDArray parameters) {
    Batch batch = batch();
    SequenceLoss.Targets targets = batch.targets();
    SequenceNetwork.Encoded encoded = network.encode(parameters, batch);
    PtNDArray logits = ops.matmul(encoded.vectors(), ops.transpose(encoded.items(), 0, 1));
    PtNDArray log = JniUtils.logSoftmax(logits, 1, DataType.FLOAT32);
    PtNDArray picked = JniUtils.gather(log, ops.reshape(targets.items(), -1, 1), 1);
    return ops.neg(ops.sum(ops.mul(picked, targets.weights())));
  }

  private double lossWith(float[] start, int at, float change) {
    float[] moved = start.clone();
    moved[at] += change;
    JniUtils.setGradMode(false);
    PtNDArray parameters = (PtNDArray) manager.create(moved, matrix.getShape());
    return recordedLoss(parameters).getFloat() / 9;
  }
}
