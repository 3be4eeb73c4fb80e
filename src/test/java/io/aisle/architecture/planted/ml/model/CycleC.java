package io.aisle.architecture.planted.ml.model;

import io.aisle.architecture.planted.ml.data.CycleD;

/** A planted violation. */
public record CycleC(CycleD other) {}
