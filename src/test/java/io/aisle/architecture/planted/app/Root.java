package io.aisle.architecture.planted.app;

/** A planted violation. */
record Root() {}
