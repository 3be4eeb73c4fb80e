package io.aisle.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.Database;
import io.aisle.store.Versions;
import io.aisle.store.WorkspaceLock;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever cuts a conversion off, it is gone on with and loses nothing. */
@Timeout(120)
class VaultConversionTest {
  private static final String PASSPHRASE = "a passphrase of the test";
  private static final int FILES = 60;

  @TempDir Path folder;
  private Path root;
  private Map<String, byte[]> before;

  @BeforeEach
  void furnish() throws IOException {
    root = folder.resolve("workspace");
    Database.open(root.resolve("store")).close();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = new byte[i % 7 == 0 ? i : random.nextInt(120_000)];
      random.nextBytes(bytes);
      Path file = root.resolve(i % 3 == 0 ? "f" + i : "runs/r%d/f%d".formatted(i % 4, i));
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_500_000_000_000L + 1000 * i));
    }
    before = contents(root);
  }

  @AfterEach
  void forget() {
    Vault.forget(root);
  }

  /** Names and bytes of everything but the store, as they are seen through a path. */
  private static Map<String, byte[]> contents(Path root) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.startsWith("store") && !name.equals("workspace.key")) {
          all.put(name + "@" + Files.getLastModifiedTime(file), Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  private void same(Path seen) throws IOException {
    Map<String, byte[]> now = contents(seen);
    assertThat(now.keySet()).isEqualTo(before.keySet());
    before.forEach((name, bytes) -> assertThat(now.get(name)).as(name).isEqualTo(bytes));
    try (Database store = Database.open(new WorkspaceLayout(seen).store())) {
      assertThat(new Versions(store).list()).isEmpty();
    }
  }

  private Path opened() {
    Vault.forget(root);
    Path seen = Vault.path(root, each -> PASSPHRASE.toCharArray());
    Vault.open(seen);
    return seen;
  }

  private VaultConversion conversion() {
    return new VaultConversion(root, new TestControl());
  }

  /** Cancels at a step. */
  private static TestControl stopping(int step) {
    AtomicInteger left = new AtomicInteger(step);
    return new TestControl(progress -> left.getAndDecrement() == 0);
  }

  @Test
  void whatIsCutOffAtAnyStepIsFinishedLater() throws IOException {
    int step = FILES / 2;
    VaultConversion cut = new VaultConversion(root, stopping(step));
    assertThatThrownBy(() -> cut.encrypt(PASSPHRASE.toCharArray()))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(this::opened)
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("half encrypted");
    assertThat(conversion().finish(PASSPHRASE.toCharArray())).isTrue();
    assertThat(conversion().finish(PASSPHRASE.toCharArray())).isFalse();
    same(opened());
    VaultConversion back = new VaultConversion(root, stopping(step));
    assertThatThrownBy(() -> back.decrypt(PASSPHRASE.toCharArray()))
        .isInstanceOf(CancelledException.class);
    assertThat(conversion().finish(PASSPHRASE.toCharArray())).isTrue();
    assertThat(root.resolve("workspace.key")).doesNotExist();
    same(root);
  }

  @Test
  void processesThatAreKilledLoseNothing() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(9);
    boolean sealed = false;
    int halves = 0;
    for (int kill = 0; kill < 3; kill++) {
      Process victim =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  ConversionVictim.class.getName(),
                  root.toString(),
                  PASSPHRASE,
                  sealed ? "open" : "seal")
              .redirectError(folder.resolve("victim.txt").toFile())
              .start();
      int begun = victim.getInputStream().read();
      assertThat(begun).as(Files.readString(folder.resolve("victim.txt"))).isEqualTo('b');
      boolean ended = victim.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
      victim.destroyForcibly().waitFor();
      if (Vault.isEncrypted(root) && conversion().finish(PASSPHRASE.toCharArray())) {
        halves++;
      }
      assertThat(ended).isFalse();
      sealed = Vault.isEncrypted(root);
      same(sealed ? opened() : root);
      Vault.forget(root);
    }
    assertThat(halves).isPositive(); // they were in the middle of it
  }

  @Test
  void aWrongPassphraseAndAWorkspaceInUseChangeNothing() throws IOException {
    assertThatThrownBy(() -> conversion().encrypt("short".toCharArray()))
        .isInstanceOf(InputException.class);
    try (WorkspaceLock held = WorkspaceLock.acquire(root.resolve("store"))) {
      assertThatThrownBy(() -> conversion().encrypt(PASSPHRASE.toCharArray()))
          .isInstanceOf(OperationException.class)
          .hasMessageContaining("in use");
      assertThat(held).isNotNull();
    }
    assertThat(root.resolve("workspace.key")).doesNotExist();
    same(root);
    Path link = Files.createSymbolicLink(root.resolve("runs/link"), folder);
    assertThatThrownBy(() -> conversion().encrypt(PASSPHRASE.toCharArray()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("link to another place");
    assertThat(root.resolve("workspace.key")).doesNotExist();
    Files.delete(link);
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), root);
    new VaultConversion(alias, new TestControl()).encrypt(PASSPHRASE.toCharArray());
    assertThat(Sealed.isEncrypted(root.resolve("f3"))).isTrue();
    assertThatThrownBy(() -> conversion().decrypt("another passphrase".toCharArray()))
        .isInstanceOf(InputException.class);
    same(opened());
  }

  @Test
  void aMovedWorkspaceKeepsItsKey() throws IOException {
    conversion().encrypt(PASSPHRASE.toCharArray());
    assertThat(Sealed.isEncrypted(root.resolve("f3"))).isTrue();
    Path copy = folder.resolve("copy");
    new WorkspaceMove(opened(), copy).run(new TestControl());
    try (SealedFileSystem files =
        Sealed.of(Vault.path(copy, each -> PASSPHRASE.toCharArray())).orElseThrow()) {
      assertThat(Files.readAllBytes(files.folder().resolve("runs/r1/f1")))
          .isEqualTo(Files.readAllBytes(opened().resolve("runs/r1/f1")));
    }
  }
}
