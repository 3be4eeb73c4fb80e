package io.aisle.ui.items;

import io.aisle.core.neighbours.Projection;

/** How the map can be drawn. */
public enum Drawing {
  PCA(Projection.PCA),
  UMAP(Projection.UMAP);

  private final Projection projection;

  Drawing(Projection projection) {
    this.projection = projection;
  }

  Projection projection() {
    return projection;
  }
}
