package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one row for each fact: head, relation, tail. A head that is the external id of an
 * item, or is linked to one, is that item; so is a tail.
 *
 * @param head header of the column, as are the others
 * @param link which entities of the facts are which items, where they have ids of their own
 */
public record TripleFile(
    Path file, String head, String relation, String tail, Optional<LinkFile> link) {
  /** Facts that name items by their own ids. */
  public TripleFile(Path file, String head, String relation, String tail) {
    this(file, head, relation, tail, Optional.empty());
  }

  public TripleFile withLink(Optional<LinkFile> found) {
    return new TripleFile(file, head, relation, tail, found);
  }
}
