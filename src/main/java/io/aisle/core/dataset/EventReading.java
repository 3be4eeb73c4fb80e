package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.RowSource;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.Relay;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files row by row into a sink: the one way in for imports and for runs on files. Reading and
 * deciding have a thread of their own; the sink is called on the caller's.
 */
final class EventReading {
  private static final int CHUNK_ROWS = 20_000;
  private static final int BATCH_ROWS = 1_000;

  /** Batches that wait for the sink. */
  private static final int WAITING = 8;

  private final List<Path> files;
  private final ColumnMapping mapping;
  private final Guarding guarding;
  private final RepeatedEvents repeated;
  private final JobControl control;
  private final long totalBytes;
  private long bytesBefore;
  private ReadPosition position = ReadPosition.START;
  private RowBatch batch = new RowBatch(BATCH_ROWS);

  /**
   * @param mapping complete, as a guess leaves it
   * @param repeated events that may not come again
   */
  EventReading(
      List<Path> files,
      ColumnMapping mapping,
      Guarding guarding,
      RepeatedEvents repeated,
      JobControl control) {
    this.repeated = repeated;
    this.files = files;
    this.mapping = mapping;
    this.guarding = guarding;
    this.control = control;
    this.totalBytes = files.stream().mapToLong(DataFile::size).sum();
  }

  /**
   * Reads all files to their end.
   *
   * @param done where an interrupted import stood; rows up to there are read but not given out
   * @throws InputException when a file cannot be read or is not what it was before the interruption
   */
  ReadPosition run(ReadPosition done, EventSink sink) {
    Relay.<RowBatch>run("reading", WAITING, out -> read(done, out), batch -> batch.giveTo(sink));
    return position;
  }

  private void read(ReadPosition done, Consumer<RowBatch> out) {
    for (int i = 0; i < files.size(); i++) {
      try (RowSource rows = Tables.open(files.get(i), mapping.form())) {
        read(rows, i, done, out);
        bytesBefore += rows.bytesRead();
      }
    }
    if (position.before(done)) {
      throw changed(files.get(done.file()));
    }
    batch.endChunk(position);
    out.accept(batch);
  }

  private void read(RowSource rows, int file, ReadPosition done, Consumer<RowBatch> out) {
    RowParser parser = new RowParser(files.get(file), rows.header(), mapping, guarding);
    while (rows.next()) {
      long hash = RowHash.of(rows);
      position =
          new ReadPosition(
              file, rows.row(), position.read() + 1, RowHash.chain(position.hash(), hash));
      if (!done.before(position)) {
        parser.skip(hash);
        if (!position.before(done) && position.hash() != done.hash()) {
          throw changed(files.get(file));
        }
      } else {
        decide(parser, hash, file, rows);
      }
      if (position.read() % BATCH_ROWS == 0) {
        control.check();
        control.at(new Progress("reading", bytesBefore + rows.bytesRead(), totalBytes));
        hand(done, out);
      } else if (batch.full()) {
        hand(done, out);
      }
    }
  }

  private void hand(ReadPosition done, Consumer<RowBatch> out) {
    if (done.before(position)) {
      if (position.read() % CHUNK_ROWS == 0) {
        batch.endChunk(position);
      }
      out.accept(batch);
      batch = new RowBatch(BATCH_ROWS);
    }
  }

  private void decide(RowParser parser, long hash, int file, RowSource rows) {
    switch (repeated.judged(parser.parse(rows, hash))) {
      case ParsedRow.Event event -> batch.add(event);
      case ParsedRow.Fault fault ->
          batch.add(new RefusedRow(fault, file, rows.row(), parser.line(rows)));
    }
  }

  private static InputException changed(Path file) {
    return new InputException(
        "%s has changed since its import was interrupted: remove the interrupted version and import it again."
            .formatted(file));
  }
}
