package io.aisle.core.evaluation;

import io.aisle.ml.data.Interactions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * SHA-256 over data, such that the numbers given to users and items inside do not matter: users go
 * in by the order of their external ids, and an item is named by its place among the sorted ids.
 * Every field has a fixed width or its length before it, so no two contents read the same.
 */
final class ContentDigest {
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  ContentDigest(String purpose) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    text(purpose);
  }

  ContentDigest text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    flush();
    digest.update(bytes);
    return this;
  }

  ContentDigest number(long number) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(number);
    return this;
  }

  /** Ids in the order given. */
  ContentDigest texts(List<String> texts, int[] order) {
    number(order.length);
    for (int index : order) {
      text(texts.get(index));
    }
    return this;
  }

  /**
   * Interactions by user, each user's in the order of the row.
   *
   * @param users order in which the users go in
   * @param itemName what each item is called, {@code [items]}
   */
  ContentDigest rows(Interactions part, int[] users, int[] itemName) {
    number(part.size());
    number(part.hasTimes() ? 1 : 0);
    for (int user : users) {
      number(part.length(user));
      for (int i = part.offsets()[user]; i < part.offsets()[user + 1]; i++) {
        interaction(part, i, itemName);
      }
    }
    return this;
  }

  /** One interaction: item, value and, where the data have them, time. */
  void interaction(Interactions part, int i, int[] itemName) {
    number(itemName[part.item()[i]]);
    number(Float.floatToIntBits(part.value()[i]));
    if (part.hasTimes()) {
      number(part.time()[i]);
    }
  }

  String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  /** Indices in the order of their ids. */
  static int[] sorted(List<String> ids) {
    return IntStream.range(0, ids.size())
        .boxed()
        .sorted(Comparator.comparing(ids::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The place of each index in an order. */
  static int[] places(int[] order) {
    int[] places = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    return places;
  }
}
