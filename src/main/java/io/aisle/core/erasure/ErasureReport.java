package io.aisle.core.erasure;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of erasing a user.
 *
 * @param events that went, of all versions
 * @param learned names of the runs that had learned from the user and are marked so
 * @param again an experiment file for each of them
 * @param elsewhere known backups outside of the workspace that may hold the user still
 * @param left files in which a name of the user still stands; they must be seen to by hand
 */
public record ErasureReport(
    long events, List<String> learned, List<Path> again, List<Path> elsewhere, List<Path> left) {}
