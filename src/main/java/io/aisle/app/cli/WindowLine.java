package io.aisle.app.cli;

import io.aisle.app.AppPaths;
import io.aisle.app.Logging;
import io.aisle.app.OpenRequest;
import io.aisle.core.bundle.RunBundles;
import io.aisle.domain.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A command line that asks for the window only: {@code [--workspace DIR] [FILE.aisle-run]}. It is
 * read here, because to set up all the commands would take a quarter of the time to the window.
 *
 * @param workspace what {@code --workspace} said
 * @param bundle a run bundle to open
 */
record WindowLine(Optional<String> workspace, Optional<String> bundle) {
  private static final String WORKSPACE = "--workspace";

  /** The line, when it asks for nothing but the window. */
  static Optional<WindowLine> of(String... arguments) {
    Optional<String> workspace = Optional.empty();
    Optional<String> bundle = Optional.empty();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.startsWith(WORKSPACE + "=") && workspace.isEmpty()) {
        workspace = Optional.of(argument.substring(WORKSPACE.length() + 1));
      } else if (argument.equals(WORKSPACE) && workspace.isEmpty() && i + 1 < arguments.length) {
        workspace = Optional.of(arguments[++i]);
      } else if (RunBundles.isNamedLikeOne(argument) && bundle.isEmpty()) {
        bundle = Optional.of(argument);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new WindowLine(workspace, bundle));
  }

  /**
   * Opens the window and returns when it has been closed.
   *
   * @return the exit code
   */
  int run(Console console, Desktop desktop) {
    try {
      OpenRequest request = request();
      Logging.start(request.paths());
      return desktop.open(request);
    } catch (Error | RuntimeException thrown) {
      return new Failures(console, () -> AppPaths.of(workspace).logs()).say(thrown).code();
    }
  }

  private OpenRequest request() {
    Optional<Path> file = bundle.map(Path::of);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw new InputException(
          file.get() + " is no file; name a run bundle that 'aisle bundle' wrote");
    }
    return new OpenRequest(AppPaths.of(workspace), file);
  }
}
