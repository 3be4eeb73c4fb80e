package io.aisle.core.dataset.table;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.aisle.domain.InputException;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * The rows of a Parquet file. Lists and maps in it have no column here; a field of a group is named
 * {@code group.field}. Confined to one thread.
 */
final class ParquetRows implements RowSource {
  private final Path file;
  private final ParquetReader<String[], String[], String[]> reader;
  private final List<String> header;
  private final long bytes;
  private final long rows;
  private long row;
  private String[] fields = {};

  private ParquetRows(Path file) throws IOException {
    this.file = file;
    ParquetFooter.check(file);
    ParquetMetadata metadata = ParquetReader.readMetadata(Sealed.file(file));
    List<ColumnDescriptor> flat =
        metadata.getFileMetaData().getSchema().getColumns().stream()
            .filter(column -> column.getMaxRepetitionLevel() == 0)
            .toList();
    this.header = Header.of(file, flat.stream().map(c -> String.join(".", c.getPath())).toList());
    this.rows = metadata.getBlocks().stream().mapToLong(block -> block.getRowCount()).sum();
    this.bytes = DataFile.size(file);
    this.reader = ParquetReader.spliterator(Sealed.file(file), new Texts(flat));
  }

  /**
   * @throws InputException when the file is damaged
   */
  static ParquetRows open(DataFile file) {
    try {
      return new ParquetRows(file.file());
    } catch (IOException e) {
      throw damaged(file.file(), 0, e);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      // the library has no one kind of exception for a file that is not what it should be
      throw damaged(file.file(), 0, e);
    }
  }

  private static InputException damaged(Path file, long row, Exception cause) {
    return new InputException(
        "%s is a damaged Parquet file, it cannot be read behind row %d: copy or export it again."
            .formatted(file, row),
        cause);
  }

  /** Puts the values of a row, as texts, into the places of their columns. */
  private static final class Texts implements Hydrator<String[], String[], String[]> {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<ParquetText> texts = new ArrayList<>();

    Texts(List<ColumnDescriptor> columns) {
      for (ColumnDescriptor column : columns) {
        places.put(String.join(".", column.getPath()), texts.size());
        texts.add(ParquetText.of(column.getPrimitiveType()));
      }
    }

    @Override
    public String[] start() {
      String[] row = new String[texts.size()];
      Arrays.fill(row, "");
      return row;
    }

    @Override
    public String[] add(String[] row, String[] path, Object value) {
      Integer place = places.get(path.length == 1 ? path[0] : String.join(".", path));
      if (place != null && value != null) {
        row[place] = texts.get(place).of(value);
      }
      return row;
    }

    @Override
    public String[] finish(String[] row) {
      return row;
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
    try {
      boolean more = reader.tryAdvance(next -> fields = next);
      row += more ? 1 : 0;
      return more;
    } catch (RuntimeException e) {
      throw damaged(file, row, e);
    }
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public int fieldCount() {
    return fields.length;
  }

  @Override
  public String field(int column) {
    return fields[column];
  }

  @Override
  public List<String> fields() {
    return List.of(fields);
  }

  @Override
  public String rawLine() {
    return TabbedRow.of(fields());
  }

  @Override
  public long bytesRead() {
    return rows == 0 ? bytes : (long) ((double) bytes * row / rows);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw ReadFailure.of(file, row, e);
    }
  }
}
