package io.aisle.architecture.planted.ui.users;

/** A planted violation. */
public record OtherScreen() {}
