package io.aisle.architecture.planted.ml.data;

import io.aisle.architecture.planted.ml.model.CycleC;

/** A planted violation. */
public record CycleD(CycleC other) {}
