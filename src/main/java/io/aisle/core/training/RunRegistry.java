package io.aisle.core.training;

import io.aisle.core.job.ThreadParallel;
import io.aisle.domain.InputException;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The complete runs of a folder. Each is read once, on all cores, and again when its file has
 * changed, so that a workspace of thousands of runs is listed in a moment. Thread-safe.
 */
final class RunRegistry {
  private static final int MOST_THREADS = 4;

  /** Runs that a thread reads in a go. */
  private static final int GRAIN = 32;

  private final Path folder;
  private final Map<RunFolder, Kept> kept = new ConcurrentHashMap<>();

  /** A run as its file was at a time; no record when it cannot be read. */
  private record Kept(FileTime changed, long bytes, Optional<RunRecord> record) {}

  /** A complete run and what is known of its file. */
  private record Place(RunFolder run, FileTime changed, long bytes) {}

  RunRegistry(Path folder) {
    this.folder = folder;
  }

  /** The complete runs, newest first. */
  List<RunFolder> complete() {
    return places().stream().map(Place::run).toList();
  }

  /**
   * The complete runs with what came out of them.
   *
   * @param most the newest so many
   */
  ListedRuns read(int most) {
    List<Place> all = places();
    List<Place> places = all.subList(0, Math.min(most, all.size()));
    Kept[] found = new Kept[places.size()];
    Arrays.setAll(found, at -> known(places.get(at)));
    if (Arrays.stream(found).anyMatch(each -> each == null)) {
      readNew(places, found);
    }
    kept.keySet().retainAll(all.stream().map(Place::run).collect(Collectors.toSet()));
    List<ListedRuns.Finished> finished = new ArrayList<>();
    List<RunFolder> unreadable = new ArrayList<>();
    for (int at = 0; at < found.length; at++) {
      RunFolder run = places.get(at).run();
      found[at]
          .record()
          .ifPresentOrElse(
              record -> finished.add(new ListedRuns.Finished(run, record)),
              () -> unreadable.add(run));
    }
    return new ListedRuns(finished, unreadable, places.size() == all.size());
  }

  /** Null when it is not known, or was changed since. */
  private Kept known(Place place) {
    Kept before = kept.get(place.run());
    boolean same =
        before != null
            && before.changed().equals(place.changed())
            && before.bytes() == place.bytes();
    return same ? before : null;
  }

  private void readNew(List<Place> places, Kept[] found) {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ThreadParallel parallel = new ThreadParallel(Math.min(MOST_THREADS, cores))) {
      parallel.forRange(
          0,
          found.length,
          GRAIN,
          (from, to, worker) -> {
            for (int at = from; at < to; at++) {
              if (found[at] == null) {
                Place place = places.get(at);
                found[at] = new Kept(place.changed(), place.bytes(), record(place.run()));
                kept.put(place.run(), found[at]);
              }
            }
          });
    }
  }

  private static Optional<RunRecord> record(RunFolder run) {
    try {
      return Optional.of(run.record());
    } catch (InputException e) {
      return Optional.empty(); // damaged, or of another version: it can only be removed
    }
  }

  private List<Place> places() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content
          .map(RunFolder::new)
          .flatMap(run -> place(run).stream())
          .sorted(Comparator.comparing(Place::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    }
  }

  private static Optional<Place> place(RunFolder run) {
    try {
      BasicFileAttributes file = Files.readAttributes(run.runJson(), BasicFileAttributes.class);
      return file.isRegularFile()
          ? Optional.of(new Place(run, file.lastModifiedTime(), file.size()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty(); // under way, interrupted, or no run
    } catch (IOException e) {
      throw Disk.failure(run.runJson(), "read", e);
    }
  }
}
