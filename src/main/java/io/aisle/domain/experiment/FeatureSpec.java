package io.aisle.domain.experiment;

import java.util.List;
import java.util.Optional;

/**
 * Which attributes models read beside the ids, which they always read. Empty: every known one that
 * can be of use.
 *
 * @param user names of attributes of users
 * @param item names of attributes of items
 * @param context what is read of the moment of an interaction, such as {@code hour}
 */
public record FeatureSpec(
    Optional<List<String>> user, Optional<List<String>> item, Optional<List<String>> context) {
  /** Every known attribute; hour and weekday where times are known. */
  public static final FeatureSpec DEFAULTS =
      new FeatureSpec(Optional.empty(), Optional.empty(), Optional.empty());
}
