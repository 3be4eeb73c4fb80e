package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.StepEffect;
import java.util.List;

/**
 * What steps would do to a version.
 *
 * @param whole whether all events were looked at, so that the counts are exact; otherwise they were
 *     extrapolated from some users
 * @param sampledEvents events that were looked at
 * @param sampledUsers users that were looked at, with all their events
 * @param effects of each step, in the order of the steps, counts of the whole version
 */
public record CleaningPreview(
    boolean whole, long sampledEvents, int sampledUsers, List<StepEffect> effects) {}
