package io.aisle.core.workspace;

import java.nio.file.Path;

/** Something that the window closes its workspace for. */
public sealed interface Reopen {
  /** The folder that is open afterwards. */
  Path folder();

  /** Another workspace, or the same one anew. */
  record Other(Path folder) implements Reopen {}

  /**
   * The workspace at another place.
   *
   * @param folder new or empty
   */
  record Moved(Path folder) implements Reopen {}
}
