package io.aisle.core.sql;

import io.aisle.core.training.Disk;
import io.aisle.domain.data.TableHead;
import io.aisle.store.OpenQuery;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in a file that goes with this process, even when it is killed; in memory is only where each
 * block of rows begins. Filled by one thread, then read by any.
 */
final class Spool implements AutoCloseable {
  /** Rows between two places that are known. */
  private static final int BLOCK = 200;

  /** Bytes after which no more rows are taken. */
  private static final long LARGEST = 512L << 20;

  private final Path folder;
  private final List<TableHead> heads;
  private final FileChannel file;
  private final LongArrayList blocks = new LongArrayList();
  private int size;
  private long end;

  /**
   * @param folder made when it is not there
   */
  Spool(Path folder, List<TableHead> heads) throws IOException {
    this.folder = folder;
    this.heads = List.copyOf(heads);
    Files.createDirectories(folder);
    Path name = Files.createTempFile(folder, "rows", ".tmp");
    file =
        FileChannel.open(
            name,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Takes rows until there are none left, or enough.
   *
   * @return whether none was left
   */
  boolean fill(OpenQuery rows, int most) throws IOException {
    // the channel is closed with the spool
    @SuppressWarnings("resource")
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    SpoolCells cells = new SpoolCells(heads.size());
    long written = 0;
    boolean more = rows.next();
    while (more && size < most && written < LARGEST) {
      if (size % BLOCK == 0) {
        blocks.add(written);
      }
      written += cells.write(out, rows.row());
      size++;
      more = rows.next();
    }
    out.flush();
    end = written;
    return !more;
  }

  List<TableHead> heads() {
    return heads;
  }

  int size() {
    return size;
  }

  /** Some rows; none when the spool is closed. */
  List<Object[]> page(int from, int count) {
    int to = Math.min(size, from + count);
    if (from >= to || !file.isOpen()) {
      return List.of();
    }
    int first = from / BLOCK;
    int last = (to - 1) / BLOCK;
    long begin = blocks.getLong(first);
    long stop = last + 1 < blocks.size() ? blocks.getLong(last + 1) : end;
    try {
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(read(begin, (int) (stop - begin))));
      SpoolCells cells = new SpoolCells(heads.size());
      List<Object[]> rows = new ArrayList<>(to - from);
      for (int row = first * BLOCK; row < to; row++) {
        Object[] read = cells.read(in);
        if (row >= from) {
          rows.add(read);
        }
      }
      return rows;
    } catch (ClosedChannelException e) {
      return List.of(); // closed while a page was asked for: nobody looks at it any more
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    }
  }

  private byte[] read(long begin, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, begin + buffer.position()) < 0) {
        throw new EOFException("the rows end early");
      }
    }
    return buffer.array();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw Disk.failure(folder, "closed", e);
    }
  }
}
