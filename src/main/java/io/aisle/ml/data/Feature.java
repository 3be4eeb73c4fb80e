package io.aisle.ml.data;

import java.util.List;

/**
 * One attribute of all users or of all items as small whole numbers; numeric attributes come as
 * bins. An entity may have several values (tags) or none.
 *
 * @param name of the attribute, as in the data
 * @param values what each number stands for; number 0 is "unknown" and no entity holds it
 * @param offsets {@code [entities + 1]}
 * @param value numbers 1 to {@code values.size() - 1}, ascending within an entity
 */
public record Feature(String name, List<String> values, int[] offsets, int[] value) {
  public Feature {
    if (offsets[offsets.length - 1] != value.length) {
      throw new IllegalArgumentException("the arrays of '" + name + "' do not fit each other");
    }
  }

  public int entities() {
    return offsets.length - 1;
  }

  /** The most values that one entity has; at least 1. */
  public int most() {
    int most = 1;
    for (int e = 0; e < entities(); e++) {
      most = Math.max(most, offsets[e + 1] - offsets[e]);
    }
    return most;
  }
}
