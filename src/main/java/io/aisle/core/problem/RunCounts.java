package io.aisle.core.problem;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The runs of a workspace as counts by model, and their names, which must not go out. */
record RunCounts(Path runs) {
  private List<RunFolder> folders() {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(runs)) {
      return content.filter(Files::isDirectory).map(RunFolder::new).toList();
    } catch (IOException e) {
      throw new OperationException(
          "The runs in %s cannot be listed: check the folder's permissions.".formatted(runs), e);
    }
  }

  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (RunFolder folder : folders()) {
      names.add(folder.name());
      read(folder).ifPresent(run -> names.addAll(Set.of(run.name(), run.dataset())));
    }
    return names;
  }

  String text() {
    Map<String, Integer> counts = new TreeMap<>();
    for (RunFolder folder : folders()) {
      String kind =
          folder.state() == RunFolder.State.COMPLETE
              ? read(folder).map(run -> run.modelId()).orElse("unreadable")
              : folder.state().name().toLowerCase(Locale.ROOT);
      counts.merge(kind, 1, Integer::sum);
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((kind, count) -> text.append("%-14s%d%n".formatted(kind, count)));
    return text.toString();
  }

  private static Optional<RunRecord> read(RunFolder folder) {
    try {
      return Optional.of(folder.record());
    } catch (InputException e) {
      return Optional.empty(); // damaged or unfinished: it is counted as such
    }
  }
}
