package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.profile.SameMoment;
import it.unimi.dsi.fastutil.HashCommon;

/**
 * A 64-bit hash of all columns of an event, to find equal ones without keeping them. Among ten
 * million events two different ones share a hash with a probability of about three in a million.
 */
final class EventKey {
  private EventKey() {}

  /** The hash of what every event has. */
  static long begin(int user, int item, byte kind, long millis) {
    return SameMoment.key(user, item, kind, millis);
  }

  static long with(long hash, double number) {
    // so that 0 equals -0
    return with(hash, Double.doubleToLongBits(number == 0 ? 0 : number));
  }

  static long with(long hash, long value) {
    return HashCommon.mix(Long.rotateLeft(hash, 5) * 31 + HashCommon.mix(value + 1));
  }
}
