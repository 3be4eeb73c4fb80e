package io.aisle.core.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The run folders of a workspace, apart by whether somebody works on them.
 *
 * @param kept nobody works on them
 * @param busy left out of a backup: their files belong to different moments
 */
record RunFolders(List<Path> kept, List<Path> busy) {
  static RunFolders of(Path runs, Predicate<Path> isBusy) {
    List<Path> kept = new ArrayList<>();
    List<Path> busy = new ArrayList<>();
    if (Files.isDirectory(runs)) {
      try (Stream<Path> folders = Files.list(runs)) {
        folders
            .filter(Files::isDirectory)
            .sorted()
            .forEach(folder -> (isBusy.test(folder) ? busy : kept).add(folder));
      } catch (IOException e) {
        throw Trees.failure(runs, "read", e);
      }
    }
    return new RunFolders(kept, busy);
  }

  /** The files of those that nobody works on. */
  List<Path> files() {
    return kept.stream().flatMap(folder -> Trees.files(folder).stream()).toList();
  }
}
