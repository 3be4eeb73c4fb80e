package io.aisle.core.dataset;

/** Where the events of files go. */
interface EventSink {
  void event(ParsedRow.Event event);

  void refused(RefusedRow row);

  /** Called at row boundaries at regular distances: everything so far may be made durable. */
  void chunk(ReadPosition position);
}
