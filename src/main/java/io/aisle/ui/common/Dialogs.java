package io.aisle.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stops and asks the user. FX thread only; the answer may come from a test. */
public interface Dialogs {
  /** A file to read. */
  Optional<Path> open(String title);

  /** Files to read, all at once; none when nothing was chosen. */
  default List<Path> openSeveral(String title) {
    return open(title).stream().toList();
  }

  /** A folder, which may be a new one. */
  default Optional<Path> folder(String title) {
    return open(title);
  }

  /**
   * A file to write.
   *
   * @param name proposed name
   */
  Optional<Path> save(String title, String name);

  /**
   * Whether to go on.
   *
   * @param action what the button that goes on says
   */
  boolean confirm(String title, String question, String action);

  /** As {@link #confirm}, where going on takes something away that does not come back. */
  default boolean confirmLoss(String title, String question, String action) {
    return confirm(title, question, action);
  }
}
