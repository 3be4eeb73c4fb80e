package io.aisle.ui.settings;

import io.aisle.core.workspace.WorkspaceService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The way out of a page at the door into another workspace, and what went wrong last. FX thread
 * only.
 */
final class OtherWorkspace {
  private final Background background;
  private final Texts texts;
  private final OccupiedViewModel.Door door;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  OtherWorkspace(Background background, Notices notices, Texts texts, OccupiedViewModel.Door door) {
    this.background = background;
    this.texts = texts;
    this.door = door;
    notices.newestProperty().subscribe((before, now) -> told(now));
  }

  private void told(Notice notice) {
    say(notice == null ? "" : notice.sentence());
  }

  /** Says what went wrong, in English; empty: nothing did. */
  void say(String sentence) {
    error.set(texts.sentence(sentence));
  }

  /** Looks whether a folder is one for a workspace and opens it. */
  void choose(Path folder) {
    say("");
    var unused =
        background.read(
            texts.of("settings.job.look"),
            control -> {
              WorkspaceService.checkWorkspace(folder);
              return folder;
            },
            door::open);
  }

  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
