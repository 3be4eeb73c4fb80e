package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/** A multilayer perceptron over the concatenated embeddings of all fields of user and item. */
final class MlpModel implements PairModel {
  private final PairPerceptron perceptron;
  private final Layout layout = new Layout();

  MlpModel(int userFields, int itemFields, int width, int firstLayer, int secondLayer) {
    this.perceptron =
        new PairPerceptron(0, userFields * width, itemFields * width, firstLayer, secondLayer, 1);
    perceptron.addTo(layout);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public PtNDArray[] user(Ops ops, PtNDArray[] weights, PtNDArray cells, PtNDArray past) {
    return new PtNDArray[] {perceptron.user(ops, weights, cells)};
  }

  @Override
  public PtNDArray[] item(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    long candidates = cells.getShape().get(1);
    return new PtNDArray[] {perceptron.item(ops, weights, cells, candidates)};
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
    PtNDArray sum = ops.add(user[0], item[0]);
    return ops.reshape(perceptron.join(ops, weights, sum, dropout), -1);
  }
}
