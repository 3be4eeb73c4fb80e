package io.aisle.domain.model;

/** The models of the shelf. */
public enum ModelKind {
  POPULARITY("popularity", PopularityParams.DEFAULTS),
  ITEM_KNN("item-knn", ItemKnnParams.DEFAULTS),
  EASE("ease", EaseParams.DEFAULTS),
  ALS("als", AlsParams.DEFAULTS),
  BPR("bpr", BprParams.DEFAULTS),
  SASREC("sasrec", SasRecParams.DEFAULTS);

  private final String id;
  private final ModelParams defaults;

  ModelKind(String id, ModelParams defaults) {
    this.id = id;
    this.defaults = defaults;
  }

  /** The name in experiment files, run.json and resource bundles ({@code model.<id>}). */
  public String id() {
    return id;
  }

  public ModelParams defaults() {
    return defaults;
  }

  /** Whether it needs libtorch and a worker with a device. */
  public boolean neural() {
    return this == SASREC;
  }

  /** Whether it is fitted by repeated epochs, so that there is something to stop early. */
  public boolean iterative() {
    return this == ALS || this == BPR || this == SASREC;
  }
}
