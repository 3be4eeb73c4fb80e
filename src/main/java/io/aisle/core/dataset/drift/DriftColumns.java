package io.aisle.core.dataset.drift;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** The drift of each column that at least one of two versions has. Confined to one thread. */
final class DriftColumns {
  private static final long HOUR = 3_600_000L;
  private static final int HOURS = 24;

  private final EventTable first;
  private final EventTable second;
  private final int least;
  private final CancelSignal cancel;
  private final List<ColumnDrift> found = new ArrayList<>();

  /**
   * @param least users that stand behind each bin that is shown
   */
  DriftColumns(EventTable first, EventTable second, int least, CancelSignal cancel) {
    this.first = first;
    this.second = second;
    this.least = least;
    this.cancel = cancel;
  }

  List<ColumnDrift> all() {
    labels(
        "kind",
        events ->
            new Labels(
                EventKind.values().length,
                event -> events.kind()[event],
                kind -> EventKind.values()[kind].id()));
    labels(
        "category",
        events ->
            new Labels(
                events.catalogue().items().size(),
                event -> events.item()[event],
                events.catalogue().categories()::get));
    numbers("value", EventTable::value);
    numbers("price", EventTable::price);
    numbers("quantity", EventTable::quantity);
    hours();
    ofUsers();
    List<DriftBin> ofItems = NumberDrift.bins(perItem(first), perItem(second));
    if (!ofItems.isEmpty()) {
      found.add(ColumnDrift.of("item-events", ofItems));
    }
    return List.copyOf(found);
  }

  /** A column of events. */
  @FunctionalInterface
  private interface Column<T> {
    T of(EventTable events);
  }

  /**
   * What events are called.
   *
   * @param codes how many codes there are
   * @param code of an event
   * @param label of a code
   */
  private record Labels(int codes, IntUnaryOperator code, IntFunction<String> label) {
    Map<String, Long> counts(int events) {
      long[] ofCode = new long[codes];
      for (int event = 0; event < events; event++) {
        ofCode[code.applyAsInt(event)]++;
      }
      Map<String, Long> counts = new HashMap<>();
      for (int each = 0; each < codes; each++) {
        if (ofCode[each] > 0) {
          counts.merge(label.apply(each), ofCode[each], Long::sum);
        }
      }
      return counts;
    }
  }

  private void labels(String column, Column<Labels> labels) {
    cancel.check();
    List<DriftBin> bins =
        LabelDrift.bins(
            labels.of(first).counts(first.size()), labels.of(second).counts(second.size()));
    Map<String, Integer> places = new HashMap<>();
    bins.forEach(bin -> places.put(bin.label(), places.size()));
    int rest = places.getOrDefault(LabelDrift.REST, -1);
    events(
        column,
        bins,
        (crowds, events) -> {
          Labels of = labels.of(events);
          int[] bin = new int[of.codes()];
          Arrays.setAll(bin, code -> places.getOrDefault(of.label().apply(code), rest));
          return event -> bin[of.code().applyAsInt(event)];
        });
  }

  private void numbers(String column, Column<float[]> values) {
    cancel.check();
    Column<double[]> doubles = events -> doubles(values.of(events));
    events(
        column,
        NumberDrift.bins(doubles.of(first), doubles.of(second)),
        (crowds, events) -> crowds.numbers(doubles.of(events)));
  }

  private static double[] doubles(float[] column) {
    double[] doubles = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      doubles[i] = column[i];
    }
    return doubles;
  }

  private void hours() {
    cancel.check();
    long[] before = hours(first);
    long[] after = hours(second);
    List<DriftBin> bins = new ArrayList<>();
    boolean any = false;
    for (int hour = 0; hour < HOURS; hour++) {
      any |= before[hour] + after[hour] > 0;
      bins.add(new DriftBin(null, hour, hour + 1, before[hour], after[hour]));
    }
    events("hour", any ? bins : List.of(), (crowds, events) -> event -> hour(events, event));
  }

  private static long[] hours(EventTable events) {
    long[] counts = new long[HOURS];
    for (int event = 0; event < events.size(); event++) {
      int hour = hour(events, event);
      if (hour >= 0) {
        counts[hour]++;
      }
    }
    return counts;
  }

  private static int hour(EventTable events, int event) {
    long millis = events.millis()[event];
    return millis == EventTable.NO_TIME ? -1 : (int) (Math.floorMod(millis, HOURS * HOUR) / HOUR);
  }

  /** The bin of each event of a version. */
  @FunctionalInterface
  private interface Bins {
    IntUnaryOperator of(DriftCrowds crowds, EventTable events);
  }

  private void events(String column, List<DriftBin> bins, Bins places) {
    if (!bins.isEmpty()) {
      DriftCrowds crowds = DriftCrowds.of(bins, least);
      crowds.first(first.size(), event -> first.user()[event], places.of(crowds, first));
      crowds.second(second.size(), event -> second.user()[event], places.of(crowds, second));
      found.add(ColumnDrift.of(column, crowds));
    }
  }

  private void ofUsers() {
    cancel.check();
    double[] before = perUser(first);
    double[] after = perUser(second);
    List<DriftBin> bins = NumberDrift.bins(before, after);
    if (!bins.isEmpty()) {
      DriftCrowds crowds = DriftCrowds.of(bins, least);
      crowds.first(before.length, user -> user, crowds.numbers(before));
      crowds.second(after.length, user -> user, crowds.numbers(after));
      found.add(ColumnDrift.of("user-events", crowds));
    }
  }

  private static double[] perUser(EventTable events) {
    return counts(events.user(), events.catalogue().users().size());
  }

  private static double[] perItem(EventTable events) {
    return counts(events.item(), events.catalogue().items().size());
  }

  private static double[] counts(int[] keys, int size) {
    double[] counts = new double[size];
    for (int key : keys) {
      counts[key]++;
    }
    return counts;
  }
}
