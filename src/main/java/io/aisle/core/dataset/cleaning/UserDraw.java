package io.aisle.core.dataset.cleaning;

import it.unimi.dsi.fastutil.HashCommon;

/**
 * Draws users by their ids: whether one is taken depends on nothing but the seed and the id.
 *
 * @param share of all users, 0 to 1
 */
record UserDraw(long seed, double share) {
  boolean takes(String user) {
    long hash = HashCommon.mix(seed);
    for (int i = 0; i < user.length(); i++) {
      hash = HashCommon.mix(hash * 31 + user.charAt(i));
    }
    return uniform(hash) < share;
  }

  /** A number from 0 to 1 of the upper bits of a hash. */
  static double uniform(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }
}
