package io.aisle.core.dataset;

import java.util.ArrayList;
import java.util.List;

/** Rows that were read one after the other and decided. Written by one thread, then read by one. */
final class RowBatch {
  private static final int MOST_TEXT = 1 << 20;

  private final List<ParsedRow.Event> events;
  private final List<RefusedRow> refused = new ArrayList<>();
  private ReadPosition chunk;
  private int text;

  /**
   * @param rows about so many are expected
   */
  RowBatch(int rows) {
    events = new ArrayList<>(rows);
  }

  void add(ParsedRow.Event event) {
    events.add(event);
    text += length(event.user()) + length(event.item()) + length(event.title());
    text += length(event.session()) + length(event.query()) + length(event.category());
  }

  void add(RefusedRow row) {
    refused.add(row);
    text += row.line().length();
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  /** Whether it holds so much text that no more should wait in memory. */
  boolean full() {
    return text > MOST_TEXT;
  }

  /** Says that everything up to here can be made durable. */
  void endChunk(ReadPosition position) {
    chunk = position;
  }

  void giveTo(EventSink sink) {
    for (ParsedRow.Event event : events) {
      sink.event(event);
    }
    for (RefusedRow row : refused) {
      sink.refused(row);
    }
    if (chunk != null) {
      sink.chunk(chunk);
    }
  }
}
