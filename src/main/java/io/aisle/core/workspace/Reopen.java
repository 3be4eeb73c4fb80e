package io.aisle.core.workspace;

import java.nio.file.Path;

/** Something that the window closes its workspace for. */
public sealed interface Reopen {
  /** The folder that is open afterwards. */
  Path folder();

  /** Another workspace, or the same one anew. */
  record Other(Path folder) implements Reopen {}

  /** The same workspace, without a user who is to be erased. */
  record Erased(Path folder) implements Reopen {}

  /**
   * The same workspace, encrypted or decrypted.
   *
   * @param seal whether it is to be encrypted
   * @param passphrase overwritten when it was used
   */
  record Converted(Path folder, boolean seal, char[] passphrase) implements Reopen {}

  /**
   * The workspace at another place.
   *
   * @param folder new or empty
   */
  record Moved(Path folder) implements Reopen {}
}
