package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.DatasetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads events of files without the store, through the same parser and rules as an import. */
public final class FileEvents {
  private FileEvents() {}

  /**
   * What was read.
   *
   * @param attributes what the files of users and items say
   * @param read rows read, without the header
   * @param refused rows refused by reason, in the order of the rules
   * @param notes sentences on what was guessed and could be wrong
   */
  public record Result(
      EventTable events,
      EntityAttributes attributes,
      long read,
      Map<String, Long> refused,
      List<String> notes) {}

  /**
   * @throws InputException when the files cannot be read or every row is refused
   */
  public static Result read(DatasetSpec.Files files, JobControl control) {
    Path named =
        files
            .interactions()
            .orElseThrow(
                () ->
                    new InputException(
                        "The experiment names no interactions: add interactions: FILE under"
                            + " dataset."));
    List<Path> read = InputFiles.of(List.of(named), files.mapping());
    MappingGuess guess = MappingGuesser.guess(read.getFirst(), Sheets.meant(read, files.mapping()));
    ColumnMapping mapping = guess.mapping();
    Map<String, EntityReader.Entity> items = EntityReader.read(files.items());
    EntityAttributes attributes = EntityReader.attributes(files.users(), items);
    Reasons reasons = new Reasons(mapping);
    TableSink sink = new TableSink(reasons);
    ReadPosition end =
        new EventReading(read, mapping, Guarding.NONE, RepeatedEvents.NONE, control)
            .run(ReadPosition.START, sink);
    EventTable table = sink.table(items);
    if (table.size() == 0) {
      throw reasons.nothingTaken(named.toString(), end.read());
    }
    return new Result(table, attributes, end.read(), reasons.counted(), guess.notes());
  }
}
