package io.aisle.domain.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files with a row for each property of an item; of each property the latest value counts.
 *
 * @param files read in this order, all with the same columns
 * @param item header of the column with the external id of the item
 * @param property header of the column with the name of the property
 * @param value header of the column with its value
 * @param time header of the column that says since when; empty: the last row counts
 * @param asOf values of after it are passed over
 * @param title name of the property that is the title; told by the usual names where silent
 * @param category name of the property that is the category; told by the usual names where silent
 * @param tree what lies above the categories
 */
public record PropertyFiles(
    List<Path> files,
    String item,
    String property,
    String value,
    Optional<String> time,
    Optional<Instant> asOf,
    Optional<String> title,
    Optional<String> category,
    Optional<CategoryFile> tree) {
  public PropertyFiles {
    files = List.copyOf(files);
  }

  /** Of one file, of which only the columns are known. */
  public static PropertyFiles of(
      Path file, String item, String property, String value, Optional<String> time) {
    return new PropertyFiles(
        List.of(file),
        item,
        property,
        value,
        time,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether another says the same of its columns, so that its files hold more of these rows. */
  public boolean hasColumnsOf(PropertyFiles other) {
    return item.equals(other.item)
        && property.equals(other.property)
        && value.equals(other.value)
        && time.equals(other.time);
  }

  /** The same with the files of another behind these. */
  public PropertyFiles and(PropertyFiles more) {
    List<Path> all = new ArrayList<>(files);
    all.addAll(more.files);
    return with(all, tree);
  }

  /** The same with other files. */
  public PropertyFiles with(List<Path> others, Optional<CategoryFile> otherTree) {
    return new PropertyFiles(others, item, property, value, time, asOf, title, category, otherTree);
  }
}
