package io.aisle.store.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.type.DataType;

/** Walks the B-trees of a store's file around what is damaged. Confined to one thread. */
final class Trees {
  /** No tree of a store is as deep; pages that name each other end here. */
  private static final int DEEPEST = 24;

  /** Bytes of the shortest page. */
  private static final int SHORTEST = 8;

  private final StoreFile file;

  /** Where each chunk may be, the likeliest first: copies of moved ones stay for a while. */
  private final Map<Integer, Set<Long>> places = new HashMap<>();

  Trees(StoreFile file, List<Chunk> chunks) {
    this.file = file;
    chunks.stream().sorted(Comparator.comparingLong(Chunk::version).reversed()).forEach(this::add);
  }

  private void add(Chunk chunk) {
    boolean unused =
        places.computeIfAbsent(chunk.id(), id -> new LinkedHashSet<>()).add(chunk.block());
  }

  /** From now on chunks are first looked for where these say. */
  void prefer(List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      Set<Long> before = places.getOrDefault(chunk.id(), Set.of());
      Set<Long> now = new LinkedHashSet<>(List.of(chunk.block()));
      now.addAll(before);
      places.put(chunk.id(), now);
    }
  }

  /**
   * Gives every entry of a map that can be read, in the order of the keys.
   *
   * @param root 0 for an empty map
   */
  <K, V> Losses walk(
      long root, int map, DataType<K> keys, DataType<V> values, BiConsumer<K, V> visitor)
      throws IOException {
    Losses losses = new Losses();
    if (root != 0) {
      new Walk<>(map, keys, values, visitor, losses).at(root, -1, 0);
    }
    return losses;
  }

  /** One way through one map. */
  private final class Walk<K, V> {
    private final int map;
    private final DataType<K> keys;
    private final DataType<V> values;
    private final BiConsumer<K, V> visitor;
    private final Losses losses;
    private K last;

    Walk(int map, DataType<K> keys, DataType<V> values, BiConsumer<K, V> visitor, Losses losses) {
      this.map = map;
      this.keys = keys;
      this.values = values;
      this.visitor = visitor;
      this.losses = losses;
    }

    /**
     * @param expected entries that the parent says are here; -1: nobody says so
     */
    void at(long place, long expected, int depth) throws IOException {
      if (place == 0) {
        return; // a child that is empty
      }
      Page<K, V> page;
      try {
        page = page(place, map, keys, values);
        require(page, expected, depth);
      } catch (Damage e) {
        losses.page(expected);
        return;
      }
      for (int i = 0; i < page.children().size(); i++) {
        at(page.children().get(i), page.counts().get(i), depth + 1);
      }
      for (int i = 0; i < page.keys().size(); i++) {
        last = page.keys().get(i);
        visitor.accept(last, page.values().get(i));
      }
    }

    private void require(Page<K, V> page, long expected, int depth) throws Damage {
      long there =
          page.leaf()
              ? page.keys().size()
              : page.counts().stream().mapToLong(Long::longValue).sum();
      if (depth > DEEPEST || expected >= 0 && there != expected) {
        throw new Damage("a page that belongs elsewhere");
      }
      K before = last;
      for (K key : page.keys()) {
        if (before != null && keys.compare(before, key) >= 0) {
          throw new Damage("keys out of their order");
        }
        before = key;
      }
    }
  }

  private <K, V> Page<K, V> page(long place, int map, DataType<K> keys, DataType<V> values)
      throws IOException, Damage {
    Damage last = new Damage("its chunk is lost");
    int chunk = DataUtils.getPageChunkId(place);
    for (long block : new ArrayList<>(places.getOrDefault(chunk, Set.of()))) {
      try {
        return Page.of(bytes(block, place), place, map, keys, values);
      } catch (Damage e) {
        last = e;
      }
    }
    throw last;
  }

  private ByteBuffer bytes(long block, long place) throws IOException, Damage {
    long from = block * StoreFile.BLOCK + DataUtils.getPageOffset(place);
    int length = DataUtils.getPageMaxLength(place);
    if (length == DataUtils.PAGE_LARGE) {
      ByteBuffer head = file.read(from, Integer.BYTES);
      length = head.remaining() == Integer.BYTES ? head.getInt() : 0;
      if (length < 0 || length > file.size()) {
        throw new Damage("a length that is none");
      }
      length += Integer.BYTES; // the number of the page is not counted
    }
    ByteBuffer bytes = file.read(from, length);
    if (bytes.remaining() < SHORTEST) {
      throw new Damage("behind the end of the file");
    }
    return bytes;
  }
}
