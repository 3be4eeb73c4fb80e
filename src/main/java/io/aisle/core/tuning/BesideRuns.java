package io.aisle.core.tuning;

import io.aisle.core.training.DataSeal;
import io.aisle.core.training.Disk;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.tuning.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Beside the folders of some runs: every run there may be reused; new ones go into {@code
 * .aisle-baselines} next to them, under the hashes of protocol and data.
 *
 * @param runs at least one
 * @param like the run on whose data new ones are trained
 */
public record BesideRuns(TrainingService training, List<RunFolder> runs, RunFolder like)
    implements BaselinePlace {
  private static final String FOLDER = ".aisle-baselines";

  @Override
  public String title() {
    return "baselines";
  }

  @Override
  public List<RunFolder> runs(DataSeal seal) {
    Set<Path> folders = new LinkedHashSet<>();
    runs.forEach(run -> folders.add(parent(run)));
    folders.add(kept(seal));
    List<RunFolder> found = new ArrayList<>();
    folders.forEach(folder -> found.addAll(in(folder)));
    return found;
  }

  private static List<RunFolder> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content
          .sorted()
          .map(RunFolder::new)
          .filter(run -> run.state() == RunFolder.State.COMPLETE)
          .toList();
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    }
  }

  @Override
  public SearchFolder search(DataSeal seal, List<Search.Candidate> candidates) {
    return new SearchFolder(
        parent(like).resolve(FOLDER).resolve("search-" + BaselinePlace.key(seal, candidates)));
  }

  @Override
  public TrainingJob train(ReadExperiment best, DataSeal seal) {
    Path out = kept(seal).resolve(best.experiment().model().kind().id());
    Disk.delete(out); // one that was cut off
    return training.startLike(like, best, out);
  }

  private Path kept(DataSeal seal) {
    return parent(like).resolve(FOLDER).resolve(BaselinePlace.key(seal));
  }

  private static Path parent(RunFolder run) {
    return run.path().toAbsolutePath().normalize().getParent();
  }
}
