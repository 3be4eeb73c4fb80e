package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import java.nio.file.Path;

/** Guesses the delimiter, the roles of columns and the format of times from a sample of a file. */
public final class MappingGuesser {
  private MappingGuesser() {}

  /**
   * @param given what is known and not guessed
   * @throws io.aisle.domain.InputException when the file cannot be read as a table, or a given
   *     column is not there
   */
  public static MappingGuess guess(Path file, ColumnMapping given) {
    throw new UnsupportedOperationException();
  }
}
