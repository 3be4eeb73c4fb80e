package io.aisle.ml.model;

import io.aisle.ml.kernel.PackedMatrix;
import java.util.Optional;

/** Scores as inner products of user and item factors: a whole block in one matrix product. */
public final class FactorScorer implements Scorer {
  private final PackedMatrix items;
  private final UserFactors users;

  /** Where the factors of the users of a block come from. Thread-safe. */
  @FunctionalInterface
  public interface UserFactors {
    /**
     * @param out {@code [block.size() * factors]} row-major, all 0
     */
    void fill(HistoryBlock block, float[] out);

    /**
     * How the product with an item's factors divides among the items of a history, as {@link
     * Scorer#contributions}.
     */
    default Optional<double[]> contributions(HistoryBlock one, int item) {
      return Optional.empty();
    }
  }

  /**
   * A scorer of factors as they are.
   *
   * @param items {@code [rows * width]} row-major
   */
  public static FactorScorer of(float[] items, int rows, int width, UserFactors users) {
    return new FactorScorer(new PackedMatrix(items, rows, width, null), users);
  }

  public FactorScorer(PackedMatrix items, UserFactors users) {
    this.items = items;
    this.users = users;
  }

  @Override
  public int items() {
    return items.rows();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    float[] left = new float[block.size() * items.columns()];
    users.fill(block, left);
    items.multiply(left, block.size(), out);
  }

  @Override
  public Optional<double[]> contributions(HistoryBlock one, int item) {
    return users.contributions(one, item);
  }

  /** The factors, without the biases of the items. */
  @Override
  public Optional<ItemSpace> itemSpace() {
    return Optional.of(new ItemSpace.Vectors(items.rows(), items.columns(), items.unpacked()));
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
