package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one row for each review.
 *
 * @param file empty: the interaction files are the reviews
 * @param user header of the column with the external id of the user
 * @param item header of the column with the external id of the item
 * @param rating header of the column with a number
 * @param time header of the column with the time, in a format that can be told from the values
 * @param title header of the column with the headline
 * @param text header of the column with the text
 */
public record ReviewFile(
    Optional<Path> file,
    String user,
    String item,
    Optional<String> rating,
    Optional<String> time,
    Optional<String> title,
    String text) {
  /** The same of another file. */
  public ReviewFile of(Path other) {
    return new ReviewFile(Optional.of(other), user, item, rating, time, title, text);
  }
}
