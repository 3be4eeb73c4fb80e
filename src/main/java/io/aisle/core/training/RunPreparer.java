package io.aisle.core.training;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionName;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SplitSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays the ground of a run: the folder, what was asked for, the split and its dictionaries. Runs in
 * the parent process. Thread-safe.
 */
public final class RunPreparer {
  private final DataLoader loader;

  private RunPreparer(Optional<DatasetService> datasets) {
    this.loader = new DataLoader(datasets);
  }

  /** For experiments on files and given splits; never touches the workspace. */
  public static RunPreparer onFiles() {
    return new RunPreparer(Optional.empty());
  }

  /** For experiments on files and on data sets of the workspace. */
  public static RunPreparer withWorkspace(DatasetService datasets) {
    return new RunPreparer(Optional.of(datasets));
  }

  /**
   * Makes a folder ready to be trained in. Killed at any moment it leaves a folder that can be
   * resumed or replaced; bad data leave it as it was.
   *
   * @return false when the run is complete already, which only resuming allows
   * @throws InputException when the folder is there and may not be, or the data are bad
   */
  boolean prepare(ReadExperiment read, RunFolder folder, IfExists ifExists, JobControl control) {
    Experiment experiment = read.experiment();
    check(experiment, folder, ifExists);
    if (ifExists == IfExists.RESUME && folder.state() == RunFolder.State.COMPLETE) {
      return false;
    }
    if (ifExists == IfExists.RESUME && Files.isDirectory(folder.data())) {
      return true;
    }
    long start = System.nanoTime();
    RunData data = loader.load(experiment, control);
    requireFit(experiment, data);
    // what rules name and need is looked at before anything is trained
    var unused = data.reranker(experiment.rerank(), data.test(experiment).history());
    DataFacts facts =
        DataFacts.of(
            experiment, data, loader.version(experiment), (System.nanoTime() - start) / 1e9);
    control.check();
    empty(folder);
    RunRequest.of(read, datasetName(experiment)).write(folder);
    Disk.putInPlace(
        folder.data(),
        draft -> {
          data.write(draft);
          facts.write(draft);
          writeLicence(experiment, draft);
        });
    return true;
  }

  /** Whoever hands the run on must know it, with no workspace at hand. */
  private void writeLicence(Experiment experiment, Path draft) {
    String licence = loader.version(experiment).map(DatasetVersion::licence).orElse("");
    if (!licence.isBlank()) {
      AtomicFile.write(
          RunFolder.licenceFile(draft),
          out -> out.write((licence + "\n").getBytes(StandardCharsets.UTF_8)));
    }
  }

  /**
   * Makes a new folder ready to be trained in on exactly the data of another run, whose protocol it
   * shares with its hash.
   *
   * @param like a complete run
   */
  static void prepareLike(RunFolder like, ReadExperiment read, RunFolder folder) {
    check(read.experiment(), folder, IfExists.REFUSE);
    requireFit(read.experiment(), like.loadData());
    RunRequest.of(read, like.record().dataset()).write(folder);
    Disk.putInPlace(folder.data(), draft -> Disk.copyFiles(like.data(), draft));
  }

  /**
   * Refuses data that lack what the model needs.
   *
   * @throws InputException with the model's own sentence
   */
  private static void requireFit(Experiment experiment, RunData data) {
    ModelFamilies.lacks(experiment.model(), data.fitData(experiment))
        .ifPresent(
            sentence -> {
              throw new InputException(sentence);
            });
  }

  /** What is known of an experiment's data beside how long it took to load them. */
  DataFacts facts(Experiment experiment, RunData data) {
    return DataFacts.of(experiment, data, loader.version(experiment), 0);
  }

  /** The data of an experiment, prepared and divided; the newest are kept. */
  RunData load(Experiment experiment, JobControl control) {
    return loader.load(experiment, control);
  }

  /**
   * Whether an experiment may use a folder; touches nothing.
   *
   * @throws InputException when it may not
   */
  static void check(Experiment experiment, RunFolder folder, IfExists ifExists) {
    Path path = folder.path();
    if (!Files.exists(path)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new InputException("%s is a file; name a folder for the run".formatted(path));
    }
    if (isEmpty(path)) {
      return;
    }
    RunFolder.State state = folder.state();
    if (ifExists == IfExists.REFUSE) {
      throw new InputException(
          "%s exists already; choose another folder, go on with --resume, or replace it with --force"
              .formatted(path));
    }
    if (state == RunFolder.State.NONE) {
      throw new InputException(
          "%s holds something that is no run; choose another folder".formatted(path));
    }
    if (ifExists == IfExists.RESUME) {
      RunRequest earlier =
          state == RunFolder.State.COMPLETE
              ? RunRequest.of(folder.record())
              : RunRequest.read(folder);
      RunRequest.of(new ReadExperiment(experiment, List.of()), "").requireSame(earlier, folder);
    }
  }

  private static boolean isEmpty(Path path) {
    try (Stream<Path> content = Files.list(path)) {
      return content.allMatch(RunLock::isLockFile);
    } catch (IOException e) {
      throw Disk.failure(path, "read", e);
    }
  }

  private static void empty(RunFolder folder) {
    try (Stream<Path> content = Files.list(folder.path())) {
      content.filter(path -> !RunLock.isLockFile(path)).toList().forEach(Disk::delete);
    } catch (IOException e) {
      throw Disk.failure(folder.path(), "emptied", e);
    }
  }

  private static String datasetName(Experiment experiment) {
    if (experiment.split() instanceof SplitSpec.Given given) {
      return stem(given.train()).replaceFirst("[._-]?train$", "");
    }
    return switch (experiment.dataset()) {
      case DatasetSpec.Named named -> VersionName.parse(named.name()).dataset();
      case DatasetSpec.Files files -> files.interactions().map(RunPreparer::stem).orElse("files");
    };
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
