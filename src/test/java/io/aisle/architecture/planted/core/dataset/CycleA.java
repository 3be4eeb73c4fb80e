package io.aisle.architecture.planted.core.dataset;

import io.aisle.architecture.planted.core.training.CycleB;

/** A planted violation. */
public record CycleA(CycleB other) {}
