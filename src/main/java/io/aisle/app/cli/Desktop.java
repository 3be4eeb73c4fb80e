package io.aisle.app.cli;

import io.aisle.app.OpenRequest;

/** Opens the window. Given to the command line by the launcher, which knows the toolkit. */
@FunctionalInterface
public interface Desktop {
  /**
   * Returns when the window has been closed.
   *
   * @return the exit code
   * @throws io.aisle.domain.OperationException when there is no display
   */
  int open(OpenRequest request);
}
