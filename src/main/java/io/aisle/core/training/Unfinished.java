package io.aisle.core.training;

import io.aisle.domain.experiment.Experiment;
import java.util.Optional;

/**
 * A run that did not end.
 *
 * @param experiment what was asked for; empty when that cannot be read, and the run only be removed
 * @param epochs passes that were noted
 */
public record Unfinished(RunFolder folder, Optional<Experiment> experiment, int epochs) {}
