package io.aisle.ml.model;

import io.aisle.ml.embedding.AdamArray;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.embedding.RowTable;
import io.aisle.ml.embedding.RowwiseAdam;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names under which embeddings and dense weights are saved: {@code embedding.<field> [rows,
 * width]} for each field, and the network's own names.
 *
 * @param width values of a row
 */
public record PairWeights(FieldMap fields, int width, DenseLayout layout) {
  private static final String EMBEDDING = "embedding.";
  private static final String EPOCH = "epoch";
  private static final String STEP = "step";
  private static final String FIRST = "adam.first.";
  private static final String SECOND = "adam.second.";
  private static final String DENSE = "dense";

  /**
   * @param table {@code [rows * width]}, copied
   * @param dense {@code [layout.size()]}, copied
   */
  Weights weights(float[] table, float[] dense) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(tensors, "", table);
    tensors.putAll(layout.export(dense, Map.of()).tensors());
    return new Weights(tensors, Map.of());
  }

  private void put(Map<String, Tensor> tensors, String prefix, float[] table) {
    for (FieldMap.Block block : fields.blocks()) {
      int from = block.first() * width;
      tensors.put(
          prefix + EMBEDDING + block.field().id(),
          Tensor.of(
              Arrays.copyOfRange(table, from, from + block.rows() * width), block.rows(), width));
    }
  }

  /**
   * The parameters in weights; copied.
   *
   * @throws io.aisle.domain.InputException when they do not fit
   */
  public PairState state(Weights weights) {
    float[] table = table(weights, "");
    return new PairState(new RowTable(fields.rows(), width, table), layout.values(weights));
  }

  private float[] table(Weights weights, String prefix) {
    float[] table = new float[fields.rows() * width];
    for (FieldMap.Block block : fields.blocks()) {
      float[] values = weights.values(prefix + EMBEDDING + block.field().id(), block.rows(), width);
      System.arraycopy(values, 0, table, block.first() * width, values.length);
    }
    return table;
  }

  Weights checkpoint(RowwiseAdam adam, int epoch) {
    AdamArray table = adam.table().state();
    AdamArray dense = adam.dense();
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(weights(table.values(), dense.values()).tensors());
    put(tensors, FIRST, table.first());
    put(tensors, SECOND, table.second());
    tensors.put(FIRST + DENSE, Tensor.of(dense.first().clone(), dense.size()));
    tensors.put(SECOND + DENSE, Tensor.of(dense.second().clone(), dense.size()));
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(EPOCH, Integer.toString(epoch));
    notes.put(STEP, Long.toString(adam.steps()));
    return new Weights(tensors, notes);
  }

  /**
   * @return the epoch of the checkpoint
   */
  int restore(Weights checkpoint, RowwiseAdam adam) {
    PairState saved = state(checkpoint);
    float[] first = table(checkpoint, FIRST);
    float[] second = table(checkpoint, SECOND);
    float[] denseFirst = checkpoint.values(FIRST + DENSE, layout.size());
    float[] denseSecond = checkpoint.values(SECOND + DENSE, layout.size());
    int epoch = checkpoint.number(EPOCH);
    adam.continueAfter(checkpoint.number(STEP));
    adam.table().state().restore(saved.table().values(), first, second);
    adam.dense().restore(saved.dense(), denseFirst, denseSecond);
    return epoch;
  }
}
