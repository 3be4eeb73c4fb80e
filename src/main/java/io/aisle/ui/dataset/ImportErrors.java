package io.aisle.ui.dataset;

import io.aisle.core.dataset.ImportFaults;
import io.aisle.domain.data.ColumnRole;
import io.aisle.ui.common.Texts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the choices of an import, each beside its field. */
final class ImportErrors {
  private final Texts texts;

  ImportErrors(Texts texts) {
    this.texts = texts;
  }

  /**
   * A sentence for each field that is wrong.
   *
   * @param headers of the file, in its order
   */
  Map<ImportField, String> of(ImportState state, List<String> headers) {
    Map<ImportField, String> errors = new EnumMap<>(ImportField.class);
    if (state.name().isBlank()) {
      errors.put(ImportField.NAME, texts.of("import.error.name"));
    } else {
      put(errors, ImportField.NAME, ImportFaults.name(state.name().strip()));
    }
    need(state, ColumnRole.USER, ImportField.USER, errors);
    need(state, ColumnRole.ITEM, ImportField.ITEM, errors);
    Map<ColumnRole, String> seen = new EnumMap<>(ColumnRole.class);
    for (String header : headers) {
      ColumnRole role = state.roles().get(header);
      String other = role == null ? null : seen.put(role, header);
      if (other != null) {
        String word = texts.word("role.", role.id());
        errors.put(ImportField.TWICE, texts.of("import.error.twice", other, header, word));
      }
    }
    put(errors, ImportField.TIME, ImportFaults.timeFormat(state.timeFormat()));
    if (!isZone(state.zone())) {
      errors.put(ImportField.ZONE, texts.of("import.error.zone", state.zone()));
    }
    return errors;
  }

  private void need(
      ImportState state, ColumnRole role, ImportField field, Map<ImportField, String> errors) {
    if (!state.roles().containsValue(role)) {
      errors.put(field, texts.of("import.error.missing", texts.word("role.", role.id())));
    }
  }

  private void put(Map<ImportField, String> errors, ImportField field, String sentence) {
    if (!sentence.isEmpty()) {
      errors.put(field, texts.sentence(sentence));
    }
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
