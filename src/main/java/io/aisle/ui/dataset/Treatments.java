package io.aisle.ui.dataset;

import io.aisle.core.dataset.AppendedColumns;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is to be stored of columns that look personal: what the analyst chose, else what a version
 * has of the same columns. FX thread only.
 */
final class Treatments {
  private final Map<String, Treatment> chosen = new HashMap<>();
  private final ReadOnlyObjectWrapper<Map<String, Treatment>> privacy =
      new ReadOnlyObjectWrapper<>(Map.of());

  /** Forgets everything. */
  void clear() {
    chosen.clear();
    privacy.set(Map.of());
  }

  /** The columns join another version, or none yet; what was chosen stays. */
  void leave() {
    privacy.set(Map.copyOf(chosen));
  }

  /** The columns join a version. */
  void begin(AppendedColumns columns) {
    Map<String, Treatment> all = new HashMap<>();
    for (PersonalColumn each : columns.personal()) {
      all.put(each.column(), columns.privacy().getOrDefault(each.column(), Treatment.KEEP));
    }
    all.putAll(chosen);
    privacy.set(Map.copyOf(all));
  }

  void choose(String column, Treatment treatment) {
    chosen.put(column, treatment);
    Map<String, Treatment> all = new HashMap<>(privacy.get());
    all.put(column, treatment);
    privacy.set(Map.copyOf(all));
  }

  /** By column; of others nothing is said. */
  ReadOnlyObjectProperty<Map<String, Treatment>> privacyProperty() {
    return privacy.getReadOnlyProperty();
  }
}
