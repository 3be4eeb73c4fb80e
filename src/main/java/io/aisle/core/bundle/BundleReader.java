package io.aisle.core.bundle;

import io.aisle.store.Digests;
import io.aisle.store.sealed.Sealed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a bundle, which may come from anywhere and is trusted in nothing: names, sizes and contents
 * must be those of its manifest. Throws {@link BundleException} when they are not.
 */
final class BundleReader implements AutoCloseable {
  private final ZipFile zip;
  private final BundleManifest manifest;

  /**
   * @throws IOException when the file cannot be read
   */
  BundleReader(Path bundle) throws IOException {
    try {
      zip = new ZipFile(Sealed.file(bundle));
    } catch (ZipException e) {
      throw new BundleException("is no run bundle, or only a part of one; get it again", e);
    }
    try {
      manifest = BundleManifest.read(manifestBytes());
      checkNames();
    } catch (IOException | BundleException e) {
      zip.close();
      throw e;
    }
  }

  BundleManifest manifest() {
    return manifest;
  }

  private byte[] manifestBytes() throws IOException {
    ZipEntry entry = zip.getEntry(BundleManifest.ENTRY);
    if (entry == null) {
      throw new BundleException(
          "is no run bundle: it has no %s; write one with 'aisle bundle'"
              .formatted(BundleManifest.ENTRY));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(BundleManifest.LIMIT + 1);
      if (bytes.length > BundleManifest.LIMIT) {
        throw new BundleException("has a %s that is too large".formatted(BundleManifest.ENTRY));
      }
      return bytes;
    }
  }

  private void checkNames() {
    Set<String> named =
        manifest.files().stream()
            .map(part -> BundleManifest.ROOT + part.path())
            .collect(Collectors.toCollection(TreeSet::new));
    named.add(BundleManifest.ENTRY);
    Set<String> held =
        zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    if (!held.equals(named) || zip.size() != named.size()) {
      Set<String> odd = new TreeSet<>(held);
      odd.removeAll(named);
      named.removeAll(held);
      odd.addAll(named);
      throw new BundleException(
          "does not hold the files that its %s names%s; get it again"
              .formatted(
                  BundleManifest.ENTRY,
                  odd.isEmpty() ? "" : " (%s)".formatted(odd.iterator().next())));
    }
  }

  /** Unpacks every file of the run into a folder that is there and empty. */
  void extractTo(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (manifest.bytes() > free) {
      throw new BundleException(
          "needs %,d MB and there are %,d MB free beside %s; make room"
              .formatted(manifest.bytes() >> 20, free >> 20, folder));
    }
    for (BundleManifest.Part part : manifest.files()) {
      extract(part, folder.resolve(part.path()));
    }
  }

  private void extract(BundleManifest.Part part, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(BundleManifest.ROOT + part.path());
    Files.createDirectories(file.getParent());
    String found;
    try (InputStream in = zip.getInputStream(entry);
        DigestOutputStream out =
            new DigestOutputStream(Files.newOutputStream(file), Digests.sha256())) {
      copy(in, out, part);
      found = HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (ZipException | EOFException e) {
      throw new BundleException("is damaged at %s; get it again".formatted(part.path()), e);
    }
    if (!found.equalsIgnoreCase(part.sha256())) {
      throw new BundleException(
          "is damaged: %s is not what was bundled; get it again".formatted(part.path()));
    }
    if (entry.getLastModifiedTime() != null) {
      Files.setLastModifiedTime(file, entry.getLastModifiedTime());
    }
  }

  /** Never writes more than was declared, however much comes out of a few compressed bytes. */
  private static void copy(InputStream in, OutputStream out, BundleManifest.Part part)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = part.bytes();
    int read;
    while ((read = in.read(buffer)) >= 0) {
      left -= read;
      if (left < 0) {
        break;
      }
      out.write(buffer, 0, read);
    }
    if (left != 0) {
      throw new BundleException(
          "is damaged: %s has not the size that was bundled; get it again".formatted(part.path()));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
