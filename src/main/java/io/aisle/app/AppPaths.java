package io.aisle.app;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies on disk.
 *
 * @param workspace the analyst's folder, absolute
 * @param home where the program lies, with {@code sample-datasets} in it, absolute
 */
public record AppPaths(Path workspace, Path home) {
  public AppPaths {
    workspace = workspace.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
  }

  /**
   * Paths of this process.
   *
   * @param wanted what {@code --workspace} said; empty: {@code AISLE_HOME}, else the system's
   *     folder for application data
   * @throws InputException when the name is no path of this system
   */
  public static AppPaths of(Optional<String> wanted) {
    Map<String, String> environment = System.getenv();
    String name =
        wanted
            .or(() -> set(environment, "AISLE_HOME"))
            .orElseGet(
                () ->
                    systemDefault(
                        System.getProperty("os.name"),
                        System.getProperty("user.home"),
                        environment));
    try {
      return new AppPaths(Path.of(name), ApplicationHome.find());
    } catch (InvalidPathException e) {
      throw new InputException(
          "The workspace \"" + name + "\" is no folder name of this system; choose another one.",
          e);
    }
  }

  static String systemDefault(String system, String userHome, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return set(environment, "LOCALAPPDATA").orElse(userHome + "\\AppData\\Local") + "\\Aisle";
    }
    if (os.startsWith("mac")) {
      return userHome + "/Library/Application Support/Aisle";
    }
    return set(environment, "XDG_DATA_HOME").orElse(userHome + "/.local/share") + "/aisle";
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The folder of the H2 database. */
  public Path store() {
    return workspace.resolve("store");
  }

  /** Column files of data set versions. */
  public Path snapshots() {
    return workspace.resolve("snapshots");
  }

  /** Run folders of the workspace. */
  public Path runs() {
    return workspace.resolve("runs");
  }

  /** What the analyst has chosen for the program. */
  public Path settings() {
    return workspace.resolve("settings.json");
  }

  /** How the window was left. */
  public Path session() {
    return workspace.resolve("session.json");
  }

  public Path logs() {
    return workspace.resolve("logs");
  }

  /**
   * Native libraries that were unpacked; can be deleted at will. The system property {@code
   * aisle.native} names a folder that several workspaces share.
   */
  public Path natives() {
    String shared = System.getProperty("aisle.native");
    return shared == null ? workspace.resolve("native") : Path.of(shared).toAbsolutePath();
  }

  /** The bundled data sets, one folder each. */
  public Path samples() {
    return home.resolve("sample-datasets");
  }

  /**
   * Makes the workspace and its folders where they are missing.
   *
   * @return this
   * @throws OperationException when that is not allowed
   */
  public AppPaths create() {
    for (Path folder : new Path[] {store(), snapshots(), runs(), logs(), natives()}) {
      try {
        Files.createDirectories(folder);
      } catch (FileAlreadyExistsException e) {
        throw new OperationException(
            e.getFile() + " is a file where a workspace folder should be; move it away.", e);
      } catch (IOException e) {
        throw new OperationException(
            "The workspace folder "
                + workspace
                + " cannot be written; name another one with --workspace.",
            e);
      }
    }
    return this;
  }
}
