package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Neural matrix factorisation (He and others, 2017): the element-wise product of two embeddings and
 * the second layer of a perceptron over two others, weighed together. A cell holds the embedding of
 * the product and behind it that of the perceptron.
 */
final class NeuMfModel implements PairModel {
  private final int width;
  private final PairPerceptron perceptron;
  private final Layout layout = new Layout();

  NeuMfModel(int width, int firstLayer, int secondLayer) {
    this.width = width;
    this.perceptron = new PairPerceptron(0, width, width, firstLayer, secondLayer, 0);
    perceptron.addTo(layout);
    Init last = Init.linear((long) width + secondLayer);
    layout.add("output.product.weight", Init.ONE, width);
    layout.add("output.hidden.weight", last, 1, secondLayer);
    layout.add("output.bias", last, 1);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  /** The perceptron's part, and the weighed embedding of the product as a column. */
  @Override
  public PtNDArray[] user(Ops ops, PtNDArray[] weights, PtNDArray cells, PtNDArray past) {
    PtNDArray[] split = ops.split(cells, 2, width, width);
    PtNDArray weighed = ops.mul(split[0], weights[perceptron.next()]);
    return new PtNDArray[] {
      perceptron.user(ops, weights, split[1]), ops.reshape(weighed, -1, width, 1)
    };
  }

  @Override
  public PtNDArray[] item(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    long candidates = cells.getShape().get(1);
    PtNDArray[] split = ops.split(cells, 3, width, width);
    return new PtNDArray[] {
      perceptron.item(ops, weights, split[1], candidates),
      ops.reshape(split[0], -1, candidates, width)
    };
  }

  @Override
  public PtNDArray scores(
      Ops ops,
      PtNDArray[] weights,
      PtNDArray[] user,
      PtNDArray[] item,
      int rows,
      int candidates,
      Dropout dropout) {
    PtNDArray hidden = perceptron.join(ops, weights, ops.add(user[0], item[0]), dropout);
    int own = perceptron.next();
    PtNDArray deep = ops.linear(hidden, weights[own + 1], weights[own + 2]);
    return ops.add(ops.reshape(deep, -1), ops.reshape(ops.matmul(item[1], user[1]), -1));
  }
}
