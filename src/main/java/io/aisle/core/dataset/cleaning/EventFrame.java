package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventOrder;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DataSize;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Events under cleaning: which are kept, and the columns that steps have replaced. Confined to one
 * thread; what it begins with is never written to.
 */
final class EventFrame {
  private final FrameData data;
  private final BitSet kept;
  private final Map<ColumnRole, double[]> numbers;
  private final Map<ColumnRole, TextColumn> texts;
  private final Set<ColumnRole> replaced = EnumSet.noneOf(ColumnRole.class);
  private long[] millis;
  private List<String> titles;
  private List<String> categories;

  EventFrame(FrameData data) {
    this.data = data;
    this.kept = new BitSet(data.size());
    this.kept.set(0, data.size());
    this.numbers = new EnumMap<>(ColumnRole.class);
    this.numbers.putAll(data.numbers());
    this.texts = new EnumMap<>(ColumnRole.class);
    this.texts.putAll(data.texts());
    this.millis = data.millis();
    this.titles = data.catalogue().titles();
    this.categories = data.catalogue().categories();
  }

  FrameData data() {
    return data;
  }

  Catalogue catalogue() {
    return data.catalogue();
  }

  int[] user() {
    return data.user();
  }

  int[] item() {
    return data.item();
  }

  byte[] kind() {
    return data.kind();
  }

  long[] millis() {
    return millis;
  }

  double[] numbers(ColumnRole column) {
    return numbers.get(column);
  }

  TextColumn texts(ColumnRole column) {
    return texts.get(column);
  }

  List<String> titles() {
    return titles;
  }

  List<String> categories() {
    return categories;
  }

  /** Place of an event in the version, from 0. */
  int place(int event) {
    return data.places() == null ? event : data.places()[event];
  }

  boolean isKept(int event) {
    return kept.get(event);
  }

  /** Events that are kept. */
  int count() {
    return kept.cardinality();
  }

  /** Numbers of the events that are kept, ascending. */
  int[] rows() {
    return kept.stream().toArray();
  }

  /** As {@link #rows}, user by user in the order of time. */
  int[] byUserAndTime() {
    return EventOrder.byUserAndTime(user(), catalogue().users().size(), millis, rows());
  }

  /** Drops the events that are wanted no more. */
  void keep(IntPredicate wanted) {
    for (int event = kept.nextSetBit(0); event >= 0; event = kept.nextSetBit(event + 1)) {
      if (!wanted.test(event)) {
        kept.clear(event);
      }
    }
  }

  /** Drops all events but some of those that are kept. */
  void keepOnly(int[] events) {
    kept.clear();
    for (int event : events) {
      kept.set(event);
    }
  }

  void replaceMillis(long[] column) {
    millis = column;
    replaced.add(ColumnRole.TIME);
  }

  void replace(ColumnRole column, double[] with) {
    numbers.put(column, with);
    replaced.add(column);
  }

  void replace(ColumnRole column, TextColumn with) {
    texts.put(column, with);
    replaced.add(column);
  }

  void replaceTitles(List<String> with) {
    titles = with;
  }

  void replaceCategories(List<String> with) {
    categories = with;
  }

  boolean isReplaced(ColumnRole column) {
    return replaced.contains(column);
  }

  /** Users that are left: those with events, and those that never had one. */
  BitSet users() {
    return left(data.silentUsers(), user());
  }

  /** Items that are left: those with events, and those that never had one. */
  BitSet items() {
    return left(data.silentItems(), item());
  }

  private BitSet left(BitSet silent, int[] keys) {
    BitSet left = (BitSet) silent.clone();
    for (int event = kept.nextSetBit(0); event >= 0; event = kept.nextSetBit(event + 1)) {
      left.set(keys[event]);
    }
    return left;
  }

  DataSize size() {
    return new DataSize(count(), users().cardinality(), items().cardinality());
  }
}
