package io.aisle.core.evaluation;

import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Names the prepared interactions by their content: who interacted with what, when, with what
 * weight, and the catalogue. Neither paths nor titles, nor the order of users, of items or of a
 * user's rows, nor how they were split, change it.
 */
public final class DataFingerprint {
  private DataFingerprint() {}

  /** The fingerprint of prepared interactions, SHA-256 in hex. */
  public static String of(Interactions all, Catalogue catalogue) {
    int[] users = ContentDigest.sorted(catalogue.users());
    int[] items = ContentDigest.sorted(catalogue.items());
    int[] itemName = ContentDigest.places(items);
    ContentDigest digest = new ContentDigest("aisle data 1");
    digest.texts(catalogue.users(), users).texts(catalogue.items(), items).number(all.size());
    Comparator<Integer> order = Comparator.comparingLong(i -> all.hasTimes() ? all.time()[i] : 0);
    order =
        order
            .thenComparingInt(i -> itemName[all.item()[i]])
            .thenComparingDouble(i -> all.value()[i]);
    for (int user : users) {
      digest.number(all.length(user));
      IntStream.range(all.offsets()[user], all.offsets()[user + 1])
          .boxed()
          .sorted(order)
          .forEach(i -> digest.interaction(all, i, itemName));
    }
    return digest.hex();
  }

  /** The fingerprint of the data that a split was made of: that of its three parts together. */
  public static String of(SplitData split, Catalogue catalogue) {
    return of(split.train().followedBy(split.valid()).followedBy(split.test()), catalogue);
  }
}
