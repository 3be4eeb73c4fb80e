package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores with a SASRec: each history's newest position against every item. Needs nothing but the
 * history; a user without one gets the items' share of the training interactions, so that cold
 * users see what is popular. One thread at a time: libtorch has its own.
 */
final class SasRecScorer implements Scorer {
  private static final int ROWS = 256;

  private final SasRecLayout layout;
  private final PtNDArray matrix;
  private final Interactions train;
  private final PtNDManager owned;

  /**
   * @param owned closed with this scorer; null when the matrix is the trainer's
   */
  SasRecScorer(SasRecLayout layout, PtNDArray matrix, Interactions train, PtNDManager owned) {
    this.layout = layout;
    this.matrix = matrix;
    this.train = train;
    this.owned = owned;
  }

  /** A scorer with parameters of its own. */
  static SasRecScorer of(
      SasRecLayout layout, float[] values, Interactions train, ai.djl.Device device) {
    PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(device);
    Shape shape = new Shape(layout.rows(), layout.width());
    PtNDArray matrix = (PtNDArray) manager.zeros(shape);
    DeviceMemory.write(matrix, values);
    return new SasRecScorer(layout, matrix, train, manager);
  }

  @Override
  public int items() {
    return layout.items();
  }

  @Override
  public boolean concurrent() {
    return false;
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    for (int from = 0; from < block.size(); from += ROWS) {
      score(block, from, Math.min(block.size(), from + ROWS), out);
    }
  }

  private void score(HistoryBlock block, int from, int to, float[] out) {
    int longest = 1;
    for (int r = from; r < to; r++) {
      longest = Math.max(longest, read(block, r));
    }
    RowCells cells = new RowCells(to - from, longest);
    for (int r = from; r < to; r++) {
      int count = read(block, r);
      cells.put(block.item(), block.offsets()[r + 1] - count, count, r - from, longest - count);
    }
    float[] scores = forward(cells, true, null);
    System.arraycopy(scores, 0, out, from * items(), scores.length);
    for (int r = from; r < to; r++) {
      if (read(block, r) == 0) {
        popularity(out, r * items());
      }
    }
  }

  private int read(HistoryBlock block, int row) {
    return Math.min(layout.params().maxLength(), block.offsets()[row + 1] - block.offsets()[row]);
  }

  private void popularity(float[] out, int at) {
    int[] counts = train.itemCounts();
    for (int i = 0; i < counts.length; i++) {
      out[at + i] = (float) counts[i] / Math.max(1, train.size());
    }
  }

  @Override
  public Optional<Attention> attention(int[] history) {
    if (history.length == 0) {
      return Optional.empty();
    }
    int count = Math.min(layout.params().maxLength(), history.length);
    RowCells cells = new RowCells(1, count);
    cells.put(history, history.length - count, count, 0, 0);
    List<float[]> layers = new ArrayList<>();
    forward(cells, false, layers);
    float[][][][] weights = new float[layers.size()][layout.params().heads()][count][];
    for (int layer = 0; layer < weights.length; layer++) {
      for (int head = 0; head < weights[layer].length; head++) {
        for (int query = 0; query < count; query++) {
          weights[layer][head][query] = row(layers.get(layer), head, query, count);
        }
      }
    }
    return Optional.of(new Attention(history.length - count, weights));
  }

  private static float[] row(float[] layer, int head, int query, int count) {
    float[] row = new float[count];
    for (int key = 0; key < count; key++) {
      row[key] = key <= query ? layer[(head * count + query) * count + key] : Float.NaN;
    }
    return row;
  }

  /**
   * @param attention takes each layer's weights; null when nobody wants them
   * @return scores {@code [rows * items]}, or of all positions when not {@code newestOnly}
   */
  private float[] forward(RowCells cells, boolean newestOnly, List<float[]> attention) {
    boolean gradient = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (PtNDManager step = (PtNDManager) matrix.getManager().newSubManager()) {
      Ops ops = new Ops();
      PtNDArray view = JniUtils.detachGradient(matrix);
      view.attach(step);
      SasRecParts parts = layout.parts(ops, view, newestOnly);
      SasRecNetwork network =
          new SasRecNetwork(ops, layout.params(), Dropout.NONE, new Constants(step));
      Batch batch = new DeviceRows(cells, step).batch(ops, 0, cells.rows(), true, step);
      List<PtNDArray> seen = attention == null ? null : new ArrayList<>();
      PtNDArray encoded = network.encode(parts, batch, seen);
      if (attention != null) {
        seen.forEach(weights -> attention.add(weights.toFloatArray()));
        return new float[0];
      }
      return ops.matmul(encoded, ops.transpose(parts.items(), 0, 1)).toFloatArray();
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
