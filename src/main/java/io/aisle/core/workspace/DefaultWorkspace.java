package io.aisle.core.workspace;

import io.aisle.core.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The workspace that this user's program opens when it is not told another. Kept in the system's
 * folder for application data, outside every workspace. Thread-safe.
 */
public final class DefaultWorkspace {
  private static final String FILE = "default-workspace.json";

  private final SettingsFile<Choice> file;

  /**
   * What the file says.
   *
   * @param workspace the folder; empty: none was chosen
   * @param previous folder of a workspace that was moved away from and still is there; empty: none
   */
  public record Choice(String workspace, String previous) {
    static final Choice NONE = new Choice("", "");
  }

  /**
   * @param folder the system's folder for the program's data
   */
  public DefaultWorkspace(Path folder) {
    this.file = new SettingsFile<>(folder.resolve(FILE), Choice.class, Choice.NONE);
  }

  public synchronized Optional<Path> workspace() {
    return path(file.load().workspace());
  }

  /** Where the workspace was before it was moved. */
  public synchronized Optional<Path> previous() {
    return path(file.load().previous());
  }

  /** From now on this one is opened. */
  public synchronized void choose(Path workspace) {
    file.save(new Choice(workspace.toString(), file.load().previous()));
  }

  /** From now on the copy is opened; the old one waits for its removal. */
  public synchronized void moved(Path from, Path to) {
    file.save(new Choice(to.toString(), from.toString()));
  }

  public synchronized void forgetPrevious() {
    file.save(new Choice(file.load().workspace(), ""));
  }

  private static Optional<Path> path(String name) {
    return name == null || name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
  }
}
