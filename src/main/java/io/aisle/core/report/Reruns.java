package io.aisle.core.report;

import io.aisle.core.training.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The commands that make a comparison and its report again. */
final class Reruns {
  private Reruns() {}

  /**
   * Commands for the folder below which all the runs lie.
   *
   * @param runs at least one
   */
  static String commands(List<RunFolder> runs) {
    List<Path> paths = runs.stream().map(run -> run.path().toAbsolutePath().normalize()).toList();
    Path common = paths.getFirst().getParent();
    while (common != null && !holds(common, paths)) {
      common = common.getParent();
    }
    Path base = common;
    String folders =
        paths.stream()
            .map(path -> ShellWord.quoted(below(base, path)))
            .collect(Collectors.joining(" "));
    return "aisle compare " + folders + "\naisle report " + folders + " --out report.html";
  }

  private static boolean holds(Path folder, List<Path> paths) {
    return paths.stream().allMatch(path -> path.startsWith(folder) && !path.equals(folder));
  }

  /** With slashes on every system; whole where there is no common folder, as on two drives. */
  private static String below(Path base, Path path) {
    if (base == null) {
      return path.toString();
    }
    Path rest = base.relativize(path);
    return IntStream.range(0, rest.getNameCount())
        .mapToObj(name -> rest.getName(name).toString())
        .collect(Collectors.joining("/"));
  }
}
