package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.PersonalColumn;
import java.util.List;
import java.util.Optional;

/**
 * How a file seems to be meant.
 *
 * @param mapping complete: what was given, and guesses for the rest
 * @param columns one line for each column of the file
 * @param firstRows the first rows of the file, without the header
 * @param notes sentences on what was decided and could be wrong
 * @param times how the format of times was guessed; empty when it was given or there are none
 * @param knownFormat whether the columns are those of a format that the program knows
 * @param personal columns that look personal
 */
public record MappingGuess(
    ColumnMapping mapping,
    List<Column> columns,
    List<List<String>> firstRows,
    List<String> notes,
    Optional<TimeFormatGuess> times,
    boolean knownFormat,
    List<PersonalColumn> personal) {
  /**
   * @param reason why the role was chosen, or why none was
   */
  public record Column(String header, Optional<ColumnRole> role, String reason) {}
}
