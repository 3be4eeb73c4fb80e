package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Optional;

/**
 * DeepFM (Guo and others, 2017): the sum of a factorisation machine and a multilayer perceptron
 * over the same embeddings. A cell holds the factors of a field and behind them its weight.
 */
final class DeepFmModel implements PairModel {
  private final int userFields;
  private final int itemFields;
  private final int factors;
  private final PairPerceptron perceptron;
  private final Layout layout = new Layout();
  private final PtNDArray half;

  /**
   * @param constants makes a constant that lives as long as its manager
   */
  DeepFmModel(
      int userFields,
      int itemFields,
      int factors,
      int firstLayer,
      int secondLayer,
      Constants constants) {
    this.userFields = userFields;
    this.itemFields = itemFields;
    this.factors = factors;
    this.half = constants.of(0.5);
    this.perceptron =
        new PairPerceptron(
            0, userFields * factors, itemFields * factors, firstLayer, secondLayer, 1);
    perceptron.addTo(layout);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  /** The perceptron's part; the sum of factors as a column; what the fields score by themselves. */
  @Override
  public PtNDArray[] user(Ops ops, PtNDArray[] weights, PtNDArray cells, PtNDArray past) {
    PtNDArray[] split = ops.split(cells, 2, factors, 1);
    PtNDArray sum = ops.sum(split[0], 1);
    return new PtNDArray[] {
      perceptron.user(ops, weights, split[0]),
      ops.reshape(sum, -1, factors, 1),
      ops.reshape(own(ops, split, sum, userFields, 1), -1, 1)
    };
  }

  /** Likewise, {@code [groups, candidates, ...]}. */
  @Override
  public PtNDArray[] item(Ops ops, PtNDArray[] weights, PtNDArray cells) {
    long candidates = cells.getShape().get(1);
    PtNDArray[] split = ops.split(cells, 3, factors, 1);
    PtNDArray sum = ops.sum(split[0], 2);
    return new PtNDArray[] {
      perceptron.item(ops, weights, split[0], candidates),
      sum,
      ops.reshape(own(ops, split, sum, itemFields, 2), -1, candidates)
    };
  }

  /** The sums of the factors. */
  @Override
  public Optional<PtNDArray> vectors(PtNDArray[] item) {
    return Optional.of(item[1]);
  }

  /** Weights of the fields and the products of their pairs: half of |sum v|^2 - sum |v|^2. */
  private PtNDArray own(Ops ops, PtNDArray[] split, PtNDArray sum, int fields, int axis) {
    PtNDArray linear = ops.sum(split[1], axis);
    if (fields == 1) {
      return linear;
    }
    PtNDArray pairs = ops.sub(ops.square(sum), ops.sum(ops.square(split[0]), axis));
    return ops.add(ops.reshape(linear, -1), ops.reshape(ops.mul(ops.sum(pairs, axis), half), -1));
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
    PtNDArray deep = perceptron.join(ops, weights, ops.add(user[0], item[0]), dropout);
    PtNDArray product = ops.matmul(item[1], user[1]);
    PtNDArray wide = ops.add(ops.reshape(product, rows, candidates), ops.add(user[2], item[2]));
    return ops.add(ops.reshape(deep, -1), ops.reshape(wide, -1));
  }
}
