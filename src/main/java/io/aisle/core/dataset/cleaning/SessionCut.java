package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers the sessions of users, which end at long pauses. */
final class SessionCut {
  private static final long MINUTE = 60_000L;

  private SessionCut() {}

  /** How many events got a session. */
  static long cut(EventFrame frame, CleaningStep.Sessions step) {
    int[] codes = new int[frame.data().size()];
    Arrays.fill(codes, -1);
    List<String> names = new ArrayList<>();
    long[] millis = frame.millis();
    long count = 0;
    int user = -1;
    long before = EventTable.NO_TIME;
    for (int event : frame.byUserAndTime()) {
      if (millis[event] == EventTable.NO_TIME) {
        continue;
      }
      boolean begins =
          frame.user()[event] != user || millis[event] - before > step.gapMinutes() * MINUTE;
      if (begins) {
        names.add(String.valueOf(names.size() + 1));
      }
      user = frame.user()[event];
      before = millis[event];
      codes[event] = names.size() - 1;
      count++;
    }
    frame.replace(ColumnRole.SESSION, new TextColumn(codes, names));
    return count;
  }
}
