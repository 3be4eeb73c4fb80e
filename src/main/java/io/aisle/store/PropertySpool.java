package io.aisle.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of properties of items on their way into a version: a file in which the rows of some
 * thousand items each lie together, so that these can be put in order without all others. The file
 * goes when it is closed. Confined to one thread.
 */
public final class PropertySpool implements AutoCloseable {
  /** Items of a block, as a power of 2. */
  private static final int BLOCK = 12;

  private static final int BUFFER = 1 << 15;
  private static final int HEAD = 3 * Integer.BYTES + Long.BYTES;

  private final Path snapshot;
  private final FileChannel file;
  private final List<Block> blocks = new ArrayList<>();
  private long written;

  /**
   * @param snapshot the file lies beside it; its folder is made
   */
  public PropertySpool(Path snapshot) {
    this.snapshot = snapshot;
    try {
      Files.createDirectories(snapshot.getParent());
      file =
          FileChannel.open(
              file(snapshot),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw SnapshotBuilder.failure(snapshot, e);
    }
  }

  private static Path file(Path snapshot) {
    return snapshot.resolveSibling(snapshot.getFileName() + ".properties");
  }

  /** The rows of some items: those that wait, and where in the file the others lie. */
  private static final class Block {
    private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
    private final List<Piece> pieces = new ArrayList<>();
  }

  private record Piece(long at, int length) {}

  /** Takes rows in the order in which they were put. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param millis as it was put
     */
    void value(int item, int property, long millis, String value);
  }

  /**
   * The next row.
   *
   * @param item number of the item, from 0
   * @param property number of the property
   */
  public void add(int item, int property, long millis, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    int number = item >> BLOCK;
    while (blocks.size() <= number) {
      blocks.add(null);
    }
    Block block = blocks.get(number);
    if (block == null) {
      block = new Block();
      blocks.set(number, block);
    }
    if (block.waiting.remaining() < HEAD + text.length) {
      flush(block);
    }
    boolean large = HEAD + text.length > BUFFER;
    ByteBuffer row = large ? ByteBuffer.allocate(HEAD + text.length) : block.waiting;
    row.putInt(item).putInt(property).putLong(millis).putInt(text.length).put(text);
    if (large) {
      block.pieces.add(write(row.flip()));
    }
  }

  private void flush(Block block) {
    if (block.waiting.position() > 0) {
      block.pieces.add(write(block.waiting.flip()));
      block.waiting.clear();
    }
  }

  private Piece write(ByteBuffer bytes) {
    Piece piece = new Piece(written, bytes.remaining());
    try {
      while (bytes.hasRemaining()) {
        written += file.write(bytes, written);
      }
      return piece;
    } catch (IOException e) {
      throw SnapshotBuilder.failure(snapshot, e);
    }
  }

  /** How many blocks there are, each with the rows of items that no other has. */
  public int blocks() {
    return blocks.size();
  }

  /** All rows of a block, in the order in which they were put. */
  public void read(int number, Visitor visitor) {
    Block block = blocks.get(number);
    if (block == null) {
      return;
    }
    for (Piece piece : block.pieces) {
      rows(piece(piece), visitor);
    }
    rows(block.waiting.duplicate().flip(), visitor);
  }

  private ByteBuffer piece(Piece piece) {
    ByteBuffer bytes = ByteBuffer.allocate(piece.length());
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, piece.at() + bytes.position()) < 0) {
          throw new IOException("the file ends too early");
        }
      }
      return bytes.flip();
    } catch (IOException e) {
      throw SnapshotBuilder.failure(snapshot, e);
    }
  }

  private static void rows(ByteBuffer bytes, Visitor visitor) {
    while (bytes.hasRemaining()) {
      int item = bytes.getInt();
      int property = bytes.getInt();
      long millis = bytes.getLong();
      int length = bytes.getInt();
      String value = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
      bytes.position(bytes.position() + length);
      visitor.value(item, property, millis, value);
    }
  }

  /** Removes the file. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw SnapshotBuilder.failure(snapshot, e);
    } finally {
      remove(snapshot);
    }
  }

  /** Removes the file that a crash has left beside a snapshot. */
  public static void remove(Path snapshot) {
    try {
      Files.deleteIfExists(file(snapshot));
    } catch (IOException e) {
      throw SnapshotBuilder.failure(snapshot, e);
    }
  }
}
