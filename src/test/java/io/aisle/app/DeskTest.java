package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.workspace.DefaultWorkspace;
import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.VaultConversion;
import io.aisle.store.Database;
import io.aisle.testkit.DamagedStore;
import io.aisle.testkit.TestControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program goes from one workspace to the next, and says why where it cannot. */
@Timeout(120)
class DeskTest {
  private static final Duration LONG = Duration.ofSeconds(40);

  @TempDir Path folder;
  private final AtomicReference<Stage> window = new AtomicReference<>();
  private Desk desk;

  @BeforeEach
  void toolkit() throws Exception {
    System.setProperty("aisle.data", folder.resolve("system").toString());
    var unused = FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void leave() {
    System.clearProperty("aisle.data");
    fx(
        () -> {
          try {
            desk.close();
          } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("in use");
          }
          List.copyOf(Window.getWindows()).forEach(Window::hide);
          return null;
        });
  }

  private void start(Path workspace) {
    AppPaths paths = new AppPaths(workspace, Path.of(""));
    Attempt attempt = Attempt.at(paths);
    fx(
        () -> {
          desk = new Desk(paths, (opened, stage) -> window.set(stage));
          desk.show(attempt, new Stage());
          return null;
        });
  }

  private static <T> T fx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(LONG.toSeconds(), TimeUnit.SECONDS, () -> fx(condition));
  }

  /** A node of the page that stands where no workspace is open; null when it is not there. */
  private static <T extends Node> T onPage(String id, Class<T> type) {
    return Window.getWindows().stream()
        .map(each -> each.getScene().lookup("#" + id))
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }

  private static boolean focused(String id) {
    return onPage(id, Button.class) instanceof Button button && button.isFocused();
  }

  private Path open() {
    return desk.workspace().map(AppPaths::workspace).orElse(null);
  }

  private void reopen(Reopen what) {
    fx(
        () -> {
          desk.reopen(what);
          return null;
        });
  }

  @Test
  void anotherWorkspaceIsOpenedInPlaceOfTheFirst() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    start(first);
    await(() -> window.get() != null && first.equals(open()));
    reopen(new Reopen.Other(second));
    await(() -> second.equals(open()) && window.get().isShowing());
    assertThat(fx(() -> onPage("doorTitle", Label.class))).isNull();
    Database.open(first.resolve("store")).close(); // nobody holds it any more
  }

  @Test
  void aMovedWorkspaceIsOpenAtItsNewPlaceAndRememberedThere() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    start(first);
    Files.createDirectories(first.resolve("runs/r"));
    Files.writeString(first.resolve("runs/r/request.json"), "{}");
    reopen(new Reopen.Moved(second));
    await(() -> second.equals(open()));
    assertThat(second.resolve("runs/r/request.json")).hasContent("{}");
    assertThat(first.resolve("runs/r/request.json")).hasContent("{}");
    DefaultWorkspace remembered = new DefaultWorkspace(folder.resolve("system"));
    assertThat(remembered.workspace()).contains(second);
    assertThat(remembered.previous()).contains(first);
  }

  @Test
  void whereItCannotBeMovedTheOldOneIsOpenedAgain() throws Exception {
    Path first = folder.resolve("first");
    start(first);
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("letter.txt"), "mine");
    reopen(new Reopen.Moved(full));
    await(
        () ->
            onPage("doorSentence", Label.class) != null
                && onPage("doorSentence", Label.class).getText().contains("is not empty"));
    assertThat(new DefaultWorkspace(folder.resolve("system")).workspace()).isEmpty();
    press("doorRetry");
    await(() -> first.equals(open()) && window.get().isShowing());
    assertThat(full).isDirectoryContaining("glob:**/letter.txt");
  }

  private static void press(String id) {
    fx(
        () -> {
          onPage(id, Button.class).fire();
          return null;
        });
  }

  @Test
  void aWorkspaceThatIsInUseIsSaidWithItsProcess() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    String process = Long.toString(ProcessHandle.current().pid());
    try (Database held = Database.open(first.resolve("store"))) {
      start(first);
      Label sentence = fx(() -> onPage("doorSentence", Label.class));
      assertThat(sentence.getText()).contains(process, first.toString());
      assertThat(fx(() -> onPage("doorRestore", Button.class).isVisible())).isFalse();
      assertThat(window.get()).isNull();
      assertThat(held).isNotNull();
    }
    press("doorRetry");
    await(() -> first.equals(open()));
    assertThat(fx(() -> onPage("doorTitle", Label.class))).isNull();
  }

  @Test
  void aDamagedStoreOffersABackup() throws Exception {
    Path first = folder.resolve("first");
    Database.open(first.resolve("store")).close();
    byte[] bytes = Files.readAllBytes(first.resolve("store/aisle.mv.db"));
    Arrays.fill(bytes, (byte) 7);
    Files.write(first.resolve("store/aisle.mv.db"), bytes);
    start(first);
    assertThat(fx(() -> onPage("doorRestore", Button.class).isVisible())).isTrue();
    fx(
        () -> {
          desk.open(folder.resolve("other")); // as the user would choose
          return null;
        });
    await(() -> folder.resolve("other").equals(open()));
    assertThat(new DefaultWorkspace(folder.resolve("system")).workspace())
        .contains(folder.resolve("other"));
  }

  @Test
  void aDamagedStoreIsRepairedAndOpened() throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    DamagedStore.write(first);
    DamagedStore.zero(DamagedStore.file(first), 0, 2);
    start(first);
    await(() -> focused("doorRepair"));
    press("doorRepair");
    await(() -> focused("doorOpen")); // so that Enter goes on
    assertThat(fx(() -> onPage("doorSentence", Label.class)).getText())
        .contains("3 of 3 data set versions are whole");
    press("doorOpen");
    await(() -> first.equals(open()) && window.get().isShowing());
    assertThat(first.resolve("store")).isDirectoryContaining("glob:**/damaged-*.mv.db");
  }

  @Test
  void aDamagedEncryptedStoreIsRepairedBehindItsPassphrase() throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    DamagedStore.write(first);
    new VaultConversion(first, new TestControl()).encrypt("four words at least".toCharArray());
    DamagedStore.zero(DamagedStore.file(first), 1, 2); // behind the block of the key
    start(first);
    type("four words at least");
    await(() -> focused("doorRepair"));
    press("doorRepair");
    await(() -> focused("doorOpen"));
    assertThat(fx(() -> onPage("doorSentence", Label.class)).getText())
        .contains("3 of 3 data set versions are whole");
    press("doorOpen"); // the key is known still
    await(() -> window.get() != null && window.get().isShowing());
  }

  @Test
  void aWorkspaceIsEncryptedAskedForItsPassphraseAndDecrypted() throws Exception {
    Path first = folder.resolve("first");
    start(first);
    reopen(new Reopen.Converted(first, true, "four words at least".toCharArray()));
    await(() -> window.get().isShowing() && Vault.root(open()).isPresent());
    assertThat(first.resolve("workspace.key")).exists();
    fx(
        () -> {
          desk.close();
          return null;
        });
    Vault.forget(first);
    window.set(null);
    start(first);
    assertThat(fx(() -> onPage("lockedSentence", Label.class)).getText()).contains("first");
    type("not this one");
    await(
        () ->
            onPage("lockedError", Label.class) != null
                && onPage("lockedError", Label.class).getText().contains("not the passphrase"));
    assertThat(window.get()).isNull();
    type("four words at least");
    await(() -> window.get() != null && window.get().isShowing());
    reopen(new Reopen.Converted(first, false, "four words at least".toCharArray()));
    await(() -> window.get().isShowing() && first.equals(open()));
    assertThat(first.resolve("workspace.key")).doesNotExist();
  }

  private static void type(String passphrase) throws Exception {
    await(() -> onPage("lockedPassphrase", PasswordField.class) != null);
    fx(
        () -> {
          onPage("lockedPassphrase", PasswordField.class).setText(passphrase);
          onPage("lockedOpen", Button.class).fire();
          return null;
        });
  }
}
