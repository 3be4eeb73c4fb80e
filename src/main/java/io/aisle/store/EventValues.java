package io.aisle.store;

/**
 * One event as it is stored.
 *
 * @param user number in the dictionary of users
 * @param item number in the dictionary of items
 * @param kind ordinal of the kind
 * @param millis epoch milliseconds; {@link #NO_TIME} where absent
 * @param session null where absent
 * @param value NaN where absent; so are price and quantity
 * @param query null where absent
 * @param position -1 where absent
 */
public record EventValues(
    int user,
    int item,
    byte kind,
    long millis,
    String session,
    double value,
    double price,
    double quantity,
    String query,
    int position) {
  /** Stands for an absent time. */
  public static final long NO_TIME = Long.MIN_VALUE;
}
