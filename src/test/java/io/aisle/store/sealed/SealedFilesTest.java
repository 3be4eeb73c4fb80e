package io.aisle.store.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Files} does with paths of an encrypted workspace, and with those outside of it. */
class SealedFilesTest {
  @TempDir private Path folder;
  private final DataKey key = DataKey.random();
  private SealedFileSystem files;
  private Path root;

  @BeforeEach
  void mount() throws IOException {
    Path workspace = Files.createDirectory(folder.resolve("workspace"));
    files = Sealed.mount(workspace, () -> key);
    root = files.folder();
  }

  @AfterEach
  void unmount() {
    files.close();
  }

  @Test
  void namesBecomePathsOfTheWorkspaceTheyLieIn() {
    Path run = Sealed.path(root.resolve("runs/one").toString());
    assertThat(Sealed.isSealed(run)).isTrue();
    assertThat(run).isEqualTo(root.resolve("runs").resolve("one")).hasToString(root + "/runs/one");
    Path elsewhere = Sealed.path(folder.resolve("elsewhere").toString());
    assertThat(elsewhere).isEqualTo(folder.resolve("elsewhere"));
    assertThat(Sealed.isSealed(elsewhere)).isFalse();
    assertThat(Sealed.isSealed(Sealed.path(folder.resolve("workspace-2")))).isFalse();
    assertThat(root.resolve(folder.resolve("workspace/x")).startsWith(root)).isTrue();
    assertThat(root.relativize(Sealed.raw(run))).hasToString("runs/one");
    files.close();
    assertThat(Sealed.isSealed(Sealed.path(Sealed.raw(run)))).isFalse();
  }

