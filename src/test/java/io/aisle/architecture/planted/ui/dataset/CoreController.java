package io.aisle.architecture.planted.ui.dataset;

import io.aisle.architecture.planted.core.dataset.CycleA;

/** A planted violation. */
record CoreController(CycleA service) {}
