package io.aisle.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.workspace.DefaultWorkspace;
import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.VaultConversion;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card of the encryption. */
class EncryptionViewModelTest {
  private static final String PASSPHRASE = "the words that hold";

  @TempDir Path folder;
  private final Notices notices = new Notices(Runnable::run);
  private final AtomicReference<Reopen> asked = new AtomicReference<>();

  private EncryptionViewModel model(Database database) {
    WorkspaceService service =
        new WorkspaceService(
            new WorkspaceLayout(folder),
            database,
            new DefaultWorkspace(folder.resolve("system")),
            run -> false,
            "test",
            InstantSource.system());
    service.reopenedBy(asked::set);
    return new EncryptionViewModel(
        service,
        new Background(new CallerJobRunner(), Runnable::run, notices),
        notices,
        new Texts(Locale.ENGLISH));
  }

  @Test
  void aNewPassphraseIsTypedTwiceAndNotTooShort() {
    try (Database database = Database.open(folder.resolve("store"))) {
      EncryptionViewModel model = model(database);
      assertThat(model.encrypted()).isFalse();
      type(model, "short", "short");
      assertThat(model.hintProperty().get()).contains("at least 8");
      assertThat(model.agreedProperty().get()).isFalse();
      type(model, "eightlet", "");
      assertThat(model.hintProperty().get()).contains("several words");
      type(model, PASSPHRASE, PASSPHRASE + "s");
      assertThat(model.hintProperty().get()).contains("not the same");
      assertThat(model.agreedProperty().get()).isFalse();
      type(model, PASSPHRASE, PASSPHRASE);
      assertThat(model.hintProperty().get()).isEmpty();
      assertThat(model.agreedProperty().get()).isTrue();
      model.encrypt();
      assertThat(asked.get())
          .isInstanceOfSatisfying(
              Reopen.Converted.class,
              to -> {
                assertThat(to.seal()).isTrue();
                assertThat(new String(to.passphrase())).isEqualTo(PASSPHRASE);
              });
      assertThat(model.freshProperty().get() + model.againProperty().get()).isEmpty();
    }
  }

  private static void type(EncryptionViewModel model, String fresh, String again) {
    model.freshProperty().set(fresh);
    model.againProperty().set(again);
  }

  @Test
  void anEncryptedOneIsDecryptedOrChangedWithItsPassphraseOnly() {
    Database.open(folder.resolve("store")).close();
    new VaultConversion(folder, new TestControl()).encrypt(PASSPHRASE.toCharArray());
    Path seen = Vault.path(folder, each -> PASSPHRASE.toCharArray());
    try (Database database = Database.open(new WorkspaceLayout(seen).store())) {
      EncryptionViewModel model = model(database);
      assertThat(model.encrypted()).isTrue();
      model.oldProperty().set("other words");
      model.checkDecrypt(() -> asked.set(new Reopen.Other(folder)));
      assertThat(asked.get()).isNull();
      assertThat(notices.newestProperty().get().sentence()).contains("not the passphrase");
      model.oldProperty().set(PASSPHRASE);
      type(model, "words of next year", "words of next year");
      model.change();
      assertThat(notices.newestProperty().get().sentence()).contains("another passphrase");
      model.oldProperty().set("words of next year");
      model.checkDecrypt(model::decrypt);
      assertThat(asked.get())
          .isInstanceOfSatisfying(Reopen.Converted.class, to -> assertThat(to.seal()).isFalse());
    } finally {
      Vault.forget(folder);
    }
  }
}
