package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.core.training.RunLock;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.StoreEncryption;
import io.aisle.store.WorkspaceLock;
import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import io.aisle.store.sealed.WorkspaceKey;
import io.aisle.store.sealed.WorkspaceKey.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Encrypts or decrypts a workspace that is not open, in place. Each file is written anew beside the
 * old one and takes its place at once; which form a file has is seen in the file. So it can be cut
 * off at any moment and gone on with; {@code workspace.key} is there before the first file is
 * encrypted and until the last is decrypted. Confined to one thread.
 */
public final class VaultConversion {
  private static final String DRAFT = ".converting";

  /** Room that is left free. */
  private static final long SPARE = 64L << 20;

  private final Path named;
  private final Path root;
  private final WorkspaceLayout layout;
  private final JobControl control;

  /**
   * @param folder of the workspace
   */
  public VaultConversion(Path folder, JobControl control) {
    this.named = Sealed.raw(folder).toAbsolutePath().normalize();
    this.root = real(named);
    this.layout = new WorkspaceLayout(root);
    this.control = control;
  }

  /** The workspace may be known under the name of a link to it. */
  private static Path real(Path folder) {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder;
    } catch (IOException e) {
      throw Trees.failure(folder, "read", e);
    }
  }

  /**
   * Encrypts all of it, or what is not encrypted yet.
   *
   * @param passphrase a new one, or that of the workspace when this was begun before
   * @throws InputException when the passphrase is wrong or too short, or the disk too full
   * @throws OperationException when the workspace is in use, or a file cannot be written
   */
  public void encrypt(char[] passphrase) {
    if (!WorkspaceService.holdsStore(root)) {
      throw new InputException("%s is no workspace; name one with --workspace.".formatted(root));
    }
    boolean begun = Vault.isEncrypted(root);
    DataKey key = begun ? WorkspaceKey.read(root).unlock(passphrase, root) : DataKey.random();
    if (!begun) {
      Vault.requireStrong(passphrase);
    }
    try (WorkspaceLock _ = WorkspaceLock.acquire(layout.store())) {
      requireNobody();
      WorkspaceKey file =
          begun ? WorkspaceKey.read(root) : WorkspaceKey.of(key, passphrase, State.SEALING);
      convert(file.in(State.SEALING), key, true);
      file.in(State.SEALED).write(root);
    }
  }

  /**
   * Decrypts all of it, or what is encrypted still.
   *
   * @throws InputException when the passphrase is wrong, or the disk too full
   * @throws OperationException when the workspace is in use, or a file cannot be written
   */
  public void decrypt(char[] passphrase) {
    WorkspaceKey file = Vault.requireKey(root);
    DataKey key = file.unlock(passphrase, root);
    try (WorkspaceLock _ = WorkspaceLock.acquire(layout.store())) {
      requireNobody();
      convert(file.in(State.OPENING), key, false);
      Files.delete(WorkspaceKey.file(root));
    } catch (IOException e) {
      throw Trees.failure(WorkspaceKey.file(root), "deleted", e);
    }
  }

  /** Goes on with what was cut off; whether there was anything. */
  public boolean finish(char[] passphrase) {
    State state = Vault.requireKey(root).state();
    switch (state) {
      case SEALING -> encrypt(passphrase);
      case OPENING -> decrypt(passphrase);
      case SEALED -> {
        return false;
      }
    }
    return true;
  }

  /** No run may be under way: its files are written while this would exchange them. */
  private void requireNobody() {
    List<Path> folders =
        Trees.files(layout.runs()).stream()
            .filter(RunLock::isLockFile)
            .map(Path::getParent)
            .toList();
    folders.forEach(folder -> RunLock.take(folder).close());
  }

  private void convert(WorkspaceKey file, DataKey key, boolean seal) {
    Vault.forget(named);
    Vault.forget(root);
    try (SealedFileSystem files = Sealed.mount(root, () -> key)) {
      Path folder = files.folder();
      removeDrafts();
      requireNoLinks(folder);
      List<Path> all =
          Trees.files(root).stream().filter(each -> Sealed.isSealed(folder.resolve(each))).toList();
      requireRoom(all);
      file.write(root);
      CopyProgress progress =
          new CopyProgress(
              control,
              seal ? "encrypting" : "decrypting",
              Trees.total(all) + Trees.size(layout.storeFile()));
      for (Path each : all) {
        if (Sealed.isEncrypted(each) != seal) {
          convert(each, folder.resolve(each), seal);
        }
        progress.bytes(Trees.size(each));
      }
      StoreEncryption.bring(new WorkspaceLayout(folder).store(), seal);
      progress.bytes(Trees.size(layout.storeFile()));
    } catch (IOException e) {
      throw Trees.failure(root, "written", e);
    }
  }

  /**
   * @param raw the file as it is on the disk
   * @param plain the same, decrypted
   */
  private static void convert(Path raw, Path plain, boolean seal) throws IOException {
    Path from = seal ? raw : plain;
    Path draft = (seal ? plain : raw).resolveSibling(raw.getFileName() + DRAFT);
    try (InputStream in = Files.newInputStream(from);
        FileChannel channel =
            FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      String unused = Trees.pump(in, out, count -> {});
      channel.force(true);
    }
    Files.setLastModifiedTime(draft, Files.getLastModifiedTime(raw)); // lists go by it
    Files.move(Sealed.raw(draft), raw, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a link leads to lies elsewhere and would stay as it is. */
  private void requireNoLinks(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isSymbolicLink)
          .filter(each -> Sealed.isSealed(folder.resolve(each)))
          .findFirst()
          .ifPresent(
              link -> {
                throw new InputException(
                    "%s is a link to another place, which would not be encrypted: put the folder itself there."
                        .formatted(link));
              });
    }
  }

  private void removeDrafts() {
    Trees.files(root).stream()
        .filter(each -> each.getFileName().toString().endsWith(DRAFT))
        .forEach(Trees::delete);
  }

  private void requireRoom(List<Path> files) throws IOException {
    long largest = files.stream().mapToLong(Trees::size).max().orElse(0);
    long needed = Math.max(largest, Trees.size(layout.storeFile())) * 11 / 10 + SPARE;
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < needed) {
      throw new InputException(
          "%s has %,d MB free and %,d MB are needed; make room on its disk."
              .formatted(root, free >> 20, needed >> 20));
    }
  }
}
