package io.aisle.core.neighbours;

/** How vectors are drawn in the plane. */
public enum Projection {
  /** The plane in which they differ most; at once, and without chance. */
  PCA,
  /** A plane in which near ones stay near, from seeded random places; takes longer. */
  UMAP
}
