package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * The deep interest network (Zhou and others, 2018): a candidate q weighs each item k of the
 * history by {@code sigma(v . relu(A k + B q + C (k * q) + b) + c)}, and the sum of the weighed
 * items is one more field of a multilayer perceptron. The weights do not sum to 1: how strongly a
 * history speaks for a candidate counts, too.
 */
final class DinModel implements PairModel {
  private final int plainFields;
  private final int itemFields;
  private final int width;
  private final int length;
  private final int units;
  private final int attention;
  private final PairPerceptron perceptron;
  private final Layout layout = new Layout();

  /**
   * @param plainFields of a user, those of the history excluded
   * @param length cells of the history, the last ones of a user
   * @param units of the attention's hidden layer
   */
  DinModel(
      int plainFields,
      int itemFields,
      int width,
      int length,
      int units,
      int firstLayer,
      int secondLayer) {
    this.plainFields = plainFields;
    this.itemFields = itemFields;
    this.width = width;
    this.length = length;
    this.units = units;
    this.perceptron =
        new PairPerceptron(0, plainFields * width, itemFields * width, firstLayer, secondLayer, 1);
    perceptron.addTo(layout);
    this.attention = perceptron.next();
    Init inner = Init.linear(3L * width);
    layout.add("attention.history.weight", inner, units, width);
    layout.add("attention.candidate.weight", inner, units, width);
    layout.add("attention.product.weight", inner, width, units);
    layout.add("attention.bias", inner, units);
    layout.add("attention.output.weight", Init.linear(units), units, 1);
    layout.add("attention.output.bias", Init.linear(units), 1);
    layout.add("hidden.0.interest.weight", Init.linear(width), width, firstLayer);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  /**
   * The perceptron's part; keys {@code [rows, length, width]}; their part of the attention; which
   * exist.
   */
  @Override
  public PtNDArray[] user(Ops ops, PtNDArray[] weights, PtNDArray cells, PtNDArray past) {
    PtNDArray[] split = ops.split(cells, 1, plainFields, length);
    PtNDArray flat = ops.reshape(split[1], -1, width);
    PtNDArray part = ops.linear(flat, weights[attention], weights[attention + 3]);
    return new PtNDArray[] {
      perceptron.user(ops, weights, split[0]),
      split[1],
      ops.reshape(part, -1, length, 1, units),
      ops.reshape(past, -1, length, 1)
    };
  }

  /**
   * The perceptron's part; the candidates' part of the attention; what keys are multiplied with.
   */
  @Override
  public PtNDArray[] item(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    long candidates = cells.getShape().get(1);
    PtNDArray ids = itemFields == 1 ? cells : ops.slice(cells, 2, 0, 1);
    PtNDArray flat = ops.reshape(ids, -1, width);
    PtNDArray part = ops.matmul(flat, ops.transpose(weights[attention + 1], 0, 1));
    PtNDArray column = ops.reshape(flat, -1, candidates, width, 1);
    PtNDArray scaled = ops.permute(ops.mul(column, weights[attention + 2]), 0, 2, 1, 3);
    return new PtNDArray[] {
      perceptron.item(ops, weights, cells, candidates),
      ops.reshape(part, -1, 1, candidates, units),
      ops.reshape(scaled, -1, width, candidates * units)
    };
  }

  /**
   * How much each candidate attends to each item of the history.
   *
   * @return {@code [rows, length, candidates]} in [0, 1], 0 where there is no item
   */
  PtNDArray attention(
      Ops ops, PtNDArray[] weights, PtNDArray[] user, PtNDArray[] item, int rows, int candidates) {
    PtNDArray products = ops.matmul(user[1], item[2]);
    PtNDArray inner = ops.reshape(products, rows, length, candidates, units);
    inner = ops.relu(ops.add(ops.add(inner, user[2]), item[1]));
    PtNDArray outer = ops.matmul(ops.reshape(inner, -1, units), weights[attention + 4]);
    PtNDArray intensity = ops.sigmoid(ops.add(outer, weights[attention + 5]));
    return ops.mul(ops.reshape(intensity, rows, length, candidates), user[3]);
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
    PtNDArray intensity = attention(ops, weights, user, item, rows, candidates);
    PtNDArray interest = ops.matmul(ops.transpose(intensity, 1, 2), user[1]);
    PtNDArray part = ops.matmul(interest, weights[attention + 6]);
    PtNDArray sum = ops.add(ops.add(part, user[0]), item[0]);
    return ops.reshape(perceptron.join(ops, weights, sum, dropout), -1);
  }
}
