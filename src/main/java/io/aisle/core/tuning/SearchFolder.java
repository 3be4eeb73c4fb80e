package io.aisle.core.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.aisle.core.training.Disk;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of one search: {@code search.json} (what is searched, written first), {@code data/}
 * (without the test part), {@code trials.json} (the table, written anew after each result, whole or
 * not at all) and {@code trial-N/} with the checkpoint of each trial that is under way. Killed at
 * any moment it can be gone on with.
 *
 * @param path the folder
 */
public record SearchFolder(Path path) {
  private static final int FORMAT = 1;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  /** The table on disk. */
  record Table(int format, List<Trial> trials) {}

  /**
   * The searches in a folder, the newest first.
   *
   * @param folder need not be there
   */
  public static List<SearchFolder> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content
          .map(SearchFolder::new)
          .filter(SearchFolder::exists)
          .sorted(Comparator.comparing((SearchFolder each) -> each.path().toString()).reversed())
          .toList();
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    }
  }

  /** A new folder in another one, by the time. */
  public static SearchFolder create(Path in) {
    return new SearchFolder(in.resolve("search-" + STAMP.format(LocalDateTime.now())));
  }

  /** Training and validation part. */
  Path data() {
    return path.resolve("data");
  }

  Path trial(int number) {
    return path.resolve("trial-" + number);
  }

  private Path searchFile() {
    return path.resolve("search.json");
  }

  private Path tableFile() {
    return path.resolve("trials.json");
  }

  /** Whether a search stands here. */
  public boolean exists() {
    return Files.isRegularFile(searchFile());
  }

  /**
   * Makes the folder ready for a search.
   *
   * @throws InputException when it is there and may not be, or holds something else
   */
  void open(Search search, IfExists ifExists) {
    if (Files.exists(path) && !isEmpty()) {
      if (ifExists == IfExists.REFUSE) {
        throw new InputException(
            "%s exists already; choose another folder, or go on with --resume".formatted(path));
      }
      if (!exists()) {
        throw new InputException(
            "%s holds something that is no search; choose another folder".formatted(path));
      }
      requireSame(search);
      return;
    }
    Disk.createFolders(path);
    RunJson.writeTree(searchFile(), SearchWriter.toMap(search));
  }

  private boolean isEmpty() {
    if (!Files.isDirectory(path)) {
      throw new InputException("%s is a file; name a folder for the search".formatted(path));
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    } catch (IOException e) {
      throw Disk.failure(path, "read", e);
    }
  }

  private void requireSame(Search search) {
    if (!RunJson.normal(SearchWriter.toMap(search)).equals(RunJson.readTree(searchFile()))) {
      throw new InputException(
          "%s was started with another search; resume it with the file it was started with, or choose another folder"
              .formatted(path));
    }
  }

  /**
   * What is searched here.
   *
   * @throws InputException when no search stands here, or it is damaged
   */
  public Search search() {
    if (!exists()) {
      throw new InputException(
          "%s holds no search; name a folder that 'aisle tune' wrote".formatted(path));
    }
    Map<String, Object> map =
        RunJson.mapper()
            .convertValue(
                RunJson.readTree(searchFile()), new TypeReference<Map<String, Object>>() {});
    return SearchReader.fromMap(map, path.toAbsolutePath(), searchFile().toString(), "search")
        .search();
  }

  /** The trials that have come to something; empty before the first. */
  public List<Trial> trials() {
    if (!Files.isRegularFile(tableFile())) {
      return List.of();
    }
    try {
      return RunJson.mapper().treeToValue(RunJson.readTree(tableFile()), Table.class).trials();
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is damaged; start the search anew in another folder".formatted(tableFile()), e);
    }
  }

  void write(List<Trial> trials) {
    RunJson.writeTree(tableFile(), new Table(FORMAT, trials));
  }
}
