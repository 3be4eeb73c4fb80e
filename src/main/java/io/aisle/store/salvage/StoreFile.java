package io.aisle.store.salvage;

import io.aisle.store.sealed.Sealed;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/**
 * The bytes of a store as H2 has written them, decrypted where they are encrypted. The file is
 * opened for reading only. Confined to one thread.
 */
public final class StoreFile implements AutoCloseable {
  /** What the places of a file are counted in. */
  public static final int BLOCK = 4096;

  private static final byte[] ENCRYPTED = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

  private final FileChannel channel;
  private final long size;

  private StoreFile(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens a file. An encrypted one whose first block is lost, which belongs to the key, is like an
   * empty one.
   *
   * @param file of the store
   * @param password of an encrypted one, as {@code DataKey.storePassword} gives it
   */
  public static StoreFile open(Path file, Optional<char[]> password) throws IOException {
    FileChannel disk = FileChannel.open(Sealed.raw(file), StandardOpenOption.READ);
    boolean opened = false;
    try {
      StoreFile store =
          password.isPresent()
              ? decrypted(file, password.get(), disk)
              : new StoreFile(disk, disk.size());
      opened = true;
      return store;
    } finally {
      if (!opened) {
        disk.close();
      }
    }
  }

  private static StoreFile decrypted(Path file, char[] password, FileChannel disk)
      throws IOException {
    ByteBuffer head = ByteBuffer.allocate(ENCRYPTED.length);
    int read = disk.read(head, 0);
    if (disk.size() < BLOCK || read < ENCRYPTED.length || !Arrays.equals(head.array(), ENCRYPTED)) {
      return new StoreFile(disk, 0);
    }
    FileChannel plain =
        new FileEncrypt(file.toString(), FilePathEncrypt.getPasswordBytes(password), disk);
    return new StoreFile(plain, plain.size());
  }

  /** Bytes of what is decrypted. */
  public long size() {
    return size;
  }

  /** Up to that many bytes from a place on; fewer at the end of the file. */
  ByteBuffer read(long position, int length) throws IOException {
    int there = (int) Math.max(0, Math.min(length, size - position));
    ByteBuffer bytes = ByteBuffer.allocate(there);
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes, position + bytes.position());
      if (read < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
