package io.aisle.core.dataset;

import it.unimi.dsi.fastutil.HashCommon;

/**
 * A 64-bit hash over the values of an event, one by one, to find equal events without keeping them.
 * Among ten million events two different ones share a hash with a probability of about three in a
 * million.
 */
public final class EventKey {
  private EventKey() {}

  public static long with(long hash, double number) {
    // so that 0 equals -0
    return with(hash, Double.doubleToLongBits(number == 0 ? 0 : number));
  }

  public static long with(long hash, long value) {
    return HashCommon.mix(Long.rotateLeft(hash, 5) * 31 + HashCommon.mix(value + 1));
  }

  /**
   * @param text null where absent
   */
  static long with(long hash, String text) {
    if (text == null) {
      return with(hash, -1L);
    }
    long with = with(hash, (long) text.length());
    for (int i = 0; i < text.length(); i++) {
      with = (Long.rotateLeft(with, 5) ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
    }
    return HashCommon.mix(with);
  }
}
