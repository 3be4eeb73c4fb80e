package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.StepEffect;
import io.aisle.testkit.TestControl;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events written by hand, one a line, to be cleaned. */
final class Frames {
  private Frames() {}

  /**
   * Events of lines {@code user item kind minute session value price quantity}, a dash where one is
   * absent; the category of an item stands behind a colon.
   */
  static EventFrame of(String lines) {
    List<String[]> rows = lines.lines().map(line -> line.strip().split(" +", -1)).toList();
    List<String> users = distinct(rows, 0);
    List<String> items = distinct(rows, 1);
    int size = rows.size();
    int[] user = new int[size];
    int[] item = new int[size];
    byte[] kind = new byte[size];
    long[] millis = new long[size];
    Map<ColumnRole, double[]> numbers = new EnumMap<>(ColumnRole.class);
    for (ColumnRole column : CleaningStep.NUMBERS) {
      numbers.put(column, new double[size]);
    }
    TextColumn.Builder sessions = new TextColumn.Builder(size);
    for (int i = 0; i < size; i++) {
      String[] row = rows.get(i);
      user[i] = users.indexOf(row[0]);
      item[i] = items.indexOf(row[1]);
      kind[i] = (byte) EventKind.valueOf(row[2].toUpperCase(Locale.ROOT)).ordinal();
      double minute = number(row, 3);
      millis[i] = Double.isNaN(minute) ? EventTable.NO_TIME : (long) (minute * 60_000);
      sessions.add(row.length > 4 && !row[4].equals("-") ? row[4] : null);
      numbers.get(ColumnRole.VALUE)[i] = number(row, 5);
      numbers.get(ColumnRole.PRICE)[i] = number(row, 6);
      numbers.get(ColumnRole.QUANTITY)[i] = number(row, 7);
      numbers.get(ColumnRole.POSITION)[i] = Double.NaN;
    }
    Catalogue catalogue =
        new Catalogue(
            users,
            items.stream().map(name -> part(name, 0)).toList(),
            items.stream().map(name -> "").toList(),
            items.stream().map(name -> part(name, 1)).toList());
    return new EventFrame(
        new FrameData(
            catalogue,
            null,
            1,
            user,
            item,
            kind,
            millis,
            numbers,
            Map.of(ColumnRole.SESSION, sessions.build(), ColumnRole.QUERY, TextColumn.empty(size)),
            new BitSet(),
            new BitSet()));
  }

  private static String part(String name, int at) {
    String[] parts = name.split(":", 2);
    return at < parts.length ? parts[at] : "";
  }

  private static double number(String[] row, int at) {
    return at >= row.length || row[at].equals("-") ? Double.NaN : Double.parseDouble(row[at]);
  }

  private static List<String> distinct(List<String[]> rows, int at) {
    return new ArrayList<>(new LinkedHashSet<>(rows.stream().map(row -> row[at]).toList()));
  }

  static List<StepEffect> run(EventFrame frame, CleaningStep... steps) {
    return StepRun.run(frame, List.of(steps), new TestControl());
  }

  /** Places of the events that steps leave. */
  static int[] left(String lines, CleaningStep... steps) {
    EventFrame frame = of(lines);
    var unused = run(frame, steps);
    return frame.rows();
  }
}
