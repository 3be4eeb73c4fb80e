package io.aisle.ui.settings;

import io.aisle.core.workspace.WorkspaceService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The page that asks for the passphrase of an encrypted workspace. FX thread only. */
public final class LockedViewModel {
  private final Texts texts;
  private final Background background;
  private final OccupiedViewModel.Door door;
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  public LockedViewModel(
      Texts texts, Background background, Notices notices, OccupiedViewModel.Door door) {
    this.texts = texts;
    this.background = background;
    this.door = door;
    notices.newestProperty().subscribe((before, now) -> told(now));
  }

  private void told(Notice notice) {
    error.set(notice == null ? "" : texts.sentence(notice.sentence()));
  }

  /**
   * Asks.
   *
   * @param problem why the last passphrase did not open it, in English; empty: none was tried
   */
  public void show(Path folder, String problem) {
    passphrase.set("");
    sentence.set(texts.of("settings.locked.sentence", folder));
    error.set(texts.sentence(problem));
  }

  /** Tries what was typed; nothing was: nothing. */
  public void unlock() {
    if (!passphrase.get().isEmpty()) {
      char[] typed = passphrase.get().toCharArray();
      passphrase.set("");
      error.set("");
      door.unlock(typed);
    }
  }

  /** Opens another workspace, or makes one. */
  public void choose(Path folder) {
    error.set("");
    var unused =
        background.read(
            texts.of("settings.job.look"),
            control -> {
              WorkspaceService.checkWorkspace(folder);
              return folder;
            },
            door::open);
  }

  public void leave() {
    door.leave();
  }

  /** What is typed. */
  public StringProperty passphraseProperty() {
    return passphrase;
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Why what was tried last did not work; empty when it did. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
