package io.aisle.architecture.planted.core.training;

import io.aisle.architecture.planted.core.dataset.CycleA;

/** A planted violation. */
public record CycleB(CycleA other) {}
