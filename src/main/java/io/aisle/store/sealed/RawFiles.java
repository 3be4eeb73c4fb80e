package io.aisle.store.sealed;

import java.nio.file.Path;
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
        || top.startsWith(WorkspaceKey.FILE)
        || whole.getFileName().toString().equals(LOCK);
  }
}
