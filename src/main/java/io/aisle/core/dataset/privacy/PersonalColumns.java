package io.aisle.core.dataset.privacy;

import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.PersonalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the columns of a sample of rows that look personal, by their names and their values. */
public final class PersonalColumns {
  /** A longer text is no name, number or address, and the patterns take long for it. */
  private static final int LONGEST = 1_000;

  private static final int EXAMPLES = 3;

  private PersonalColumns() {}

  /**
   * The columns that look personal, in the order of the header, each with the surest kind.
   *
   * @param file its name
   * @param rows of the sample; short ones lack the last fields
   */
  public static List<PersonalColumn> of(String file, List<String> header, List<List<String>> rows) {
    List<PersonalColumn> found = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      List<String> values =
          rows.stream()
              .filter(row -> column < row.size())
              .map(row -> row.get(column).strip())
              .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
              .toList();
      of(file, header.get(i), values, rows.size()).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<PersonalColumn> of(
      String file, String header, List<String> values, int rows) {
    ColumnWords name = ColumnWords.of(header);
    for (Shape shape : Shape.ALL) {
      List<String> alike = values.stream().filter(shape.looks()).toList();
      double share = values.isEmpty() ? 0 : (double) alike.size() / values.size();
      boolean named = shape.named().test(name);
      if (!alike.isEmpty() && share >= (named ? shape.enoughNamed() : shape.enough())) {
        return Optional.of(
            new PersonalColumn(
                file,
                header,
                shape.kind(),
                reason(shape.kind(), share, named),
                (double) alike.size() / rows,
                alike.stream().distinct().limit(EXAMPLES).map(Masked::of).toList()));
      }
    }
    return Optional.empty();
  }

  private static String reason(PersonalKind kind, double share, boolean named) {
    String what =
        switch (kind) {
          case EMAIL -> "e-mail addresses";
          case ID_CARD -> "identity card numbers";
          case PHONE -> "phone numbers";
          case IP -> "network addresses";
          case ADDRESS -> "postal addresses";
          case NAME -> "names of persons";
        };
    String template =
        named
            ? "Its name and %.0f %% of its values look like %s."
            : "%.0f %% of its values look like %s.";
    return String.format(Locale.ROOT, template, 100 * share, what);
  }
}
