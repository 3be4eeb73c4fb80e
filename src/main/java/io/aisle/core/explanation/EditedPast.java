package io.aisle.core.explanation;

import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.domain.explanation.HistoryEdit;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A history after edits.
 *
 * @param before as it was
 * @param after as it is
 */
record EditedPast(Past before, Past after) {
  /**
   * @throws InputException when an edit does not fit the history it meets
   */
  static EditedPast of(OpenRun run, int user, List<HistoryEdit> edits) {
    Past before = Past.of(run.history(), user);
    Past after = before;
    for (HistoryEdit edit : edits) {
      after = applied(run, after, edit);
    }
    return new EditedPast(before, after);
  }

  /** What lists leave out: what was, but for what was taken away, and what was added. */
  int[] seen(int[] usually) {
    int[] removed = without(before.items(), after.items());
    return IntStream.concat(Arrays.stream(without(usually, removed)), Arrays.stream(after.items()))
        .distinct()
        .toArray();
  }

  private static int[] without(int[] items, int[] others) {
    int[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(items).filter(item -> Arrays.binarySearch(sorted, item) < 0).toArray();
  }

  private static Past applied(OpenRun run, Past past, HistoryEdit edit) {
    return switch (edit) {
      case HistoryEdit.Remove remove ->
          past.without(place(run, past, remove.kind(), remove.item(), remove.at()));
      case HistoryEdit.Add add ->
          past.with(run.item(add.item()), within(past.size(), add.kind(), add.at(), past.size()));
      case HistoryEdit.Move move -> {
        int from = place(run, past, move.kind(), move.item(), move.at());
        int to = within(past.size() - 1, move.kind(), move.to(), past.size() - 1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, past.size()).boxed().toList());
        order.add(to, order.remove(from));
        yield past.picked(order.stream().mapToInt(Integer::intValue).toArray());
      }
      case HistoryEdit.Weigh weigh ->
          past.weighed(
              place(run, past, weigh.kind(), weigh.item(), weigh.at()), (float) weigh.value());
      case HistoryEdit.Moment moment -> past.at(seconds(past, moment.time()));
    };
  }

  private static int place(OpenRun run, Past past, String kind, String id, int at) {
    int item = run.item(id);
    if (at >= 0 && at < past.size() && past.items()[at] == item) {
      return at;
    }
    for (int place = past.size() - 1; place >= 0 && at < 0; place--) {
      if (past.items()[place] == item) {
        return place;
      }
    }
    throw new InputException(
        "the edit %s names the item '%s', which does not stand there in the history; look at the history it meets"
            .formatted(kind, id));
  }

  private static int within(int most, String kind, int place, int preset) {
    if (place > most) {
      throw new InputException(
          "the edit %s names place %d, but the history it meets ends at %d; places count from 0"
              .formatted(kind, place, most));
    }
    return place < 0 ? preset : place;
  }

  private static long seconds(Past past, String time) {
    if (past.times().length == 0) {
      throw new InputException(
          "the edit moment sets a time, but the interactions of this run have none; leave the edit"
              + " out");
    }
    try {
      return Instant.parse(time).getEpochSecond();
    } catch (DateTimeParseException e) {
      throw new InputException(
          "the edit moment has the time '%s'; write it as 2011-12-01T09:00:00Z".formatted(time), e);
    }
  }
}
