package io.aisle.ml.model.graph;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.FactorTable;
import io.aisle.ml.model.Factors;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.Map;

/** Embeddings of all nodes in one table; in weights those of users and items stand apart. */
final class Embeddings {
  private Embeddings() {}

  /**
   * The embeddings in weights; copied.
   *
   * @throws io.aisle.domain.InputException when they do not fit the data or the size
   */
  static FactorTable of(Weights weights, Interactions train, int size) {
    Factors apart = Factors.of(weights, train, size);
    FactorTable joined = FactorTable.zeros(train.users() + train.items(), size);
    System.arraycopy(apart.users().data(), 0, joined.data(), 0, apart.users().data().length);
    System.arraycopy(
        apart.items().data(),
        0,
        joined.data(),
        joined.at(train.users()),
        apart.items().data().length);
    return joined;
  }

  /** A copy by name, to which a model adds what else it has. */
  static Map<String, Tensor> tensors(FactorTable table, int users) {
    return new Factors(part(table, 0, users), part(table, users, table.rows())).tensors();
  }

  private static FactorTable part(FactorTable table, int from, int to) {
    FactorTable part = FactorTable.zeros(to - from, table.size());
    System.arraycopy(table.data(), table.at(from), part.data(), 0, part.data().length);
    return part;
  }
}
