package io.aisle.store;

import io.aisle.domain.data.Making;
import io.aisle.domain.data.StepEffect;
import java.util.List;

/**
 * What the store keeps of how a version was made from another.
 *
 * @param parent key of that version
 * @param parentName its name, which outlives it
 * @param steps the text of a file of steps; "" when none were carried out
 * @param effects what each step did
 */
public record StoredOrigin(
    Making making, long parent, String parentName, String steps, List<StepEffect> effects) {}
