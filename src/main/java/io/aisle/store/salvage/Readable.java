package io.aisle.store.salvage;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.h2.result.SearchRow;

/** The tables of a store, as far as they can be read. */
public interface Readable {
  /** Takes the rows of a table one by one, in the order of their keys. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param key of the row in its table
     */
    void row(long key, SearchRow row);
  }

  /**
   * How much of a table was read.
   *
   * @param rows given to the visitor
   * @param lost at least so many could not be read
   * @param whole whether nothing is known to be lost
   */
  record Reading(long rows, long lost, boolean whole) {
    /** Of a table that is not there, or whose beginning cannot be found. */
    public static final Reading NOTHING = new Reading(0, 0, false);
  }

  /** Whether it knows of all its tables. */
  boolean whole();

  /** Names of the tables that it knows of, in capitals. */
  Set<String> tables();

  /** Names of a table's columns in their order, in capitals; empty when it is not known. */
  List<String> columns(String table);

  /**
   * Reads the committed rows of a table.
   *
   * @throws IOException when the file as such cannot be read
   */
  Reading read(String table, Visitor visitor) throws IOException;

  /**
   * Tells the content of a table from that of another moment.
   *
   * @return the same for the same content; 0 when nothing is known of it
   */
  long place(String table);
}
