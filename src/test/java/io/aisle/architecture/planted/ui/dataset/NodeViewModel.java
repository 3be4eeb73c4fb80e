package io.aisle.architecture.planted.ui.dataset;

import javafx.scene.Node;

/** A planted violation. */
record NodeViewModel(Node node) {}
