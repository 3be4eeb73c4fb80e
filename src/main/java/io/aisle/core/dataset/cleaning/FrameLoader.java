package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.Progress;
import io.aisle.store.EventScan;
import io.aisle.store.EventValues;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings the columns that steps read into memory: user, item, kind and time from the snapshot, the
 * others, of which it holds no exact copy, from the store.
 */
final class FrameLoader {
  private final EventScan scan;

  FrameLoader(EventScan scan) {
    this.scan = scan;
  }

  /** All events of a version. */
  FrameData all(
      DatasetVersion version, EventTable events, Set<ColumnRole> columns, JobControl control) {
    Columns read = new Columns(columns, events.size());
    if (!columns.isEmpty()) {
      scan.all(
          version.id(),
          events.size(),
          control,
          (first, page) -> {
            control.at(new Progress("reading", first, events.size()));
            page.forEach(read::add);
          });
    }
    return new FrameData(
        events.catalogue(),
        null,
        1,
        events.user(),
        events.item(),
        events.kind(),
        events.millis(),
        read.numbers,
        read.texts(),
        silent(events.user(), events.catalogue().users().size()),
        silent(events.item(), events.catalogue().items().size()));
  }

  /**
   * Some events of a version. Their values, prices and quantities are those of the snapshot, with
   * seven digits.
   *
   * @param places of the events, ascending
   * @param share of the users that they are drawn from
   * @param columns what is to be read from the store
   */
  FrameData some(
      DatasetVersion version,
      EventTable events,
      int[] places,
      double share,
      Set<ColumnRole> columns,
      JobControl control) {
    Columns read = new Columns(columns, places.length);
    if (!columns.isEmpty()) {
      scan.some(version.id(), places, control, (_, page) -> page.forEach(read::add));
    }
    read.numbers.put(ColumnRole.VALUE, picked(events.value(), places));
    read.numbers.put(ColumnRole.PRICE, picked(events.price(), places));
    read.numbers.put(ColumnRole.QUANTITY, picked(events.quantity(), places));
    int[] user = new int[places.length];
    int[] item = new int[places.length];
    byte[] kind = new byte[places.length];
    long[] millis = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      user[i] = events.user()[places[i]];
      item[i] = events.item()[places[i]];
      kind[i] = events.kind()[places[i]];
      millis[i] = events.millis()[places[i]];
    }
    return new FrameData(
        events.catalogue(),
        places,
        share,
        user,
        item,
        kind,
        millis,
        read.numbers,
        read.texts(),
        silent(events.user(), events.catalogue().users().size()),
        silent(events.item(), events.catalogue().items().size()));
  }

  /** As decimal numbers: 0.1 as a float is not 0.1 as a double. */
  private static double[] picked(float[] column, int[] places) {
    double[] picked = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      float value = column[places[i]];
      picked[i] = value == (int) value ? value : Double.parseDouble(Float.toString(value));
    }
    return picked;
  }

  private static BitSet silent(int[] keys, int size) {
    BitSet silent = new BitSet(size);
    silent.set(0, size);
    for (int key : keys) {
      silent.clear(key);
    }
    return silent;
  }

  /** Columns that are being filled in the order of the events. */
  private static final class Columns {
    private final Map<ColumnRole, double[]> numbers = new EnumMap<>(ColumnRole.class);
    private final Map<ColumnRole, TextColumn.Builder> builders = new EnumMap<>(ColumnRole.class);
    private int size;

    Columns(Set<ColumnRole> wanted, int events) {
      for (ColumnRole column : wanted) {
        if (CleaningStep.NUMBERS.contains(column)) {
          numbers.put(column, new double[events]);
        } else {
          builders.put(column, new TextColumn.Builder(events));
        }
      }
    }

    void add(EventValues event) {
      numbers.forEach((column, values) -> values[size] = number(column, event));
      builders.forEach(
          (column, texts) ->
              texts.add(column == ColumnRole.SESSION ? event.session() : event.query()));
      size++;
    }

    private static double number(ColumnRole column, EventValues event) {
      return switch (column) {
        case VALUE -> event.value();
        case PRICE -> event.price();
        case QUANTITY -> event.quantity();
        case POSITION -> event.position() < 0 ? Double.NaN : event.position();
        default -> throw new IllegalArgumentException(column + " is no number");
      };
    }

    Map<ColumnRole, TextColumn> texts() {
      Map<ColumnRole, TextColumn> texts = new EnumMap<>(ColumnRole.class);
      builders.forEach((column, builder) -> texts.put(column, builder.build()));
      return texts;
    }
  }
}
