package io.aisle.core.training;

import io.aisle.domain.experiment.Experiment;
import java.util.List;

/**
 * An experiment file that was understood.
 *
 * @param warnings sentences about what was accepted and will have no effect
 */
public record ReadExperiment(Experiment experiment, List<String> warnings) {}
