package io.aisle.core.dataset.table;

import java.util.List;

/**
 * Rows whose fields are those of JSON objects, whatever stands between the objects. Confined to one
 * thread; closing it closes the file.
 */
abstract class JsonRows implements RowSource {
  /** Characters of a row that are kept to show it. */
  static final int RAW_LIMIT = 2_000;

  /** Rows from which the columns are taken. */
  static final int SAMPLE_ROWS = 1_000;

  private final DataFile file;
  private final TextFile text;
  private final JsonCells cells;
  private long row;
  private Damage damage = Damage.NONE;

  /**
   * @param text closed with the rows
   */
  JsonRows(DataFile file, TextFile text, List<String> header) {
    this.file = file;
    this.text = text;
    this.cells = new JsonCells(header);
  }

  final DataFile file() {
    return file;
  }

  final JsonCells cells() {
    return cells;
  }

  /** Counts a row or a line that is passed over. */
  final void count() {
    row++;
  }

  final void damage(Damage found) {
    damage = found;
  }

  @Override
  public final List<String> header() {
    return cells.header();
  }

  @Override
  public final Damage damage() {
    return damage;
  }

  @Override
  public final long row() {
    return row;
  }

  @Override
  public final int fieldCount() {
    return cells.header().size();
  }

  @Override
  public final String field(int column) {
    return cells.value(column);
  }

  @Override
  public final List<String> fields() {
    return cells.values();
  }

  @Override
  public final long bytesRead() {
    return text.bytesRead();
  }

  @Override
  public final void close() {
    text.closeOf(file.path());
  }
}
