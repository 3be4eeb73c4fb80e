package io.aisle.app;

import io.aisle.core.workspace.DefaultWorkspace;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.model.ModelKind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies on disk.
 *
 * @param workspace the analyst's folder, absolute; an encrypted one is decrypted by its path
 * @param home where the program lies, with {@code sample-datasets} in it, absolute
 * @param origin who chose the workspace
 */
public record AppPaths(Path workspace, Path home, Origin origin) {
  public AppPaths {
    workspace = Vault.path(workspace.toAbsolutePath().normalize(), Passphrase::ofEnvironment);
    home = home.toAbsolutePath().normalize();
  }

  /** A workspace that was named. */
  public AppPaths(Path workspace, Path home) {
    this(workspace, home, Origin.NAMED);
  }

  /** Who chose the workspace; the first that speaks wins. */
  public enum Origin {
    /** {@code --workspace}. */
    NAMED,
    /** {@code AISLE_HOME}. */
    ENVIRONMENT,
    /** The user, in the window; kept in the system's folder for application data. */
    REMEMBERED,
    /** Nobody: the system's folder for application data. */
    SYSTEM
  }

  /**
   * Paths of this process.
   *
   * @param wanted what {@code --workspace} said; empty: {@code AISLE_HOME}, else the one that the
   *     user has chosen, else the system's folder for application data
   * @throws InputException when the name is no path of this system
   */
  public static AppPaths of(Optional<String> wanted) {
    return of(wanted, System.getenv(), SystemFolder.ofData());
  }

  static AppPaths of(Optional<String> wanted, Map<String, String> environment, String system) {
    if (wanted.isPresent()) {
      return named(wanted.get(), Origin.NAMED);
    }
    Optional<String> said = SystemFolder.said(environment, "AISLE_HOME");
    if (said.isPresent()) {
      return named(said.get(), Origin.ENVIRONMENT);
    }
    return new DefaultWorkspace(Path.of(system))
        .workspace()
        .map(folder -> new AppPaths(folder, ApplicationHome.find(), Origin.REMEMBERED))
        .orElseGet(() -> named(system, Origin.SYSTEM));
  }

  private static AppPaths named(String name, Origin origin) {
    try {
      return new AppPaths(Path.of(name), ApplicationHome.find(), origin);
    } catch (InvalidPathException e) {
      throw new InputException(
          "The workspace \"" + name + "\" is no folder name of this system; choose another one.",
          e);
    }
  }

  /** The workspace that this user has chosen in the window. */
  public static DefaultWorkspace remembered() {
    return new DefaultWorkspace(Path.of(SystemFolder.ofData()));
  }

  /** What lies where in the workspace. */
  public WorkspaceLayout layout() {
    return new WorkspaceLayout(workspace);
  }

  /** Whether the user's choice points to a folder that is not there, as on a drive that is off. */
  boolean isMissing() {
    return origin == Origin.REMEMBERED && !Files.isDirectory(workspace);
  }

  /** The folder of the H2 database. */
  public Path store() {
    return layout().store();
  }

  /** Column files of data set versions. */
  public Path snapshots() {
    return layout().snapshots();
  }

  /** Run folders of the workspace. */
  public Path runs() {
    return layout().runs();
  }

  /** Searches for parameters; below the runs, which are kept with a workspace. */
  public Path searches() {
    return runs().resolve(".searches");
  }

  /** For which comparisons the analyst has declined tuned baselines. */
  public Path declined() {
    return layout().declined();
  }

  /** What the analyst has chosen for the program. */
  public Path settings() {
    return layout().settings();
  }

  /** How the window was left. */
  public Path session() {
    return layout().session();
  }

  /** What-if scenarios that the analyst has named. */
  public Path scenarios() {
    return layout().scenarios();
  }

  /** Queries that the analyst has run or kept. */
  public Path queries() {
    return layout().queries();
  }

  /** What was chosen for imports and given a name. */
  public Path mappings() {
    return layout().mappings();
  }

  /** Presets of training that the analyst has saved. */
  public Path presets() {
    return layout().presets();
  }

  public Path logs() {
    return layout().logs();
  }

  /**
   * Native libraries that were unpacked; can be deleted at will. The system property {@code
   * aisle.native} names a folder that several workspaces share.
   */
  public Path natives() {
    String shared = System.getProperty("aisle.native");
    return shared == null ? layout().natives() : Path.of(shared).toAbsolutePath();
  }

  /** The bundled data sets, one folder each. */
  public Path samples() {
    return home.resolve("sample-datasets");
  }

  /** The help page of a model. */
  public Path modelPage(ModelKind model) {
    return home.resolve("docs").resolve("models").resolve(model.id() + ".md");
  }

  /**
   * Makes the workspace and its folders where they are missing.
   *
   * @return this
   * @throws OperationException when that is not allowed
   */
  public AppPaths create() {
    if (isMissing()) {
      throw new OperationException(
          "The workspace folder "
              + workspace
              + " is not there; connect its drive, or choose another one.",
          new NoSuchFileException(workspace.toString()));
    }
    if (WorkspaceService.isUnfinished(workspace)) {
      throw new OperationException(
          workspace + " holds a copy of a workspace that was cut off; choose another one.",
          new FileAlreadyExistsException(workspace.toString()));
    }
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
