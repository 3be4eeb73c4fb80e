package io.aisle.domain.experiment;

import java.nio.file.Path;

/**
 * A file with one row for each fact: head, relation, tail. A head that is the external id of an
 * item is that item; so is a tail.
 *
 * @param head header of the column, as are the others
 */
public record TripleFile(Path file, String head, String relation, String tail) {}
