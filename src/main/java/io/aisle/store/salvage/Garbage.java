package io.aisle.store.salvage;

import java.lang.ref.Reference;

/** Tells a length that is garbage, which can be of any size, from a memory that is full. */
public final class Garbage {
  /** More than any page that is in order asks for. */
  private static final int ROOM = 32 << 20;

  private Garbage() {}

  /**
   * Looks what a failure to decode says of the bytes: where memory ran out although there is room
   * for a page that is in order, they are damaged.
   *
   * @throws OutOfMemoryError when there is no such room, so that nothing is known of the bytes
   */
  public static void require(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      byte[] room = new byte[ROOM];
      Reference.reachabilityFence(room);
    }
  }
}
