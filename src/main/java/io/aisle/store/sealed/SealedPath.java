package io.aisle.store.sealed;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A path of the system, seen through an encrypted workspace. It reads as the system's path does,
 * and takes such paths as arguments. Immutable.
 */
final class SealedPath implements Path {
  private final SealedFileSystem files;
  private final Path raw;

  SealedPath(SealedFileSystem files, Path raw) {
    this.files = files;
    this.raw = raw;
  }

  /** The system's path. */
  Path raw() {
    return raw;
  }

  static Path raw(Path any) {
    return any instanceof SealedPath sealed ? sealed.raw : any;
  }

  private Path with(Path other) {
    return other == null ? null : new SealedPath(files, other);
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return raw.isAbsolute();
  }

  @Override
  public Path getRoot() {
    return with(raw.getRoot());
  }

  @Override
  public Path getFileName() {
    return with(raw.getFileName());
  }

  @Override
  public Path getParent() {
    return with(raw.getParent());
  }

  @Override
  public int getNameCount() {
    return raw.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return with(raw.getName(index));
  }

  @Override
  public Path subpath(int begin, int end) {
    return with(raw.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return raw.startsWith(raw(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return raw.endsWith(raw(other));
  }

  @Override
  public Path normalize() {
    return with(raw.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return with(raw.resolve(raw(other)));
  }

  @Override
  public Path relativize(Path other) {
    return with(raw.relativize(raw(other)));
  }

  @Override
  public Path toAbsolutePath() {
    return with(raw.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return with(raw.toRealPath(options));
  }

  @Override
  public URI toUri() {
    return raw.toUri();
  }

  /**
   * @throws UnsupportedOperationException when whoever takes the file would see encrypted bytes
   */
  @Override
  public File toFile() {
    if (files.seals(raw)) {
      throw new UnsupportedOperationException(raw + " is encrypted");
    }
    return raw.toFile();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("an encrypted workspace is not watched");
  }

  @Override
  public int compareTo(Path other) {
    return raw.compareTo(raw(other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedPath that
        && that.raw.equals(raw)
        && that.files.root().equals(files.root());
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  @Override
  public String toString() {
    return raw.toString();
  }
}
