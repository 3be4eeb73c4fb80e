package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.ColumnRole;
import java.util.BitSet;
import java.util.Map;

/**
 * The events that steps begin with. Nobody writes to the arrays: several cleanings may share them.
 *
 * @param catalogue names of all users and items of the version
 * @param places {@code [events]} places of the events in the version, from 0; null: they are all of
 *     them
 * @param share of the version's users that they are drawn from, above 0; 1 when they are all
 * @param user {@code [events]}
 * @param item {@code [events]}
 * @param kind {@code [events]}
 * @param millis {@code [events]}
 * @param numbers columns of numbers, NaN where absent; those that the steps need
 * @param texts sessions and queries, if the steps need them
 * @param silentUsers users of the version that have no event
 * @param silentItems items of the version that have no event
 */
record FrameData(
    Catalogue catalogue,
    int[] places,
    double share,
    int[] user,
    int[] item,
    byte[] kind,
    long[] millis,
    Map<ColumnRole, double[]> numbers,
    Map<ColumnRole, TextColumn> texts,
    BitSet silentUsers,
    BitSet silentItems) {
  int size() {
    return user.length;
  }
}
