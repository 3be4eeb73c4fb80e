package io.aisle.core.erasure;

import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.Disk;
import io.aisle.core.training.ExperimentWriter;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.RunLock;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ErasedNames;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs of a workspace, as far as a user is in them. */
final class RunFolders {
  /** The experiment of a run that had learned from the user, to be run again. */
  static final String AGAIN = "again.yaml";

  private static final String SEARCHES = ".searches";

  private final Path runs;
  private final ErasedNames names;
  private final String dataset;

  /**
   * @param dataset "" for all
   */
  RunFolders(Path runs, ErasedNames names, String dataset) {
    this.runs = runs;
    this.names = names;
    this.dataset = dataset;
  }

  /** What the folders hold of the user, those with nothing left out. */
  List<UserTrace> traces() {
    List<UserTrace> traces = new ArrayList<>();
    List<Path> folders = new ArrayList<>(children(runs));
    folders.addAll(children(runs.resolve(SEARCHES)));
    for (Path folder : folders) {
      if (!folder.endsWith(SEARCHES) && wanted(folder)) {
        trace(folder).ifPresent(traces::add);
      }
    }
    return traces;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    }
  }

  private boolean wanted(Path folder) {
    return dataset.isEmpty()
        || record(folder).map(record -> record.dataset().equals(dataset)).orElse(true);
  }

  private static Optional<RunRecord> record(Path folder) {
    try {
      return Optional.of(new RunFolder(folder).record());
    } catch (InputException e) {
      return Optional.empty(); // unfinished, a search, or of another version
    }
  }

  private Optional<UserTrace> trace(Path folder) {
    UserTables tables = new UserTables(names, "");
    int rows = 0;
    boolean learned = false;
    for (Path file : tables(folder)) {
      int here = tables.count(file);
      rows += here;
      String name = file.getFileName().toString();
      learned |= here > 0 && (name.startsWith("train.") || name.startsWith("valid."));
    }
    boolean complete = new RunFolder(folder).state() == RunFolder.State.COMPLETE;
    return rows == 0
        ? Optional.empty()
        : Optional.of(new UserTrace(folder, rows, learned, complete));
  }

  /** The tables below a folder, the dictionaries first. */
  private static List<Path> tables(Path folder) {
    return Tree.files(folder).stream()
        .filter(UserTables::is)
        .sorted(
            Comparator.comparing((Path file) -> !file.endsWith("users.tsv"))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * Removes the user from a folder: the rows of a finished run, which is marked when it had learned
   * from them; anything else whole.
   *
   * @param standIn what dictionaries have in the place of the name
   */
  void erase(UserTrace trace, String standIn, Instant now) {
    if (!trace.complete()) {
      idle(trace);
      Disk.delete(trace.folder());
      return;
    }
    try (RunLock _ = RunLock.take(trace.folder())) {
      if (trace.learned()) {
        mark(new RunFolder(trace.folder()), now);
      }
      UserTables tables = new UserTables(names, standIn);
      tables(trace.folder()).forEach(tables::erase);
    }
  }

  /**
   * Looks whether nobody works on a folder.
   *
   * @throws io.aisle.domain.OperationException when somebody does
   */
  static void idle(UserTrace trace) {
    RunLock.take(trace.folder()).close();
  }

  private static void mark(RunFolder run, Instant now) {
    RunRecord record = run.record();
    String sentence =
        (RunRecord.ERASED
                + "%s from whom this model had learned: its figures and its weights are as they"
                + " were, train it again.")
            .formatted(LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (!record.warnings().contains(sentence)) {
      List<String> warnings = new ArrayList<>(record.warnings());
      warnings.add(sentence);
      RunJson.write(run.runJson(), record.but().warnings(warnings).record());
    }
    if (record.model() != null) {
      String yaml = ExperimentWriter.toYaml(record.configuration()) + "\n";
      AtomicFile.write(
          run.path().resolve(AGAIN), out -> out.write(yaml.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
