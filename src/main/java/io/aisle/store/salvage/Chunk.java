package io.aisle.store.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * A piece of a store's file that was written at once, as the line at its beginning says: the pages
 * in it, together with those of older pieces, are the store as it was then.
 *
 * @param block where it begins, in blocks
 * @param version counts up with each piece
 * @param millis when it was written, since the file was made
 * @param root where the map of maps begins
 */
record Chunk(int id, long block, long version, long millis, long root) {
  private static final int BLOCKS_AT_ONCE = 1024;
  private static final byte[] BEGINNING = "chunk:".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_LINE = 1024;

  /** Every one that can be found, in the order of the file, those among them that are outdated. */
  static List<Chunk> scan(StoreFile file) throws IOException {
    List<Chunk> found = new ArrayList<>();
    int step = BLOCKS_AT_ONCE * StoreFile.BLOCK;
    for (long from = 0; from < file.size(); from += step) {
      ByteBuffer blocks = file.read(from, step);
      for (int at = 0; at + BEGINNING.length <= blocks.limit(); at += StoreFile.BLOCK) {
        of(blocks, at, (from + at) / StoreFile.BLOCK).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Chunk> of(ByteBuffer bytes, int at, long block) {
    for (int i = 0; i < BEGINNING.length; i++) {
      if (bytes.get(at + i) != BEGINNING[i]) {
        return Optional.empty();
      }
    }
    int end = at;
    int last = Math.min(bytes.limit(), at + LONGEST_LINE);
    while (end < last && bytes.get(end) != '\n') {
      end++;
    }
    byte[] line = new byte[end - at];
    bytes.get(at, line);
    return of(new String(line, StandardCharsets.ISO_8859_1).strip(), block);
  }

  /**
   * @param block where it is, when the line does not say so
   */
  static Optional<Chunk> of(String line, long block) {
    try {
      Map<String, String> entries = DataUtils.parseMap(line);
      long id = DataUtils.readHexLong(entries, "chunk", 0);
      long root = DataUtils.readHexLong(entries, "root", 0);
      if (id <= 0 || id > Integer.MAX_VALUE || root <= 0) {
        return Optional.empty();
      }
      return Optional.of(
          new Chunk(
              (int) id,
              DataUtils.readHexLong(entries, "block", block),
              DataUtils.readHexLong(entries, "version", id),
              DataUtils.readHexLong(entries, "time", 0),
              root));
    } catch (MVStoreException | NumberFormatException e) {
      return Optional.empty(); // the line is damaged: nobody can say what was here
    }
  }
}
