package io.aisle.ml.model;

import io.aisle.domain.experiment.FieldName;
import io.aisle.domain.job.Parallel;
import io.aisle.ml.embedding.Bags;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.embedding.RowTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cells of a few examples, a user and an item each, from which those of mixtures are put
 * together. Immutable.
 */
public final class MixedCells {
  private final List<FieldMap.Part> userParts;
  private final List<FieldMap.Part> itemParts;
  private final int width;
  private final float[] users;
  private final float[] items;

  /** Items of each example's history that are read. */
  private final int[] past;

  /**
   * @param item {@code [block.size()]}
   * @param time {@code [block.size()]}
   */
  public MixedCells(
      FieldReader reader, RowTable table, HistoryBlock block, int[] item, long[] time) {
    FieldMap fields = reader.fields();
    this.userParts = fields.userParts();
    this.itemParts = fields.itemParts();
    this.width = table.width();
    this.past = new int[block.size()];
    Bags asking = new Bags();
    Bags asked = new Bags();
    for (int r = 0; r < block.size(); r++) {
      reader.user(block, r, time[r], asking);
      fields.addItem(asked, item[r]);
      past[r] = reader.history(block, r).length(fields.maxLength());
    }
    this.users = pooled(table, asking);
    this.items = pooled(table, asked);
  }

  private static float[] pooled(RowTable table, Bags bags) {
    float[] cells = new float[bags.cells() * table.width()];
    table.pool(bags, Parallel.SEQUENTIAL, cells);
    return cells;
  }

  /** The fields that can be mixed, those of the user first. */
  public static List<FieldName> names(FieldMap fields) {
    return Stream.concat(fields.userParts().stream(), fields.itemParts().stream())
        .map(FieldMap.Part::field)
        .toList();
  }

  /** Cells of mixtures. */
  public record Rows(float[] users, float[] items, int[] past) {}

  /**
   * Puts mixtures together.
   *
   * @param source {@code [.., fields]} the example of each field
   * @param from first mixture
   * @param to the one behind the last
   */
  public Rows rows(int[] source, int from, int to) {
    int fields = userParts.size() + itemParts.size();
    Rows rows =
        new Rows(
            new float[(to - from) * size(userParts)],
            new float[(to - from) * size(itemParts)],
            new int[to - from]);
    for (int r = from; r < to; r++) {
      int at = r * fields;
      copy(userParts, users, source, at, rows.users, r - from);
      copy(itemParts, items, source, at + userParts.size(), rows.items, r - from);
      for (int f = 0; f < userParts.size(); f++) {
        if (userParts.get(f).field().side() == FieldName.Side.HISTORY) {
          rows.past[r - from] = past[source[at + f]];
        }
      }
    }
    return rows;
  }

  private void copy(
      List<FieldMap.Part> parts, float[] cells, int[] source, int at, float[] into, int row) {
    int size = size(parts);
    int start = 0;
    for (int f = 0; f < parts.size(); f++) {
      int length = parts.get(f).cells() * width;
      System.arraycopy(cells, source[at + f] * size + start, into, row * size + start, length);
      start += length;
    }
  }

  /** Numbers of one example. */
  private int size(List<FieldMap.Part> parts) {
    return width * parts.stream().mapToInt(FieldMap.Part::cells).sum();
  }
}
