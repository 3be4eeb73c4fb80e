package io.aisle.core.erasure;

import java.nio.file.Path;

/**
 * What a folder of runs holds of a user.
 *
 * @param folder a run, or a search for parameters
 * @param rows of its tables
 * @param learned whether a model was fitted on some of them
 * @param complete whether it is a finished run; others are removed
 */
public record UserTrace(Path folder, int rows, boolean learned, boolean complete) {
  public String name() {
    return folder.getFileName().toString();
  }
}
