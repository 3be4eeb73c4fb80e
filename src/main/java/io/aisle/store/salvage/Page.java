package io.aisle.store.salvage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.type.DataType;

/**
 * A page of a B-tree as MVStore writes it (format 3): length, check value, number, map, number of
 * keys, kind; then, of a node, the places of its children and how many entries each has; then the
 * keys; then, of a leaf, the values. The check value is of the page's place and length alone.
 *
 * @param children places; empty for a leaf
 * @param counts entries under each child
 * @param keys of a leaf; empty for a node
 */
record Page<K, V>(List<Long> children, List<Long> counts, List<K> keys, List<V> values) {
  /**
   * @param bytes from the beginning of the page on
   * @param place of the page, as its parent has it
   * @param map that it must be of
   */
  static <K, V> Page<K, V> of(
      ByteBuffer bytes, long place, int map, DataType<K> keys, DataType<V> values) throws Damage {
    try {
      return read(bytes, place, map, keys, values);
    } catch (RuntimeException | OutOfMemoryError e) {
      Garbage.require(e);
      throw new Damage(e);
    }
  }

  private static <K, V> Page<K, V> read(
      ByteBuffer bytes, long place, int map, DataType<K> keyType, DataType<V> valueType)
      throws Damage {
    int length = bytes.getInt();
    int check =
        DataUtils.getCheckValue(DataUtils.getPageChunkId(place))
            ^ DataUtils.getCheckValue(DataUtils.getPageOffset(place))
            ^ DataUtils.getCheckValue(length);
    if (bytes.getShort() != (short) check) {
      throw new Damage("no page begins here");
    }
    int number = DataUtils.readVarInt(bytes);
    int of = DataUtils.readVarInt(bytes);
    int count = DataUtils.readVarInt(bytes);
    int kind = bytes.get();
    boolean leaf = (kind & DataUtils.PAGE_TYPE_NODE) == 0;
    if (number < 0
        || of != map
        || count < 0
        || count > length
        || leaf != DataUtils.isLeafPosition(place)
        || (kind & DataUtils.PAGE_COMPRESSED) != 0) {
      throw new Damage("a page of another kind");
    }
    List<Long> children = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    if (!leaf) {
      for (int i = 0; i <= count; i++) {
        children.add(bytes.getLong());
      }
      for (int i = 0; i <= count; i++) {
        counts.add(DataUtils.readVarLong(bytes));
      }
      return new Page<>(children, counts, List.of(), List.of());
    }
    return new Page<>(children, counts, all(bytes, keyType, count), all(bytes, valueType, count));
  }

  private static <T> List<T> all(ByteBuffer bytes, DataType<T> type, int count) {
    T[] read = type.createStorage(count);
    type.read(bytes, read, count);
    return List.of(read);
  }

  boolean leaf() {
    return children.isEmpty();
  }
}
