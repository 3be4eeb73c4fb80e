package io.aisle.architecture.planted.core.job;

import io.aisle.architecture.planted.core.training.CycleB;

/** A planted violation. */
record JobThatKnowsAFeature(CycleB feature) {}
