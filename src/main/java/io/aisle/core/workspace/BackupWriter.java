package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.core.workspace.BackupManifest.FileSum;
import io.aisle.store.Database;
import io.aisle.store.StoreBackup;
import io.aisle.store.Versions;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workspace that is in use into one zip file: the store as H2 copies it, run folders on
 * which nobody works, and the settings. Snapshots, logs and native libraries are left out; they are
 * made again. Confined to one thread.
 */
final class BackupWriter {
  private final WorkspaceLayout layout;
  private final Database database;
  private final RunFolders runs;
  private final List<Path> files;
  private final JobControl control;
  private final Map<String, FileSum> written = new HashMap<>();
  private Map<Long, Long> held = Map.of();

  /**
   * @param busy whether a run folder is being worked on; such a one is left out
   */
  BackupWriter(
      WorkspaceLayout layout, Database database, Predicate<Path> busy, JobControl control) {
    this.layout = layout;
    this.database = database;
    this.control = control;
    this.runs = RunFolders.of(layout.runs(), busy);
    this.files = new ArrayList<>(runs.files());
    files.addAll(Trees.files(layout.pins()));
  }

  /** Events of the complete versions that must be in what was written, by their ids. */
  Map<Long, Long> held() {
    return held;
  }

  /** Bytes that are read; the file has fewer. */
  long bytes() {
    return Trees.total(files) + Trees.size(layout.storeFile());
  }

  /**
   * Writes the file; the caller sees to it that it replaces nothing and goes when this fails.
   *
   * @param store a file for the store's copy meanwhile
   */
  BackupSummary write(Path file, Path store, String program, Instant now) throws IOException {
    held = StoreBackup.write(database, store);
    CopyProgress progress = new CopyProgress(control, "backup", bytes());
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      store(store, zip, progress);
      for (Path each : files) {
        add(each, zip, progress);
      }
      for (Path each : layout.texts()) {
        if (Files.exists(each)) {
          add(each, zip, progress);
        }
      }
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              program,
              now.toString(),
              versions(),
              runs.kept().size(),
              written);
      zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
      zip.write(manifest.json());
      zip.closeEntry();
      return new BackupSummary(file, manifest.versions(), manifest.runs(), runs.busy().size(), 0);
    }
  }

  private int versions() {
    return new Versions(database).list().size();
  }

  /** The entry that H2 has written, under the name it has in a workspace. */
  private void store(Path copy, ZipOutputStream zip, CopyProgress progress) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(copy))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entry(layout.store().resolve(entry.getName()), in, zip, progress);
      }
    }
  }

  private void add(Path file, ZipOutputStream zip, CopyProgress progress) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      entry(file, in, zip, progress);
    }
  }

  private void entry(Path file, InputStream in, ZipOutputStream zip, CopyProgress progress)
      throws IOException {
    String name = layout.nameOf(file);
    zip.putNextEntry(new ZipEntry(name));
    Counted counted = new Counted(in);
    String sum = Trees.pump(counted, zip, progress);
    zip.closeEntry();
    written.put(name, new FileSum(counted.count, sum));
  }

  /** Counts what is read. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
