package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file with rows: one on the disk, or a member of a zip archive.
 *
 * @param path how it was named; a member is {@code archive.zip!/folder/member.csv}
 * @param file on the disk
 * @param member name of the member; "" when the file is no archive
 */
public record DataFile(Path path, Path file, String member) {
  private static final String INSIDE = "!";
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 10_000;

  /**
   * @throws InputException when there is no such file or member, it cannot be read, it is a folder,
   *     or an archive with several tables of which none was named
   */
  public static DataFile of(Path given) {
    Path path = Sealed.path(given); // stored mappings name files as texts
    DataFile inside = named(path);
    if (!inside.member.isEmpty()) {
      Archive.require(inside);
      return inside;
    }
    requireFile(path);
    if (!Archive.is(path)) {
      return inside;
    }
    List<String> members = Archive.tables(path);
    if (members.size() != 1) {
      throw new InputException(
          "%s holds %d tables (%s): name one of them, such as %s."
              .formatted(path, members.size(), Archive.some(members), member(path, members)));
    }
    return new DataFile(path, path, members.getFirst());
  }

  private static String member(Path archive, List<String> members) {
    return archive + INSIDE + "/" + (members.isEmpty() ? "NAME" : members.getFirst());
  }

  /** The path under which a member of an archive is named. */
  public static Path inside(Path archive, String member) {
    return Path.of(archive + INSIDE).resolve(member);
  }

  /** Whether a path is a zip archive of files, and no workbook. */
  public static boolean isArchive(Path path) {
    return Files.isRegularFile(path) && Files.isReadable(path) && Archive.is(path);
  }

  /**
   * The files in a folder, those below it included, or in an archive that look like tables, in the
   * order of their names.
   */
  public static List<Path> tablesIn(Path container) {
    if (!Files.isDirectory(container)) {
      return Archive.tables(container).stream().map(name -> inside(container, name)).toList();
    }
    try (Stream<Path> walk = Files.walk(container, DEEPEST)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> Archive.table(file.getFileName().toString()))
          .sorted()
          .limit(MOST_FILES)
          .toList();
    } catch (IOException e) {
      throw ReadFailure.of(container, 0, e);
    }
  }

  /** Splits a path at an archive in it, without a look at what is there. */
  private static DataFile named(Path path) {
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      String name = path.getName(i).toString();
      if (name.endsWith(INSIDE) && !Files.exists(path)) {
        Path archive =
            path.subpath(0, i + 1)
                .resolveSibling(name.substring(0, name.length() - INSIDE.length()));
        Path root = path.getRoot();
        return new DataFile(
            path,
            root == null ? archive : root.resolve(archive),
            path.subpath(i + 1, path.getNameCount()).toString().replace('\\', '/'));
      }
    }
    return new DataFile(path, path, "");
  }

  private static void requireFile(Path file) {
    if (!Files.exists(file)) {
      throw new InputException("%s does not exist: check the path.".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new InputException("%s is a folder: name the files in it.".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "%s is no file but a device or a pipe: write its content to a file.".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new InputException(
          "%s cannot be read: give yourself the permission or copy the file.".formatted(file));
    }
  }

  /** Whether there is such a file, and such a member. */
  public static boolean exists(Path path) {
    DataFile named = named(path);
    return Files.isRegularFile(named.file)
        && (named.member.isEmpty() || Archive.holds(named.file, named.member));
  }

  /** Its bytes on the disk, packed as they are there. */
  public static long size(Path path) {
    DataFile named = named(path);
    try {
      if (named.member.isEmpty()) {
        return Files.size(path);
      }
      try (ZipFile zip = new ZipFile(Sealed.file(named.file))) {
        ZipEntry entry = zip.getEntry(named.member);
        return entry == null ? 0 : entry.getCompressedSize();
      }
    } catch (IOException e) {
      throw new OperationException("The size of %s cannot be read: try again.".formatted(path), e);
    }
  }

  /** The name without folders. */
  String name() {
    return member.isEmpty()
        ? String.valueOf(file.getFileName())
        : member.substring(member.lastIndexOf('/') + 1);
  }
}
