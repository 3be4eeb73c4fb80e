package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward pass of Caser (Tang and Wang, 2018): the last items as a picture {@code [length, d]};
 * horizontal filters of every height slide over it, each kept where it answers most; vertical
 * filters weigh the items of each coordinate; a dense layer with ReLU joins both, and the user's
 * vector, where there is one, stands beside it.
 */
final class CaserNetwork implements SequenceNetwork {
  private final Ops ops;
  private final CaserModel model;
  private final Dropout dropout;

  CaserNetwork(Ops ops, CaserModel model, Dropout dropout) {
    this.ops = ops;
    this.model = model;
    this.dropout = dropout;
  }

  @Override
  public Encoded newest(PtNDArray flat, Batch batch) {
    return encode(flat, batch);
  }

  @Override
  public Encoded encode(PtNDArray flat, Batch batch) {
    Pieces parts = new Pieces(model.layout().cut(ops, flat), 0);
    int width = model.params().embeddingSize();
    PtNDArray outputs = parts.next();
    PtNDArray x = ops.embedding(batch.get(Field.ITEMS), parts.next());
    x = ops.permute(ops.reshape(x, batch.rows(), batch.length(), width), 0, 2, 1);
    List<PtNDArray> features = new ArrayList<>();
    for (int height = 1; height <= model.params().maxLength(); height++) {
      PtNDArray answers = ops.convolve(x, parts.next(), parts.next(), 0);
      features.add(ops.relu(ops.max(answers, 2)));
    }
    features.add(ops.reshape(ops.matmul(x, parts.next()), batch.rows(), -1));
    PtNDArray joined = ops.join(1, features.toArray(PtNDArray[]::new));
    PtNDArray weight = parts.next();
    PtNDArray dense = ops.relu(ops.linear(dropout.apply(ops, joined), weight, parts.next()));
    List<PtNDArray> vector = new ArrayList<>(List.of(dense));
    if (model.params().userEmbedding()) {
      vector.add(ops.embedding(batch.get(Field.KNOWN), parts.next()));
    }
    vector.add((PtNDArray) batch.step().ones(new Shape(batch.rows(), 1)));
    ops.count(2);
    return new Encoded(ops.join(1, vector.toArray(PtNDArray[]::new)), outputs);
  }
}