  @Test
  void whatLiesOutsideAndWhatHoldsNothingIsPlain() throws IOException {
    Path outside = Files.writeString(root.resolve("../outside.txt"), "plain");
    assertThat(Files.readString(folder.resolve("outside.txt"))).isEqualTo("plain");
    assertThat(outside.toFile()).exists();
    for (String name : new String[] {"store/x", "native/y", "runs/one/lock", "workspace.key"}) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "plain");
      assertThat(Files.readString(Sealed.raw(file))).isEqualTo("plain");
    }
  }

  @Test
  void filesCrossTheBorderByCopyAndMove() throws IOException {
    Path outside = folder.resolve("outside.txt");
    Path inside = root.resolve("inside.txt");
    Files.writeString(outside, "some text");
    Files.copy(outside, inside);
    assertThat(Files.readString(inside)).isEqualTo("some text");
    assertThat(Files.readAllBytes(Sealed.raw(inside))).hasSizeGreaterThan(4096);
    assertThatThrownBy(() -> Files.copy(outside, inside))
        .isInstanceOf(FileAlreadyExistsException.class);
    Path same = root.resolve(outside.toString());
    assertThatThrownBy(() -> Files.move(inside, same, StandardCopyOption.ATOMIC_MOVE))
        .isInstanceOf(AtomicMoveNotSupportedException.class);
    Files.move(inside, same, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Files.readString(outside)).isEqualTo("some text");
    assertThat(inside).doesNotExist();
    Files.move(outside, inside);
    Files.move(inside, root.resolve("there.txt"), StandardCopyOption.ATOMIC_MOVE);
    assertThat(Files.readString(root.resolve("there.txt"))).isEqualTo("some text");
    Files.copy(root.resolve("there.txt"), root.resolve("twice.txt"));
    assertThat(Files.mismatch(root.resolve("there.txt"), root.resolve("twice.txt"))).isEqualTo(-1);
    Files.copy(root.resolve("there.txt"), outside);
    assertThat(Files.readString(outside)).isEqualTo("some text");
  }

  @Test
  void foldersAreListedWithTheSizesOfThePlainFiles() throws IOException {
    Files.createDirectories(root.resolve("a/b"));
    Files.write(root.resolve("a/b/ten"), new byte[10]);
    Files.write(root.resolve("a/none"), new byte[0]);
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.map(path -> root.relativize(path).toString()))
          .containsExactlyInAnyOrder("", "a", "a/b", "a/b/ten", "a/none");
    }
    try (Stream<Path> found =
        Files.find(root, 9, (path, at) -> at.isRegularFile() && at.size() == 10)) {
      assertThat(found).containsExactly(root.resolve("a/b/ten"));
    }
    assertThat(Files.size(root.resolve("a/none"))).isZero();
    assertThat(Files.getAttribute(root.resolve("a/b/ten"), "size")).isEqualTo(10L);
    assertThat(Files.readAttributes(root.resolve("a"), BasicFileAttributes.class).isDirectory())
        .isTrue();
    assertThat(Files.createTempFile(root, "x", ".tmp")).exists().hasSize(0);
    assertThatThrownBy(() -> Files.readString(root.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> root.resolve("a/none").toFile())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Sealed.file(root.resolve("a/none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lies in an encrypted workspace");
    assertThat(Sealed.file(root.resolve("store/none"))).hasName("none");
  }

  @Test
  void filesGoFromOneWorkspaceToAnother() throws IOException {
    Path here = Files.writeString(root.resolve("file"), "some text");
    DataKey other = DataKey.random();
    Path second = Files.createDirectory(folder.resolve("second"));
    try (SealedFileSystem there = Sealed.mount(second, () -> other)) {
      Files.copy(here, there.folder().resolve("copy"));
      assertThat(Files.readString(there.folder().resolve("copy"))).isEqualTo("some text");
      Files.move(here, there.folder().resolve("moved"));
      assertThat(Files.readString(there.folder().resolve("moved"))).isEqualTo("some text");
      assertThat(here).doesNotExist();
      Path full = Files.createDirectory(root.resolve("full"));
      Files.writeString(full.resolve("file"), "text");
      assertThatThrownBy(() -> Files.move(full, there.folder().resolve("full")))
          .isInstanceOf(DirectoryNotEmptyException.class);
    }
  }

  @Test
  void nobodyIsAskedForTheKeyBeforeAFileIsOpened() throws IOException {
    Files.writeString(root.resolve("file"), "text");
    files.close();
    try (SealedFileSystem locked =
        Sealed.mount(
            Sealed.raw(root),
            () -> {
              throw new InputException("say the passphrase");
            })) {
      assertThat(locked.folder().resolve("file")).exists().isRegularFile();
      assertThat(locked.unlocked()).isFalse();
      assertThatThrownBy(() -> Files.readString(locked.folder().resolve("file")))
          .isInstanceOf(InputException.class)
          .hasMessage("say the passphrase");
    }
  }

  @Test
  void anotherKeyOpensNothing() throws IOException {
    Files.writeString(root.resolve("file"), "text");
    files.close();
    DataKey other = DataKey.random();
    try (SealedFileSystem wrong = Sealed.mount(Sealed.raw(root), () -> other)) {
      assertThatThrownBy(() -> Files.readString(wrong.folder().resolve("file")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("belongs to another workspace");
    }
  }

  @Test
  void theKeyIsWrappedUnderThePassphraseAndUnderNoOther() throws IOException {
    WorkspaceKey.of(key, "Königsweg 7".toCharArray(), WorkspaceKey.State.SEALED).write(folder);
    WorkspaceKey read = WorkspaceKey.read(folder);
    assertThat(read.state()).isEqualTo(WorkspaceKey.State.SEALED);
    assertThat(read.key().iterations()).isGreaterThanOrEqualTo(600_000);
    String decomposed = "Ko\u0308nigsweg 7";
    assertThat(read.unlock(decomposed.toCharArray(), folder).hex()).isEqualTo(key.hex());
    assertThatThrownBy(() -> read.unlock("konigsweg 7".toCharArray(), folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not the passphrase");
    assertThat(WorkspaceKey.around(folder.resolve("runs/x"))).isEmpty(); // it is no workspace
    Path unused = Files.createDirectory(folder.resolve("store"));
    assertThat(WorkspaceKey.around(folder.resolve("runs/x"))).contains(folder);
    assertThat(key.toString()).doesNotContain(key.hex());
  }
}
