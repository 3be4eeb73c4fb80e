package io.aisle.architecture.planted.ui.dataset;

import io.aisle.architecture.planted.ui.users.OtherScreen;

/** A planted violation. */
record ScreenThatKnowsAnother(OtherScreen other) {}
