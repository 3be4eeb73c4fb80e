package io.aisle.core.feature;

/** How an attribute becomes numbers. */
public enum AttributeKind {
  /** Numbers of many values, in quantile bins. */
  BINS,
  /** Texts or few numbers; an entity may have several, separated by a bar. */
  TAGS,
  /**
   * As {@link #TAGS}, with nearly a value for each entity, so that nothing can be learned of it.
   */
  NEARLY_UNIQUE,
  /** Every entity has the same value. */
  CONSTANT;

  /** Whether it is read where the experiment does not name the attributes. */
  public boolean useful() {
    return this == BINS || this == TAGS;
  }
}
