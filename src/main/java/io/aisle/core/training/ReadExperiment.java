package io.aisle.core.training;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * An experiment file that was understood.
 *
 * @param warnings sentences about what was accepted and will have no effect
 * @param tuned the search that chose its parameters
 */
public record ReadExperiment(
    Experiment experiment, List<String> warnings, Optional<RunRecord.Tuned> tuned) {
  /** One whose parameters somebody wrote. */
  public ReadExperiment(Experiment experiment, List<String> warnings) {
    this(experiment, warnings, Optional.empty());
  }
}
