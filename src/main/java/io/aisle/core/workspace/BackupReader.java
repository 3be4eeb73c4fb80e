package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.core.workspace.BackupManifest.FileSum;
import io.aisle.domain.InputException;
import io.aisle.store.StoreBackup;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a backup: checks each file against the list, and fills a new folder. Not thread-safe. */
final class BackupReader implements AutoCloseable {
  private final Path file;
  private final ZipFile zip;
  private final BackupManifest manifest;

  /**
   * @throws InputException when the file is no backup
   */
  BackupReader(Path file) {
    this.file = file;
    try {
      this.zip = new ZipFile(Sealed.file(file));
    } catch (ZipException e) {
      throw new InputException(
          file + " is no zip file, or only the beginning of one; choose another.", e);
    } catch (IOException e) {
      throw Trees.failure(file, "read", e);
    }
    boolean read = false;
    try {
      this.manifest = manifest();
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
  }

  private BackupManifest manifest() {
    ZipEntry entry = zip.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw new InputException(
          "%s is no backup of Aisle: it has no %s; choose another."
              .formatted(file, BackupManifest.NAME));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return BackupManifest.of(in.readAllBytes(), file.toString());
    } catch (IOException e) {
      throw Trees.failure(file, "read", e);
    }
  }

  BackupSummary summary(Path place) {
    return new BackupSummary(place, manifest.versions(), manifest.runs(), 0, manifest.bytes());
  }

  long bytes() {
    return manifest.bytes();
  }

  /** What it says of itself; nobody has looked whether it is true, and who has written it. */
  KnownBackup known() {
    return new KnownBackup(
        Sealed.raw(file).toAbsolutePath().normalize(),
        manifest.time(),
        Trees.size(file),
        manifest.versions(),
        manifest.runs(),
        -1,
        false,
        false,
        false);
  }

  /**
   * Reads every file of the backup to its end and compares it with the list. The store is unpacked
   * meanwhile.
   *
   * @param trial a folder that is not there; gets the store as a workspace has it
   * @throws InputException naming the first that is not as it was written
   */
  void verify(WorkspaceLayout trial, JobControl control) throws IOException {
    Files.createDirectories(trial.store());
    String store = trial.nameOf(trial.storeFile());
    CopyProgress progress = new CopyProgress(control, "verifying", bytes());
    for (Map.Entry<String, FileSum> each : manifest.files().entrySet()) {
      try (OutputStream out =
          each.getKey().equals(store)
              ? Files.newOutputStream(trial.storeFile())
              : OutputStream.nullOutputStream()) {
        read(each.getKey(), each.getValue(), out, progress);
      }
    }
  }

  /** Writes every file below a folder that is being filled, and opens a plain store for reading. */
  void extract(WorkspaceLayout layout, JobControl control) throws IOException {
    CopyProgress progress = new CopyProgress(control, "restoring", bytes());
    for (Map.Entry<String, FileSum> each : manifest.files().entrySet()) {
      Path target = layout.folder().resolve(each.getKey()).normalize();
      if (layout.all().stream().noneMatch(target::startsWith)) {
        throw new InputException(
            "%s holds %s, which has no place in a workspace; it is not a backup that Aisle wrote."
                .formatted(file, each.getKey()));
      }
      Files.createDirectories(target.getParent());
      try (OutputStream out = Files.newOutputStream(target)) {
        read(each.getKey(), each.getValue(), out, progress);
      }
    }
    if (!Files.exists(layout.key())) {
      var unused = StoreBackup.check(layout.store());
    } // an encrypted one is opened by whoever has the passphrase; its bytes are those of the list
  }

  private void read(String name, FileSum expected, OutputStream out, CopyProgress progress)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    boolean same = false;
    if (entry != null) {
      try (InputStream in = zip.getInputStream(entry)) {
        same = Trees.pump(in, out, progress).equals(expected.sha256());
      } catch (ZipException e) {
        throw damaged(name, e);
      }
    }
    if (!same) {
      throw damaged(name, null);
    }
  }

  private InputException damaged(String name, ZipException cause) {
    return new InputException(
        "%s is damaged: %s in it is not as it was written; choose another backup."
            .formatted(file, name),
        cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw Trees.failure(file, "closed", e);
    }
  }
}
