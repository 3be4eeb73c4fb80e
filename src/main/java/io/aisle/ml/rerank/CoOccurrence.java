package io.aisle.ml.rerank;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Users of both items divided by the root of the product of the users of each (cosine). A row costs
 * as much as the histories of the item's users are long; rows are kept while there is room, those
 * asked for first. Thread-safe.
 */
public final class CoOccurrence implements Likeness {
  private static final long KEPT_BYTES = 256L << 20;

  /** {@code [user]} items without repetition: every row passes over them again. */
  private final int[][] taken;

  private final int[] offsets;
  private final int[] users;

  /** Users of each item; one who had it twice counts once. */
  private final int[] counts;

  private final AtomicReferenceArray<float[]> rows;
  private final AtomicInteger room;

  public CoOccurrence(Interactions interactions) {
    this.taken = new int[interactions.users()][];
    int items = interactions.items();
    this.offsets = new int[items + 1];
    this.counts = new int[items];
    int[] places = interactions.itemCounts();
    for (int item = 0; item < items; item++) {
      offsets[item + 1] = offsets[item] + places[item];
    }
    this.users = new int[interactions.size()];
    for (int user = 0; user < interactions.users(); user++) {
      taken[user] = Arrays.stream(interactions.row(user)).sorted().distinct().toArray();
      for (int item : taken[user]) {
        users[offsets[item] + counts[item]++] = user;
      }
    }
    this.rows = new AtomicReferenceArray<>(items);
    this.room = new AtomicInteger((int) (KEPT_BYTES / (4L * Math.max(1, items))));
  }

  @Override
  public Row from(int item) {
    float[] known = rows.get(item);
    float[] row = known == null ? row(item) : known;
    if (known == null && room.getAndDecrement() > 0) {
      rows.set(item, row); // of two threads that made it, either is right
    }
    return other -> row[other];
  }

  private float[] row(int item) {
    float[] row = new float[counts.length];
    for (int at = offsets[item]; at < offsets[item] + counts[item]; at++) {
      for (int other : taken[users[at]]) {
        row[other]++;
      }
    }
    double own = row[item];
    for (int other = 0; other < row.length; other++) {
      if (row[other] > 0) {
        row[other] /= (float) Math.sqrt(own * counts[other]);
      }
    }
    return row;
  }
}
