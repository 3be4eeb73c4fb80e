package io.aisle.ui.settings;

import io.aisle.ui.common.Background;
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
  private final OtherWorkspace other;
  private final OccupiedViewModel.Door door;
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");

  public LockedViewModel(
      Texts texts, Background background, Notices notices, OccupiedViewModel.Door door) {
    this.texts = texts;
    this.door = door;
    this.other = new OtherWorkspace(background, notices, texts, door);
  }

  /**
   * Asks.
   *
   * @param problem why the last passphrase did not open it, in English; empty: none was tried
   */
  public void show(Path folder, String problem) {
    passphrase.set("");
    sentence.set(texts.of("settings.locked.sentence", folder));
    other.say(problem);
  }

  /** Tries what was typed; nothing was: nothing. */
  public void unlock() {
    if (!passphrase.get().isEmpty()) {
      char[] typed = passphrase.get().toCharArray();
      passphrase.set("");
      other.say("");
      door.unlock(typed);
    }
  }

  /** Opens another workspace, or makes one. */
  public void choose(Path folder) {
    other.choose(folder);
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
    return other.errorProperty();
  }
}
