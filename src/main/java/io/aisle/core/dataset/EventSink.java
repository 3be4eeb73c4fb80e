package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;

/** Where the events of files go. */
interface EventSink {
  void event(ParsedRow.Event event);

  /**
   * @param file index of the file
   * @param row number of the record, the header being 1
   */
  void refused(ParsedRow.Fault fault, int file, RowSource row);

  /** Called at row boundaries at regular distances: everything so far may be made durable. */
  void chunk(ReadPosition position);
}
