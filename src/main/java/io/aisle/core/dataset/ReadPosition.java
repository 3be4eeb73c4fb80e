package io.aisle.core.dataset;

/**
 * How far the reading of files is.
 *
 * @param file index of the file
 * @param row last record of that file that was decided, the header being 1; 0 before it
 * @param read rows read of all files
 * @param hash over all rows decided so far
 */
record ReadPosition(int file, long row, long read, long hash) {
  static final ReadPosition START = new ReadPosition(0, 0, 0, RowHash.START);

  boolean before(ReadPosition other) {
    return file < other.file || file == other.file && row < other.row;
  }
}
