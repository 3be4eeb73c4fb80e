package io.aisle.ml.embedding;

import io.aisle.ml.data.SparseRows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the known users whose items are most like a given history, by the cosine of the sets, so
 * that a stranger can be given the mean of their embeddings. Thread-safe.
 */
public final class SimilarUsers {
  private static final int MOST = 20;

  private final SparseRows byUser;
  private final SparseRows byItem;

  public SimilarUsers(SparseRows byUser) {
    this.byUser = byUser;
    this.byItem = byUser.transposed();
  }

  /** Who stands for a stranger with a history. */
  public Identity stranger(History history) {
    int[] items =
        IntStream.range(history.from(), history.to())
            .map(at -> history.item()[at])
            .sorted()
            .distinct()
            .toArray();
    float[] common = new float[byUser.rows()];
    int met = 0;
    int[] seen = new int[byUser.rows()];
    for (int item : items) {
      for (int at = byItem.offsets()[item]; at < byItem.offsets()[item + 1]; at++) {
        int user = byItem.column()[at];
        if (common[user]++ == 0) {
          seen[met++] = user;
        }
      }
    }
    for (int k = 0; k < met; k++) {
      common[seen[k]] /= (float) Math.sqrt(byUser.length(seen[k]));
    }
    return new Identity(-1, best(Arrays.copyOf(seen, met), common));
  }

  private static int[] best(int[] seen, float[] similarity) {
    return Arrays.stream(seen)
        .boxed()
        .sorted(
            (a, b) -> {
              int order = Float.compare(similarity[b], similarity[a]);
              return order != 0 ? order : Integer.compare(a, b);
            })
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
