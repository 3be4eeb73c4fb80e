package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The factors of a matrix factorisation, in weights as {@code user_factors [users, size]} and
 * {@code item_factors [items, size]}.
 *
 * @param users a row for each user; shared
 * @param items a row for each item; shared
 */
public record Factors(FactorTable users, FactorTable items) {
  private static final String USERS = "user_factors";
  private static final String ITEMS = "item_factors";
  private static final String EPOCH = "epoch";

  /** Uniform numbers between plus and minus {@code scale}, the users' first. */
  public static Factors random(Interactions train, int size, float scale, RandomGenerator random) {
    FactorTable users = FactorTable.random(train.users(), size, scale, random);
    return new Factors(users, FactorTable.random(train.items(), size, scale, random));
  }

  /**
   * The factors in weights; copied.
   *
   * @throws io.aisle.domain.InputException when they do not fit the data or the size
   */
  public static Factors of(Weights weights, Interactions train, int size) {
    return new Factors(
        FactorTable.of(weights.values(USERS, train.users(), size), size),
        FactorTable.of(weights.values(ITEMS, train.items(), size), size));
  }

  /** A copy by name, to which a model adds what else it has. */
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(USERS, Tensor.of(users.compact(), users.rows(), users.size()));
    tensors.put(ITEMS, Tensor.of(items.compact(), items.rows(), items.size()));
    return tensors;
  }

  /** Weights as the state after an epoch. */
  public static Weights checkpoint(Weights weights, int epoch) {
    return new Weights(weights.tensors(), Map.of(EPOCH, Integer.toString(epoch)));
  }

  /** The epoch of a {@link #checkpoint}. */
  public static int epoch(Weights checkpoint) {
    return checkpoint.number(EPOCH);
  }
}
