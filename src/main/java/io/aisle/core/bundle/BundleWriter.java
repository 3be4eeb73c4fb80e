package io.aisle.core.bundle;

import io.aisle.core.training.RunFolder;
import io.aisle.store.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one run as a bundle: the files, each read once, and the manifest after them. */
final class BundleWriter {
  private final RunFolder run;

  BundleWriter(RunFolder run) {
    this.run = run;
  }

  /** The stream is flushed and left open. */
  void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    List<BundleManifest.Part> parts = new ArrayList<>();
    for (Path file : files()) {
      parts.add(add(zip, file));
    }
    var record = run.record();
    zip.putNextEntry(new ZipEntry(BundleManifest.ENTRY));
    zip.write(
        new BundleManifest(BundleManifest.FORMAT, record.name(), record.protocolHash(), parts)
            .toJson());
    zip.closeEntry();
    zip.finish();
  }

  private BundleManifest.Part add(ZipOutputStream zip, Path file) throws IOException {
    String path = run.path().relativize(file).toString().replace('\\', '/');
    ZipEntry entry = new ZipEntry(BundleManifest.ROOT + path);
    entry.setLastModifiedTime(Files.getLastModifiedTime(file)); // lists of runs go by it
    zip.putNextEntry(entry);
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), Digests.sha256())) {
      long bytes = in.transferTo(zip);
      zip.closeEntry();
      String sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
      return new BundleManifest.Part(path, bytes, sha256);
    }
  }

  /** What belongs to the run: neither state of its training nor what somebody put beside it. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(run.path())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(run.checkpoint()))
          .filter(file -> isOfRun(run.path().relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isOfRun(Path relative) {
    String path = relative.toString().replace('\\', '/');
    return BundleManifest.isPlain(path) && !path.equals("lock") && !path.endsWith(".tmp");
  }
}
