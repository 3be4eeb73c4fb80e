package io.aisle.core.slices;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slices beside everybody.
 *
 * @param question that they answer
 * @param users external ids of the evaluated users
 * @param everybody the slice of all of them; its rest and its tests are NaN
 * @param least users of a slice at least
 * @param attributes ids of what was known of the users
 * @param slices the worst first
 */
public record SliceReport(
    SliceQuestion question,
    List<String> users,
    Slice everybody,
    int least,
    List<String> attributes,
    List<Slice> slices) {
  /** External ids of the users of a slice. */
  public Set<String> usersOf(Slice slice) {
    Set<String> ids = new HashSet<>();
    slice.members().stream().forEach(user -> ids.add(users.get(user)));
    return ids;
  }
}
