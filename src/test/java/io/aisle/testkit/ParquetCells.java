package io.aisle.testkit;

import blue.strategic.parquet.Hydrator;
import java.util.HashMap;
import java.util.Map;

/** Reads the rows of a Parquet file as maps from column to value. */
public final class ParquetCells
    implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
  @Override
  public Map<String, Object> start() {
    return new HashMap<>();
  }

  @Override
  public Map<String, Object> add(Map<String, Object> row, String[] path, Object value) {
    row.put(path[0], value);
    return row;
  }

  @Override
  public Map<String, Object> finish(Map<String, Object> row) {
    return row;
  }
}
