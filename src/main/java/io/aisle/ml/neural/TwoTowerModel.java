package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.ml.embedding.UnitRows;
import java.util.Optional;

/**
 * Two towers, each one hidden layer of rectified units over the embeddings of its fields and a
 * linear layer, whose results have length 1; the score is their cosine divided by a temperature.
 */
final class TwoTowerModel implements PairModel {
  private static final int TENSORS = 4;

  private final int userInputs;
  private final int itemInputs;
  private final int outputs;
  private final double temperature;
  private final Layout layout = new Layout();
  private final PtNDArray sharpness;
  private final PtNDArray tiny;

  /**
   * @param constants makes constants that live as long as its manager
   */
  TwoTowerModel(
      int userInputs,
      int itemInputs,
      int hiddenLayer,
      int outputs,
      double temperature,
      Constants constants) {
    this.userInputs = userInputs;
    this.itemInputs = itemInputs;
    this.outputs = outputs;
    this.temperature = temperature;
    this.sharpness = constants.of(1 / temperature);
    this.tiny = constants.of(UnitRows.TINY);
    tower("user", userInputs, hiddenLayer);
    tower("item", itemInputs, hiddenLayer);
  }

  private void tower(String side, int inputs, int hidden) {
    layout.add(side + ".hidden.weight", Init.linear(inputs), hidden, inputs);
    layout.add(side + ".hidden.bias", Init.linear(inputs), hidden);
    layout.add(side + ".output.weight", Init.linear(hidden), outputs, hidden);
    layout.add(side + ".output.bias", Init.linear(hidden), outputs);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  double temperature() {
    return temperature;
  }

  int outputs() {
    return outputs;
  }

  /** {@code [rows, outputs]}, divided by the temperature. */
  @Override
  public PtNDArray[] user(Ops ops, PtNDArray[] weights, PtNDArray cells, PtNDArray past) {
    return new PtNDArray[] {ops.mul(unit(ops, userTower(ops, weights, cells)), sharpness)};
  }

  /** {@code [groups * candidates, outputs]}. */
  @Override
  public PtNDArray[] item(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    return new PtNDArray[] {unit(ops, itemTower(ops, weights, cells))};
  }

  /**
   * What the tower of the users says before it is brought to one length, {@code [rows, outputs]}.
   */
  PtNDArray userTower(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    return tower(ops, weights, 0, ops.reshape(cells, -1, userInputs));
  }

  /** What the tower of the items says before it is brought to one length. */
  PtNDArray itemTower(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    return tower(ops, weights, TENSORS, ops.reshape(cells, -1, itemInputs));
  }

  /** What the item tower says. */
  @Override
  public Optional<PtNDArray> vectors(PtNDArray[] item) {
    return Optional.of(item[0]);
  }

  private static PtNDArray tower(Ops ops, PtNDArray[] weights, int first, PtNDArray inputs) {
    PtNDArray x = ops.relu(ops.linear(inputs, weights[first], weights[first + 1]));
    return ops.linear(x, weights[first + 2], weights[first + 3]);
  }

  private PtNDArray unit(Ops ops, PtNDArray x) {
    PtNDArray squares = ops.reshape(ops.sum(ops.square(x), 1), -1, 1);
    return ops.div(x, ops.sqrt(ops.add(squares, tiny)));
  }

  /** Every user with every item of one group; where each has one item of its own, with that. */
  @Override
  public PtNDArray scores(
      Ops ops,
      PtNDArray[] weights,
      PtNDArray[] user,
      PtNDArray[] item,
      int rows,
      int candidates,
      Dropout dropout) {
    return candidates == 1 && item[0].getShape().get(0) == rows
        ? ops.sum(ops.mul(user[0], item[0]), 1)
        : ops.matmul(user[0], ops.transpose(item[0], 0, 1));
  }
}
