package io.aisle.ml.model;

import io.aisle.domain.model.AlsParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The alternation of {@link AlsFamily}. Rows are independent: threads change nothing. */
final class AlsTrainer implements ModelTrainer {
  /** Rows solved between two looks at the cancel signal. */
  private static final int GRAIN = 64;

  private static final float START = 0.1f;

  private final AlsParams params;
  private final Interactions train;
  private final Compute compute;
  private final SparseRows byUser;
  private final SparseRows byItem;
  private FactorTable users;
  private FactorTable items;
  private int epoch;

  AlsTrainer(AlsParams params, Interactions train, Compute compute) {
    this.params = params;
    this.train = train;
    this.compute = compute;
    this.byUser = SparseRows.of(train);
    this.byItem = byUser.transposed();
    SplittableRandom random = new SplittableRandom(compute.context().seed());
    this.users = FactorTable.random(train.users(), params.embeddingSize(), START, random);
    this.items = FactorTable.random(train.items(), params.embeddingSize(), START, random);
  }

  @Override
  public EpochReport trainEpoch() {
    solveAll(byItem, users, items);
    double loss = solveAll(byUser, items, users) + penalty(items);
    epoch++;
    return new EpochReport(epoch, loss / Math.max(1, byUser.size()));
  }

  private double solveAll(SparseRows rows, FactorTable fixed, FactorTable solved) {
    AlsSolver solver = new AlsSolver(params, fixed, compute.parallel());
    AlsSolver.Scratch[] scratch = new AlsSolver.Scratch[compute.parallel().threads()];
    double[] losses = new double[rows.rows()];
    compute
        .parallel()
        .forRange(
            0,
            rows.rows(),
            GRAIN,
            (from, to, worker) -> {
              compute.cancel().check();
              if (scratch[worker] == null) {
                scratch[worker] = solver.scratch();
              }
              for (int row = from; row < to; row++) {
                losses[row] =
                    solver.solve(
                        rows.column(),
                        rows.value(),
                        rows.offsets()[row],
                        rows.offsets()[row + 1],
                        solved.data(),
                        solved.at(row),
                        scratch[worker]);
              }
            });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  private double penalty(FactorTable items) {
    double sum = 0;
    for (int i = 0; i < items.rows(); i++) {
      double squares = 0;
      for (int k = 0; k < items.size(); k++) {
        double value = items.data()[items.at(i) + k];
        squares += value * value;
      }
      sum += squares * (params.scaleRegularization() ? byItem.length(i) : 1);
    }
    return sum * params.regularization();
  }

  @Override
  public Scorer scorer() {
    return AlsFamily.scorer(params, users, items, train, compute);
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(AlsFamily.USERS, Tensor.of(users.compact(), users.rows(), users.size()));
    tensors.put(AlsFamily.ITEMS, Tensor.of(items.compact(), items.rows(), items.size()));
    return new Weights(tensors, Map.of());
  }

  @Override
  public Weights checkpoint() {
    return new Weights(weights().tensors(), Map.of("epoch", Integer.toString(epoch)));
  }

  @Override
  public void restore(Weights checkpoint) {
    int size = params.embeddingSize();
    int reached = checkpoint.number("epoch");
    users = FactorTable.of(checkpoint.values(AlsFamily.USERS, train.users(), size), size);
    items = FactorTable.of(checkpoint.values(AlsFamily.ITEMS, train.items(), size), size);
    epoch = reached;
  }
}
