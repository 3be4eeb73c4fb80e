package io.aisle.store.sealed;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which files of an encrypted workspace are as they are on the disk: those that hold nothing of the
 * analyst's, and the folder of the data base, which encrypts its own files.
 *
 * @param root of the workspace, a path of the system
 */
record RawFiles(Path root) implements Predicate<Path> {
  /** Of {@code io.aisle.core.workspace.WorkspaceLayout}: they stand directly in the workspace. */
  private static final Set<String> TOP = Set.of("store", "native", "unfinished-copy");

  /**
   * The key, the choice of a workspace and the list of its backups, which are read before one is
   * open. Drafts of them have longer names.
   */
  private static final List<String> FIRST =
      List.of(WorkspaceKey.FILE, "default-workspace.json", "backups.json");

  /** Read by those who have no key; nothing but a process id stands in it. */
  private static final String LOCK = "lock";

  @Override
  public boolean test(Path raw) {
    Path whole = raw.toAbsolutePath().normalize();
    if (!whole.startsWith(root) || whole.equals(root)) {
      return true;
    }
    String top = root.relativize(whole).getName(0).toString();
    return TOP.contains(top)
        || FIRST.stream().anyMatch(top::startsWith)
        || whole.getFileName().toString().equals(LOCK);
  }
}
