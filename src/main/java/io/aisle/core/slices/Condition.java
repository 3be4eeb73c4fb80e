package io.aisle.core.slices;

/**
 * What users of a slice have in common in one attribute.
 *
 * @param attribute id of the attribute
 * @param low the value, or the lower bound, which belongs to it; "" where the relation has none
 * @param high the upper bound, which does not belong to it; "" where the relation has none
 * @param from first code of the attribute that is meant
 * @param to last code that is meant
 */
public record Condition(
    String attribute, Relation relation, String low, String high, int from, int to) {
  /** How an attribute and its bounds belong together. */
  public enum Relation {
    BELOW,
    AT_LEAST,
    /** The upper bound does not belong to it. */
    BETWEEN,
    IS,
    IS_NOT,
    YES,
    NO,
    UNKNOWN
  }

  /** The same for machines and command lines, such as {@code history < 5}. */
  public String expression() {
    return switch (relation) {
      case BELOW -> attribute + " < " + high;
      case AT_LEAST -> attribute + " >= " + low;
      case BETWEEN -> low + " <= " + attribute + " < " + high;
      case IS -> attribute + " = " + low;
      case IS_NOT -> attribute + " != " + low;
      case YES -> attribute;
      case NO -> "not " + attribute;
      case UNKNOWN -> attribute + " unknown";
    };
  }

  boolean holds(byte code) {
    return code >= from && code <= to;
  }
}
