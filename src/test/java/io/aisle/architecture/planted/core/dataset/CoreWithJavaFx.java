package io.aisle.architecture.planted.core.dataset;

import javafx.scene.Node;

/** A planted violation. */
record CoreWithJavaFx(Node node) {}
