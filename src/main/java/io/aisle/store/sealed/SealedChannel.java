package io.aisle.store.sealed;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel to the plain bytes of an encrypted file. Thread-safe: one operation at a time. */
final class SealedChannel extends FileChannel {
  /** Bytes that go through at once. */
  private static final int PIECE = 64 * SealedBlocks.PLAIN;

  private final FileChannel disk;
  private final SealedBlocks blocks;
  private final SealedOptions options;
  private long position;

  SealedChannel(FileChannel disk, SealedBlocks blocks, SealedOptions options) {
    this.disk = disk;
    this.blocks = blocks;
    this.options = options;
  }

  @Override
  public synchronized int read(ByteBuffer to) throws IOException {
    int read = read(to, position);
    position += Math.max(0, read);
    return read;
  }

  @Override
  public synchronized int read(ByteBuffer to, long from) throws IOException {
    requireReadable();
    if (from < 0) {
      throw new IllegalArgumentException("negative position");
    }
    if (!to.hasRemaining()) {
      return 0;
    }
    if (from + to.remaining() > blocks.length()) {
      blocks.look();
    }
    int read = blocks.read(to, from);
    return read == 0 ? -1 : read;
  }

  @Override
  public synchronized long read(ByteBuffer[] to, int offset, int length) throws IOException {
    long all = 0;
    for (int i = offset; i < offset + length; i++) {
      while (to[i].hasRemaining()) {
        int read = read(to[i]);
        if (read < 0) {
          return all == 0 ? -1 : all;
        }
        all += read;
      }
    }
    return all;
  }

  @Override
  public synchronized int write(ByteBuffer from) throws IOException {
    requireWritable();
    if (options.append()) {
      blocks.look();
      position = blocks.length();
    }
    int written = write(from, position);
    position += written;
    return written;
  }

  @Override
  public synchronized int write(ByteBuffer from, long to) throws IOException {
    requireWritable();
    if (to < 0) {
      throw new IllegalArgumentException("negative position");
    }
    int size = from.remaining();
    blocks.write(from, to);
    return size;
  }

  @Override
  public synchronized long write(ByteBuffer[] from, int offset, int length) throws IOException {
    long all = 0;
    for (int i = offset; i < offset + length; i++) {
      all += write(from[i]);
    }
    return all;
  }

  @Override
  public synchronized long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public synchronized FileChannel position(long to) throws IOException {
    requireOpen();
    if (to < 0) {
      throw new IllegalArgumentException("negative position");
    }
    position = to;
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    requireOpen();
    blocks.look();
    return blocks.length();
  }

  @Override
  public synchronized FileChannel truncate(long size) throws IOException {
    requireWritable();
    if (size < 0) {
      throw new IllegalArgumentException("negative size");
    }
    blocks.cut(size);
    position = Math.min(position, size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    disk.force(metaData);
  }

  @Override
  public synchronized long transferTo(long from, long count, WritableByteChannel target)
      throws IOException {
    requireReadable();
    long all = 0;
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(0, count)));
    while (all < count) {
      piece.clear().limit((int) Math.min(piece.capacity(), count - all));
      if (read(piece, from + all) < 0) {
        break;
      }
      piece.flip();
      int written = target.write(piece);
      all += written;
      if (piece.hasRemaining()) {
        break; // the target takes no more
      }
    }
    return all;
  }

  @Override
  public synchronized long transferFrom(ReadableByteChannel source, long to, long count)
      throws IOException {
    requireWritable();
    if (to > size()) {
      return 0;
    }
    long all = 0;
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(0, count)));
    while (all < count) {
      piece.clear().limit((int) Math.min(piece.capacity(), count - all));
      if (source.read(piece) <= 0) {
        break;
      }
      all += write(piece.flip(), to + all);
    }
    return all;
  }

  /** The bytes, decrypted into memory of the arena; not a map: later changes are not seen. */
  @Override
  public synchronized MemorySegment map(MapMode mode, long offset, long size, Arena arena)
      throws IOException {
    requireReadable();
    if (!MapMode.READ_ONLY.equals(mode)) {
      throw new UnsupportedOperationException("an encrypted file is mapped for reading only");
    }
    if (offset < 0 || size < 0 || offset + size > size()) {
      throw new IllegalArgumentException(offset + " + " + size + " of " + blocks.length());
    }
    MemorySegment memory = arena.allocate(size, SealedBlocks.PAGE);
    for (long at = 0; at < size; at += PIECE) {
      long part = Math.min(PIECE, size - at);
      int unused = blocks.read(memory.asSlice(at, part).asByteBuffer(), offset + at);
    }
    return memory.asReadOnly();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long offset, long size) {
    throw new UnsupportedOperationException("an encrypted file is mapped into an arena only");
  }

  @Override
  public FileLock lock(long from, long size, boolean shared) throws IOException {
    return disk.lock(from, size, shared);
  }

  @Override
  public FileLock tryLock(long from, long size, boolean shared) throws IOException {
    return disk.tryLock(from, size, shared);
  }

  private void requireOpen() throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  private void requireReadable() throws IOException {
    requireOpen();
    if (!options.read()) {
      throw new NonReadableChannelException();
    }
  }

  private void requireWritable() throws IOException {
    requireOpen();
    if (!options.write()) {
      throw new NonWritableChannelException();
    }
  }

  @Override
  protected void implCloseChannel() throws IOException {
    disk.close();
  }
}
