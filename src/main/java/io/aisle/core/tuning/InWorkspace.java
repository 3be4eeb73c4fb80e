package io.aisle.core.tuning;

import io.aisle.core.training.DataSeal;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.tuning.Search;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The runs of the workspace.
 *
 * @param title what its jobs are called
 * @param searches folder of searches
 * @param like the run on whose data new ones are trained; empty: on what their experiment names
 */
public record InWorkspace(
    TrainingService training, String title, Path searches, Optional<RunFolder> like)
    implements BaselinePlace {
  @Override
  public List<RunFolder> runs(DataSeal seal) {
    return training.runs();
  }

  @Override
  public SearchFolder search(DataSeal seal, List<Search.Candidate> candidates) {
    return new SearchFolder(searches.resolve("baselines-" + BaselinePlace.key(seal, candidates)));
  }

  @Override
  public TrainingJob train(ReadExperiment best, DataSeal seal) {
    return like.map(run -> training.startLike(run, best)).orElseGet(() -> training.start(best));
  }
}
