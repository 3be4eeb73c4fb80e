package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.WorkspaceLock;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies a workspace that is not open to a new folder and reads the copy back. The old one is only
 * read; whatever happens, it is as it was. Confined to one thread.
 */
public final class WorkspaceMove {
  private final WorkspaceLayout from;
  private final Path to;

  /** What decrypts the old one. */
  private final Optional<SealedFileSystem> sealed;

  public WorkspaceMove(Path from, Path to) {
    this.from = new WorkspaceLayout(Sealed.raw(from));
    this.sealed = Sealed.of(from);
    this.to = to.toAbsolutePath().normalize();
  }

  /**
   * Looks whether the new folder can become the workspace.
   *
   * @throws InputException when it holds something, is too small, or lies in the workspace
   */
  public void check() {
    if (this.to.startsWith(this.from.folder()) || this.from.folder().startsWith(this.to)) {
      throw new InputException(
          "%s and the workspace %s lie within one another; name a folder apart from it."
              .formatted(this.to, this.from.folder()));
    }
    NewFolder.check(this.to, Trees.total(files()));
  }

  /** What is moved: everything but logs, and native libraries, which are unpacked again. */
  private List<Path> files() {
    List<Path> files = new ArrayList<>(Trees.files(from.storeFile()));
    files.addAll(Trees.files(from.snapshots()));
    from.kept().forEach(each -> files.addAll(Trees.files(each)));
    return files;
  }

  /**
   * Copies, forces to disk, reads back and compares with what was read first; opens the store for
   * reading. When it fails or is cancelled nothing is left in the new folder.
   *
   * @throws OperationException when a file of the copy is not what it should be, or the old one is
   *     open
   */
  public void run(JobControl control) {
    check();
    Trees.createFolders(from.store());
    try (WorkspaceLock _ = WorkspaceLock.acquire(from.store())) {
      copy(control);
    }
  }

  private void copy(JobControl control) {
    List<Path> files = files();
    long bytes = Trees.total(files);
    NewFolder.fill(
        to,
        layout -> {
          CopyProgress copying = new CopyProgress(control, "copying", bytes);
          Map<Path, String> sums = new HashMap<>();
          for (Path file : files) {
            Path target = layout.folder().resolve(from.folder().relativize(file));
            sums.put(target, copy(file, target, copying));
          }
          CopyProgress verifying = new CopyProgress(control, "verifying", bytes);
          for (Map.Entry<Path, String> copied : sums.entrySet()) {
            verify(copied.getKey(), copied.getValue(), verifying);
          }
          if (Files.exists(layout.storeFile())) {
            var unused = StoreCopy.check(layout, sealed);
          }
        });
  }

  private static String copy(Path file, Path target, CopyProgress progress) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = Files.newInputStream(file);
        FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      String sum = Trees.pump(in, out, progress);
      channel.force(true);
      return sum;
    }
  }

  private static void verify(Path copy, String sum, CopyProgress progress) throws IOException {
    try (InputStream in = Files.newInputStream(copy)) {
      if (!Trees.pump(in, OutputStream.nullOutputStream(), progress).equals(sum)) {
        throw new OperationException(
            "%s was not copied as it was: the disk may be failing; nothing was switched, choose another one."
                .formatted(copy));
      }
    }
  }
}
