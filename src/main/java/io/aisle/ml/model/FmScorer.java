package io.aisle.ml.model;

import io.aisle.domain.experiment.FieldName;
import io.aisle.domain.job.Parallel;
import io.aisle.ml.embedding.Bags;
import io.aisle.ml.embedding.LogisticLoss;
import io.aisle.ml.embedding.RowTable;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PackedMatrix;
import java.util.List;
import java.util.Optional;

/**
 * Scores with a factorisation machine: what user and item score among themselves and the product of
 * their sums. A ranking is made at the moment of the history's newest item; what the user's fields
 * score among themselves is the same for every item and left out. Thread-safe.
 */
final class FmScorer implements Predictor, FieldScorer {
  private final FieldReader reader;
  private final FmNetwork network;
  private final RowTable table;
  private final float bias;
  private final PackedMatrix items;

  /** For each item the sum of its cells and what they score among themselves. */
  private final float[] sums;

  private final float[] own;
  private final int factors;

  FmScorer(FieldReader reader, FmNetwork network, PairState state) {
    this.reader = reader;
    this.network = network;
    this.table = state.table();
    this.bias = state.dense()[0];
    this.factors = table.width() - 1;
    int count = reader.fields().items();
    int width = table.width();
    int fields = reader.fields().itemFields();
    Bags bags = new Bags();
    for (int i = 0; i < count; i++) {
      reader.fields().addItem(bags, i);
    }
    float[] cells = new float[bags.cells() * width];
    table.pool(bags, Parallel.SEQUENTIAL, cells);
    this.sums = new float[count * factors];
    this.own = new float[count];
    float[] sum = new float[width];
    for (int i = 0; i < count; i++) {
      own[i] = network.sum(cells, i * fields * width, fields, sum);
      System.arraycopy(sum, 0, sums, i * factors, factors);
    }
    this.items = new PackedMatrix(sums, count, factors, own);
  }

  @Override
  public int items() {
    return own.length;
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    float[] left = new float[block.size() * factors];
    for (int r = 0; r < block.size(); r++) {
      System.arraycopy(user(block, r, block.newest(r)).sum, 0, left, r * factors, factors);
    }
    items.multiply(left, block.size(), out);
  }

  /** The sums of the items' factors; a logistic regression has none. */
  @Override
  public Optional<ItemSpace> itemSpace() {
    return factors == 0
        ? Optional.empty()
        : Optional.of(new ItemSpace.Vectors(own.length, factors, sums.clone()));
  }

  @Override
  public boolean concurrent() {
    return true;
  }

  @Override
  public Target target() {
    return Target.PROBABILITY;
  }

  @Override
  public void predict(HistoryBlock block, int[] item, long[] time, float[] out) {
    for (int r = 0; r < block.size(); r++) {
      User user = user(block, r, time[r]);
      float product = FloatVectors.dot(user.sum, 0, sums, item[r] * factors, factors);
      out[r] = LogisticLoss.sigmoid(bias + user.own + own[item[r]] + product);
    }
  }

  @Override
  public List<FieldName> fields() {
    return MixedCells.names(reader.fields());
  }

  @Override
  public Mixtures mixtures(HistoryBlock block, int[] item, long[] time) {
    MixedCells cells = new MixedCells(reader, table, block, item, time);
    return (source, out) -> {
      MixedCells.Rows rows = cells.rows(source, 0, out.length);
      int userFields = reader.fields().userFields();
      int itemFields = reader.fields().itemFields();
      float[] user = new float[table.width()];
      float[] other = new float[table.width()];
      for (int r = 0; r < out.length; r++) {
        float own = network.sum(rows.users(), r * userFields * table.width(), userFields, user);
        own += network.sum(rows.items(), r * itemFields * table.width(), itemFields, other);
        out[r] = bias + own + FloatVectors.dot(user, 0, other, 0, factors);
      }
    };
  }

  /**
   * @param sum of the cells
   * @param own what they score among themselves
   */
  private record User(float[] sum, float own) {}

  private User user(HistoryBlock block, int row, long time) {
    Bags bags = new Bags();
    reader.user(block, row, time, bags);
    float[] cells = new float[bags.cells() * table.width()];
    table.pool(bags, Parallel.SEQUENTIAL, cells);
    float[] sum = new float[table.width()];
    return new User(sum, network.sum(cells, 0, bags.cells(), sum));
  }
}
