package io.aisle.core.slices;

import java.util.BitSet;
import java.util.List;

/**
 * Something that is known of users, as a few codes.
 *
 * @param id a word of this program such as {@code history}, or {@code user.} or {@code item.}
 *     before the name of an attribute of the data; the item is the one that was held out
 * @param codes {@code [user]} 0 to {@code size - 1}
 * @param size number of codes
 * @param bands conditions that share no user
 * @param candidates conditions that a search looks at; their ranges may contain each other
 */
public record Attribute(
    String id, byte[] codes, int size, List<Condition> bands, List<Condition> candidates) {
  /** The users who meet a condition on this attribute. */
  BitSet members(Condition condition) {
    BitSet members = new BitSet(codes.length);
    for (int user = 0; user < codes.length; user++) {
      if (condition.holds(codes[user])) {
        members.set(user);
      }
    }
    return members;
  }

  /** The same of some of the users, in the order given. */
  Attribute of(int[] users) {
    byte[] kept = new byte[users.length];
    for (int at = 0; at < kept.length; at++) {
      kept[at] = codes[users[at]];
    }
    return new Attribute(id, kept, size, bands, candidates);
  }
}
