package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Scores with a sequence model: what each history ends in against every item. A user without a
 * history gets the items' share of the training interactions, so that cold users see what is
 * popular. One thread at a time: libtorch has its own.
 */
final class SequenceScorer implements Scorer {
  private static final int ROWS = 256;

  private final SequenceModel model;
  private final PtNDArray values;
  private final Interactions train;
  private final PtNDManager owned;

  /**
   * @param values the parameters, {@code [size]}
   * @param owned closed with this scorer; null when the values are the trainer's
   */
  SequenceScorer(SequenceModel model, PtNDArray values, Interactions train, PtNDManager owned) {
    this.model = model;
    this.values = values;
    this.train = train;
    this.owned = owned;
  }

  /** A scorer with saved parameters of its own. */
  static SequenceScorer load(
      SequenceModel model, Weights weights, Interactions train, Compute compute) {
    NativeSetup.prepare(compute.context().threads());
    return of(
        model, model.layout().values(weights), train, Devices.toEngine(compute.context().device()));
  }

  /** A scorer with parameters of its own. */
  static SequenceScorer of(
      SequenceModel model, float[] values, Interactions train, ai.djl.Device device) {
    PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(device);
    return new SequenceScorer(
        model, Parameters.values(model.layout(), values, manager), train, manager);
  }

  @Override
  public int items() {
    return model.items();
  }

  @Override
  public boolean concurrent() {
    return false;
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    for (int from = 0; from < block.size(); from += ROWS) {
      int to = Math.min(block.size(), from + ROWS);
      float[] scores = forward(model.scoring(block, from, to), SequenceScorer::scores);
      System.arraycopy(scores, 0, out, from * items(), scores.length);
      for (int r = from; r < to; r++) {
        if (block.offsets()[r] == block.offsets()[r + 1]) {
          popularity(out, r * items());
        }
      }
    }
  }

  private static float[] scores(SequenceNetwork.Encoded encoded, Ops ops) {
    return ops.matmul(encoded.vectors(), ops.transpose(encoded.items(), 0, 1)).toFloatArray();
  }

  private void popularity(float[] out, int at) {
    int[] counts = train.itemCounts();
    for (int i = 0; i < counts.length; i++) {
      out[at + i] = (float) counts[i] / Math.max(1, train.size());
    }
  }

  @Override
  public Optional<Attention> attention(int[] history, int item) {
    if (history.length == 0) {
      return Optional.empty();
    }
    int[] offsets = {0, history.length};
    HistoryBlock block =
        new HistoryBlock(new int[] {-1}, offsets, history, new float[history.length]);
    int first = Math.max(0, history.length - model.maxLength());
    return run(
            model.scoring(block, 0, 1), (network, batch) -> network.attention(values(batch), batch))
        .map(found -> found.from(first));
  }

  /** The table that scores items. */
  @Override
  public Optional<ItemSpace> itemSpace() {
    float[] all = values.toFloatArray();
    int row = model.layout().width();
    int width = row - model.biases();
    float[] vectors = new float[items() * width];
    for (int i = 0; i < items(); i++) {
      System.arraycopy(all, i * row, vectors, i * width, width);
    }
    return Optional.of(new ItemSpace.Vectors(items(), width, vectors));
  }

  private float[] forward(
      BatchData data, BiFunction<SequenceNetwork.Encoded, Ops, float[]> finish) {
    Ops ops = new Ops();
    return run(data, (network, batch) -> finish.apply(network.newest(values(batch), batch), ops));
  }

  /** A view of the parameters that belongs to a step. */
  private PtNDArray values(Batch batch) {
    PtNDArray view = JniUtils.detachGradient(values);
    view.attach(batch.step());
    return view;
  }

  private <T> T run(BatchData data, BiFunction<SequenceNetwork, Batch, T> use) {
    boolean gradient = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (PtNDManager step = (PtNDManager) values.getManager().newSubManager()) {
      Ops ops = new Ops();
      SequenceNetwork network = model.network(ops, Dropout.NONE, step);
      Batch batch = new DeviceBatches(List.of(data), step).batch(ops, 0, step);
      return use.apply(network, batch);
    } finally {
      JniUtils.setGradMode(gradient);
    }
  }

  @Override
  public void close() {
    if (owned != null) {
      owned.close();
    }
  }
}
