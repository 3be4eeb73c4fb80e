package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.StepEffect;
import java.util.List;

/**
 * What a cleaning made.
 *
 * @param version the new version
 * @param effects of each step, exact
 */
public record CleaningSummary(DatasetVersion version, List<StepEffect> effects, double seconds) {}
