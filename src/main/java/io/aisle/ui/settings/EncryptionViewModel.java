package io.aisle.ui.settings;

import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Whether the workspace is encrypted, and what is typed to change that. FX thread only. */
public final class EncryptionViewModel {
  /** Shorter ones are said to be weak. */
  private static final int GOOD = 14;

  private final WorkspaceService service;
  private final Notices notices;
  private final Texts texts;
  private final Path folder;
  private final boolean encrypted;
  private final Slot<Boolean> slot;
  private final StringProperty old = new SimpleStringProperty("");
  private final StringProperty fresh = new SimpleStringProperty("");
  private final StringProperty again = new SimpleStringProperty("");
  private final StringBinding hint = Bindings.createStringBinding(this::hint, fresh, again);
  private final BooleanBinding agreed =
      Bindings.createBooleanBinding(
          () -> fresh.get().length() >= Vault.SHORTEST && fresh.get().equals(again.get()),
          fresh,
          again);

  public EncryptionViewModel(
      WorkspaceService service, Background background, Notices notices, Texts texts) {
    this.service = service;
    this.notices = notices;
    this.texts = texts;
    this.folder = Vault.raw(service.layout().folder());
    this.encrypted = Vault.isEncrypted(folder);
    this.slot = background.slot(texts.of("settings.encryption.job"));
  }

  private String hint() {
    String word = fresh.get();
    if (word.isEmpty()) {
      return "";
    }
    if (word.length() < Vault.SHORTEST) {
      return texts.of("settings.encryption.short", Vault.SHORTEST);
    }
    if (!again.get().isEmpty() && !word.equals(again.get())) {
      return texts.of("settings.encryption.differ");
    }
    return word.length() < GOOD ? texts.of("settings.encryption.weak") : "";
  }

  public boolean encrypted() {
    return encrypted;
  }

  /** Whether the window can close the workspace for a conversion and open it again. */
  public boolean canConvert() {
    return service.canReopen();
  }

  /** Closes the workspace, encrypts it, and opens it again. */
  public void encrypt() {
    char[] passphrase = take(fresh);
    again.set("");
    service.reopen(new Reopen.Converted(folder, true, passphrase));
  }

  /**
   * Looks whether the passphrase is right.
   *
   * @param then asks the user and goes on with {@link #decrypt}
   */
  public void checkDecrypt(Runnable then) {
    char[] passphrase = old.get().toCharArray();
    slot.read(
        control -> {
          Vault.check(folder, passphrase);
          Vault.wipe(passphrase);
          return true;
        },
        right -> then.run());
  }

  /** Closes the workspace, decrypts it, and opens it again. */
  public void decrypt() {
    service.reopen(new Reopen.Converted(folder, false, take(old)));
  }

  /** Gives the workspace another passphrase. */
  public void change() {
    char[] before = take(old);
    char[] next = take(fresh);
    again.set("");
    slot.read(
        control -> {
          try {
            Vault.change(folder, before, next);
            return true;
          } finally {
            Vault.wipe(before);
            Vault.wipe(next);
          }
        },
        done -> notices.done(texts.of("settings.encryption.changed")));
  }

  private static char[] take(StringProperty typed) {
    char[] characters = typed.get().toCharArray();
    typed.set("");
    return characters;
  }

  /** The passphrase that holds. */
  public StringProperty oldProperty() {
    return old;
  }

  /** The one that is to be. */
  public StringProperty freshProperty() {
    return fresh;
  }

  /** The same again. */
  public StringProperty againProperty() {
    return again;
  }

  /** What is wrong or weak about the new one; empty when nothing is. */
  public StringBinding hintProperty() {
    return hint;
  }

  /** Whether the new one can be taken. */
  public BooleanBinding agreedProperty() {
    return agreed;
  }
}
