package io.aisle.ml.neural;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;

/**
 * The forward pass of GRU4Rec (Hidasi and others, 2016) over whole windows: r = s(W_r x + U_r h), z
 * = s(W_z x + U_z h), n = tanh(W_n x + r (U_n h)), h' = (1 - z) n + z h, from h = 0; the state goes
 * back to the width of the items, which score it. Inputs and outputs share one item table.
 */
final class Gru4RecNetwork implements SequenceNetwork {
  private final Ops ops;
  private final Gru4RecModel model;
  private final Dropout dropout;

  Gru4RecNetwork(Ops ops, Gru4RecModel model, Dropout dropout) {
    this.ops = ops;
    this.model = model;
    this.dropout = dropout;
  }

  @Override
  public Encoded encode(PtNDArray flat, Batch batch) {
    PtNDArray[] parts = model.layout().cut(ops, flat);
    return project(parts, states(parts, batch));
  }

  @Override
  public Encoded newest(PtNDArray flat, Batch batch) {
    PtNDArray[] parts = model.layout().cut(ops, flat);
    return project(parts, ops.embedding(batch.get(Field.PLACES), states(parts, batch)));
  }

  /** {@code [rows * length, hidden]}. */
  private PtNDArray states(PtNDArray[] parts, Batch batch) {
    int layers = model.params().layers();
    int hidden = model.params().hiddenSize();
    PtNDArray x = dropout.apply(ops, ops.embedding(batch.get(Field.ITEMS), parts[0]));
    x = ops.reshape(x, batch.rows(), batch.length(), model.params().embeddingSize());
    PtNDArray start = (PtNDArray) batch.step().zeros(new Shape(1, batch.rows(), hidden));
    ops.count(2);
    for (int layer = 0; layer < layers; layer++) {
      NDList weights = new NDList();
      for (int part = 1 + 4 * layer; part < 5 + 4 * layer; part++) {
        weights.add(parts[part]);
      }
      x = ops.gru(layer == 0 ? x : dropout.apply(ops, x), start, weights);
    }
    return ops.reshape(x, -1, hidden);
  }

  private Encoded project(PtNDArray[] parts, PtNDArray states) {
    PtNDArray weight = parts[parts.length - 2];
    PtNDArray bias = parts[parts.length - 1];
    return new Encoded(ops.linear(dropout.apply(ops, states), weight, bias), parts[0]);
  }
}
