package io.aisle.store.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/**
 * What the header of a store's file says of how it was closed. A file that lost its end since is
 * opened by the data base all the same, as it was at an earlier moment or with nothing in it, and
 * then written over; so whoever opens it looks here first. Confined to one thread.
 */
public final class ClosedFile {
  private static final int HEADERS = 2;
  private static final int FOOTER = 128;

  /** Places of chunks are told by pages that are in chunks; before the last the file is read. */
  private static final int ROUNDS = 4;

  private final StoreFile file;
  private final Map<String, String> header;

  private ClosedFile(StoreFile file, Map<String, String> header) {
    this.file = file;
    this.header = header;
  }

  /** The header; empty when none can be read, which the data base notices itself. */
  public static Optional<ClosedFile> of(StoreFile file) throws IOException {
    Map<String, String> newest = Map.of();
    for (int i = 0; i < HEADERS; i++) {
      Map<String, String> each = line(file.read((long) i * StoreFile.BLOCK, StoreFile.BLOCK));
      if (each.containsKey("H") && number(each, "version") >= number(newest, "version")) {
        newest = each;
      }
    }
    return newest.isEmpty() ? Optional.empty() : Optional.of(new ClosedFile(file, newest));
  }

  private static Map<String, String> line(ByteBuffer bytes) {
    try {
      return DataUtils.parseMap(text(bytes));
    } catch (MVStoreException e) {
      return Map.of();
    }
  }

  private static long number(Map<String, String> entries, String name) {
    try {
      return DataUtils.readHexLong(entries, name, 0);
    } catch (MVStoreException e) {
      return 0;
    }
  }

  /** Whether the store was closed in peace; otherwise the data base looks for its last moment. */
  public boolean closed() {
    return number(header, "clean") != 0;
  }

  /** Whether every chunk is there that the store had when it was closed. */
  public boolean whole() throws IOException {
    long block = number(header, "block");
    ByteBuffer first = file.read(block * StoreFile.BLOCK, StoreFile.BLOCK);
    Optional<Chunk> last = Chunk.of(text(first), block);
    if (last.isEmpty() || last.get().id() != number(header, "chunk")) {
      return false;
    }
    Optional<Map<String, String>> layout = layout(last.get());
    if (layout.isEmpty()) {
      return false;
    }
    for (Map.Entry<String, String> entry : layout.get().entrySet()) {
      if (entry.getKey().startsWith("chunk.") && !isThere(DataUtils.parseMap(entry.getValue()))) {
        return false;
      }
    }
    return true;
  }

  private static String text(ByteBuffer bytes) {
    String all = StandardCharsets.ISO_8859_1.decode(bytes).toString();
    return all.substring(0, Math.max(0, all.indexOf('\n'))).strip();
  }

  private Optional<Map<String, String>> layout(Chunk last) throws IOException {
    List<Chunk> known = new ArrayList<>(List.of(last));
    Map<String, String> layout = new HashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Losses losses =
          new Trees(file, known)
              .walk(last.root(), 0, StringDataType.INSTANCE, StringDataType.INSTANCE, layout::put);
      if (!losses.any()) {
        return Optional.of(layout);
      }
      layout.values().stream().flatMap(line -> Chunk.of(line, 0).stream()).forEach(known::add);
      if (round == ROUNDS - 1) {
        known.addAll(Chunk.scan(file));
      }
    }
    return Optional.empty();
  }

  /** Nothing is read of a chunk in which no page is in use. */
  private boolean isThere(Map<String, String> chunk) throws IOException {
    boolean used = !chunk.containsKey("livePages") || number(chunk, "livePages") > 0;
    long block = number(chunk, "block");
    long end = (block + number(chunk, "len")) * StoreFile.BLOCK;
    if (!used || block == 0) {
      return true;
    }
    String begin = "chunk:%x,".formatted(number(chunk, "chunk"));
    return end <= file.size()
        && beginsWith(begin, file.read(block * StoreFile.BLOCK, begin.length()))
        && beginsWith(begin, file.read(end - FOOTER, begin.length()));
  }

  private static boolean beginsWith(String begin, ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes).toString().equals(begin);
  }
}
