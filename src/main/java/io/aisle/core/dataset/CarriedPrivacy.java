package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.Treatment;
import java.util.HashMap;
import java.util.Map;

/**
 * What is done with the columns of files that are laid on a version: what is said of them; else
 * what was done with its columns of the same role, or of the same name, so that nothing comes in
 * clear that it has as a pseudonym, or not at all.
 */
final class CarriedPrivacy {
  private CarriedPrivacy() {}

  /**
   * @param before how the files of the version were read
   * @param columns of the new events, by their roles; empty: there are none, or they are as before
   * @param said treatments by header, {@link Treatment#KEEP} too
   */
  static Map<String, Treatment> of(
      ColumnMapping before, Map<ColumnRole, String> columns, Map<String, Treatment> said) {
    Map<String, Treatment> carried = new HashMap<>(before.privacy());
    columns.forEach(
        (role, column) -> {
          Treatment treatment = before.treatment(role);
          if (treatment != Treatment.KEEP) {
            carried.put(column, treatment);
          }
        });
    carried.putAll(said);
    return carried;
  }
}
