package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in zip archives. Nothing is ever unpacked to the disk. */
final class Archive {
  /** More is no export of tables; a central directory of millions of entries fills the memory. */
  private static final int MOST_MEMBERS = 10_000;

  private static final int SHOWN = 8;
  private static final Set<String> PACKED = Set.of("gz", "zst");
  private static final Set<String> TABLES =
      Set.of(
          "csv", "tsv", "txt", "dat", "data", "item", "user", "inter", "kg", "link", "tab", "json",
          "jsonl", "ndjson", "parquet", "xlsx");

  private Archive() {}

  /** Whether a file is a zip archive and no workbook. */
  static boolean is(Path file) {
    return zip(file) && !workbook(file);
  }

  /** Whether a file begins like a zip archive. */
  static boolean zip(Path file) {
    byte[] head = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(head, 0, 4) == 4
          && head[0] == 'P'
          && head[1] == 'K'
          && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    } catch (IOException e) {
      throw ReadFailure.of(file, 0, e);
    }
  }

  /** Whether an archive is an Excel workbook. */
  static boolean workbook(Path file) {
    return holds(file, "xl/workbook.xml") || holds(file, "[Content_Types].xml");
  }

  static boolean holds(Path file, String member) {
    try (ZipFile zip = open(file)) {
      return zip.getEntry(member) != null;
    } catch (IOException e) {
      throw ReadFailure.of(file, 0, e);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    ZipFile zip = new ZipFile(Sealed.file(file));
    if (zip.size() > MOST_MEMBERS) {
      int members = zip.size();
      zip.close();
      throw new InputException(
          "%s holds %d files, more than the %d that an archive of tables may hold: unpack it and name the files."
              .formatted(file, members, MOST_MEMBERS));
    }
    return zip;
  }

  /**
   * Names of the members that look like tables, in the order of their names.
   *
   * @throws InputException when the archive is damaged or one of its names leads out of a folder
   */
  static List<String> tables(Path file) {
    List<String> tables = new ArrayList<>();
    try (ZipFile zip = open(file)) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (outside(name)) {
          throw new InputException(
              "%s holds a file named \"%s\", which leads out of the archive: do not trust it, ask for another export."
                  .formatted(file, name));
        }
        if (!entry.isDirectory() && table(name)) {
          tables.add(name);
        }
      }
    } catch (IOException e) {
      throw ReadFailure.of(file, 0, e);
    }
    tables.sort(null);
    return tables;
  }

  private static boolean outside(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.matches("(?s)[A-Za-z]:.*")
        || List.of(name.split("/", -1)).contains("..");
  }

  /**
   * Whether a file of this name is likely to be a table; hidden ones and read-me files are none.
   */
  static boolean table(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.startsWith(".") || name.startsWith("readme") || path.startsWith("__MACOSX/")) {
      return false;
    }
    String bare =
        PACKED.contains(extension(name)) ? name.substring(0, name.lastIndexOf('.')) : name;
    return TABLES.contains(extension(bare));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The first names of a list. */
  static String some(List<String> names) {
    return names.isEmpty()
        ? "none"
        : String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
            + (names.size() > SHOWN ? " ..." : "");
  }

  /**
   * @throws InputException when there is no such archive or member
   */
  static void require(DataFile file) {
    if (!Files.isRegularFile(file.file())) {
      throw new InputException("%s does not exist: check the path.".formatted(file.path()));
    }
    if (!zip(file.file())) {
      throw new InputException(
          "%s is no zip archive, so that nothing can be read in it: name the file alone."
              .formatted(file.file()));
    }
    List<String> members = tables(file.file());
    if (!holds(file.file(), file.member())) {
      throw new InputException(
          "%s holds no file \"%s\"; its tables are %s: name one of them."
              .formatted(file.file(), file.member(), some(members)));
    }
    Optional<String> binary =
        Optional.of(file.member()).filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".zip"));
    if (binary.isPresent()) {
      throw new InputException(
          "%s is an archive in an archive: unpack the outer one first.".formatted(file.path()));
    }
  }
}
