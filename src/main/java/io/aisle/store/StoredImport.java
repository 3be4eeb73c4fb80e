package io.aisle.store;

import java.util.List;

/**
 * What the store keeps of an import so that it can go on after a crash.
 *
 * @param plan how the files are read, as the text of a mapping file
 * @param files interaction files in the order in which they are read
 */
public record StoredImport(
    String dataset, String source, String plan, String licence, List<SourceFile> files) {
  /**
   * @param path absolute
   * @param bytes size when the import began
   */
  public record SourceFile(String path, long bytes) {}

  /**
   * Where an import stands.
   *
   * @param file index of the file
   * @param row last record of that file that was decided, the header being 1; 0 before it
   * @param read rows read of all files
   * @param hash over all records decided so far, to see whether a file has changed
   */
  public record Position(int file, long row, long read, long hash) {
    public static final Position START = new Position(0, 0, 0, 0);
  }
}
