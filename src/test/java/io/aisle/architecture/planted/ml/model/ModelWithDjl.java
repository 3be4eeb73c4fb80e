package io.aisle.architecture.planted.ml.model;

import ai.djl.ndarray.NDArray;

/** A planted violation. */
record ModelWithDjl(NDArray array) {}
