package io.aisle.app;

import io.aisle.core.workspace.OpeningProblem;
import io.aisle.core.workspace.Vault;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.ui.common.Preferences;

/** What came of opening a workspace. */
sealed interface Attempt {
  /** It is open. */
  record Opened(WorkbenchServices services, Preferences preferences) implements Attempt {}

  /**
   * It could not be opened.
   *
   * @param failure what was thrown
   */
  record Refused(OpeningProblem problem, RuntimeException failure) implements Attempt {}

  /**
   * It is encrypted, and its passphrase is not known.
   *
   * @param paths of the workspace
   * @param sentence why the one that was given did not open it; empty when none was
   */
  record Locked(AppPaths paths, String sentence) implements Attempt {}

  /** Opens a workspace; blocks, and throws nothing but errors of the machine. */
  static Attempt at(AppPaths paths) {
    try {
      Vault.open(paths.workspace());
    } catch (InputException failure) {
      return new Locked(paths, Passphrase.isMissing(failure) ? "" : failure.getMessage());
    } catch (OperationException cutOff) {
      return new Locked(paths, cutOff.getMessage());
    }
    try {
      WorkbenchServices services = WorkbenchServices.open(paths);
      return new Opened(services, services.preferences());
    } catch (RuntimeException failure) { // each is told on the page, none may end the program
      return new Refused(OpeningProblem.of(failure), failure);
    }
  }
}
