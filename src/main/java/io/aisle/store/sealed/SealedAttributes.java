package io.aisle.store.sealed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Attributes of an encrypted file: the system's, with the size of the plain one, which is looked at
 * only when it is asked for.
 *
 * @param found of the system
 * @param path of the encrypted workspace
 */
record SealedAttributes(BasicFileAttributes found, Path path) implements BasicFileAttributes {
  @Override
  public long size() {
    return size(path, found.size());
  }

  /** The size of the plain file; what it is on the disk, when it cannot be opened. */
  static long size(Path path, long onDisk) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return channel.size();
    } catch (IOException e) {
      return onDisk; // whoever reads it is told
    }
  }

  @Override
  public FileTime lastModifiedTime() {
    return found.lastModifiedTime();
  }

  @Override
  public FileTime lastAccessTime() {
    return found.lastAccessTime();
  }

  @Override
  public FileTime creationTime() {
    return found.creationTime();
  }

  @Override
  public boolean isRegularFile() {
    return found.isRegularFile();
  }

  @Override
  public boolean isDirectory() {
    return found.isDirectory();
  }

  @Override
  public boolean isSymbolicLink() {
    return found.isSymbolicLink();
  }

  @Override
  public boolean isOther() {
    return found.isOther();
  }

  @Override
  public Object fileKey() {
    return found.fileKey();
  }

  /**
   * The same as a view.
   *
   * @param system of the system
   */
  record View(BasicFileAttributeView system, Path path) implements BasicFileAttributeView {
    @Override
    public String name() {
      return system.name();
    }

    @Override
    public BasicFileAttributes readAttributes() throws IOException {
      BasicFileAttributes found = system.readAttributes();
      return found.isRegularFile() ? new SealedAttributes(found, path) : found;
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created)
        throws IOException {
      system.setTimes(modified, accessed, created);
    }
  }
}
