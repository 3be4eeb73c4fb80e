package io.aisle.core.dataset;

/** Where the events of files go. */
interface EventSink {
  void event(ParsedRow.Event event);

  /**
   * @param file index of the file
   * @param row number of the record, the header being 1
   * @param line what may be kept of it
   */
  void refused(ParsedRow.Fault fault, int file, long row, String line);

  /** Called at row boundaries at regular distances: everything so far may be made durable. */
  void chunk(ReadPosition position);
}
