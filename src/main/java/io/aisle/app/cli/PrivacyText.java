package io.aisle.app.cli;

import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of the personal columns of an import. */
final class PrivacyText {
  private PrivacyText() {}

  /** A line for each column that looks personal and about which the mapping is silent. */
  static List<String> warnings(List<PersonalColumn> found, Map<String, Treatment> privacy) {
    return found.stream()
        .filter(each -> !privacy.containsKey(each.column()))
        .map(
            each ->
                "personal data? %s, column %s: %s For example %s. Say 'privacy: {%s: drop}' (or hash, or keep) in a mapping."
                    .formatted(
                        TextTable.clean(each.file()),
                        TextTable.clean(each.column()),
                        each.reason(),
                        TextTable.clean(String.join(", ", each.examples())),
                        TextTable.clean(each.column())))
        .toList();
  }

  /** What was done with which columns; empty when nothing was. */
  static String treated(Map<String, Treatment> privacy) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(privacy)
        .forEach(
            (column, treatment) -> {
              switch (treatment) {
                case KEEP -> {
                  // as it stands, which the mapping has said
                }
                case DROP ->
                    text.append("personal: %s was dropped%n".formatted(TextTable.clean(column)));
                case HASH ->
                    text.append(
                        "personal: %s was replaced by pseudonyms%n"
                            .formatted(TextTable.clean(column)));
              }
            });
    return text.isEmpty()
        ? ""
        : text + "personal: lines of refused rows are kept without these values%n".formatted();
  }
}
