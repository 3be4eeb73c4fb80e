package io.aisle.store.salvage;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.Database;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.db.RowDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/**
 * The tables of a store as they were when one of its chunks was written. Reads the file while it is
 * open. Confined to one thread.
 */
public final class StoreState implements Readable {
  private static final String MAP_OF_TABLE = "table.";
  private static final String CATALOGUE = "table.0";
  private static final int LAYOUT_MAP = 0;

  /** Number, head, kind and statement of each object; a kind of 0 is a table. */
  private static final int CATALOGUE_COLUMNS = 4;

  private static final Pattern TABLE =
      Pattern.compile("CREATE (?:CACHED |MEMORY )?TABLE \"PUBLIC\".\"([A-Z0-9_]+)\"\\(");
  private static final Pattern COLUMN = Pattern.compile("\\n    \"([A-Z0-9_]+)\" ");

  private final Chunk chunk;
  private final Trees trees;
  private final Map<String, String> layout = new HashMap<>();
  private final Map<String, String> meta = new HashMap<>();
  private final Map<String, StoredTable> tables = new TreeMap<>();
  private boolean whole;

  /** Else a map without a root is an empty one. */
  private boolean rootsLost;

  /**
   * @param map name of the tree that has its rows
   */
  private record StoredTable(String map, List<String> columns) {}

  private StoreState(Chunk chunk, Trees trees) {
    this.chunk = chunk;
    this.trees = trees;
  }

  /** The state that a chunk begins; empty when not even the list of its tables can be read. */
  static Optional<StoreState> of(StoreFile file, Chunk chunk, List<Chunk> all) throws IOException {
    StoreState state = new StoreState(chunk, new Trees(file, all));
    state.load();
    return state.tables.isEmpty() ? Optional.empty() : Optional.of(state);
  }

  private void load() throws IOException {
    trees.prefer(List.of(chunk));
    rootsLost = texts(chunk.root(), LAYOUT_MAP, layout).any();
    trees.prefer(
        layout.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("chunk."))
            .flatMap(entry -> Chunk.of(entry.getValue(), 0).stream())
            .filter(known -> known.block() > 0)
            .toList());
    int metaMap = (int) hex(layout.getOrDefault("meta.id", "1"));
    boolean metaLost = texts(root(metaMap), metaMap, meta).any();
    Reading objects = rows(CATALOGUE, CATALOGUE_COLUMNS, (key, row) -> catalogue(row));
    whole = !rootsLost && !metaLost && objects.whole();
  }

  private Losses texts(long root, int map, Map<String, String> into) throws IOException {
    return trees.walk(root, map, StringDataType.INSTANCE, StringDataType.INSTANCE, into::put);
  }

  private void catalogue(SearchRow row) {
    Value statement = row.getValue(CATALOGUE_COLUMNS - 1);
    Matcher table = TABLE.matcher(statement.getString());
    if (row.getValue(2).getInt() == 0 && table.find()) {
      List<String> columns =
          COLUMN.matcher(statement.getString()).results().map(column -> column.group(1)).toList();
      tables.put(table.group(1), new StoredTable(MAP_OF_TABLE + row.getValue(0).getInt(), columns));
    }
  }

  private static long hex(String number) {
    try {
      return DataUtils.parseHexLong(number);
    } catch (RuntimeException e) { // text of a page that is damaged
      return 0;
    }
  }

  private long root(long map) {
    return hex(layout.getOrDefault("root." + Long.toHexString(map), "0"));
  }

  @Override
  public boolean whole() {
    return whole;
  }

  /** When the state was written, in milliseconds since the file was made. */
  public long millis() {
    return chunk.millis();
  }

  @Override
  public Set<String> tables() {
    return tables.keySet();
  }

  @Override
  public List<String> columns(String table) {
    return tables.containsKey(table) ? tables.get(table).columns() : List.of();
  }

  @Override
  public long place(String table) {
    return tables.containsKey(table) ? root(map(tables.get(table).map())) : 0;
  }

  private long map(String name) {
    return hex(meta.getOrDefault("name." + name, "0"));
  }

  @Override
  public Reading read(String table, Visitor visitor) throws IOException {
    StoredTable known = tables.get(table);
    return known == null ? Reading.NOTHING : rows(known.map(), known.columns().size(), visitor);
  }

  private Reading rows(String name, int columns, Visitor visitor) throws IOException {
    long map = map(name);
    if (map == 0 || root(map) == 0 && rootsLost) {
      return Reading.NOTHING;
    }
    Given given = new Given(visitor);
    Losses losses =
        trees.walk(
            root(map),
            (int) map,
            LongDataType.INSTANCE,
            new VersionedValueType<SearchRow, Database>(rowsOf(columns)),
            given::take);
    return new Reading(
        given.rows, losses.entries() + given.spoiled, !losses.any() && given.spoiled == 0);
  }

  /** Hands rows on, and counts them. */
  private static final class Given {
    private final Visitor visitor;
    private long rows;
    private long spoiled;

    Given(Visitor visitor) {
      this.visitor = visitor;
    }

    void take(Long key, VersionedValue<SearchRow> value) {
      SearchRow row = value.getCommittedValue();
      if (row == null) {
        return;
      }
      try {
        visitor.row(key, row);
        rows++;
      } catch (DbException | IllegalArgumentException e) {
        spoiled++; // the page is in order, but what stands in it is of no such column
      }
    }
  }

  private static RowDataType rowsOf(int columns) {
    return RowFactory.getDefaultRowFactory()
        .createRowFactory(
            null, CompareMode.getInstance(null, 0), null, null, null, null, columns, false)
        .getRowDataType();
  }
}
