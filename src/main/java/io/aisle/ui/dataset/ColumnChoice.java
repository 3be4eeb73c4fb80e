package io.aisle.ui.dataset;

import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.MappingGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of the file to import.
 *
 * @param example its first values, to tell what it holds
 * @param reason why its role was guessed, in English
 */
public record ColumnChoice(String header, String example, String reason) {
  private static final int EXAMPLES = 3;

  static List<ColumnChoice> of(FileLook look) {
    List<ColumnChoice> choices = new ArrayList<>();
    for (int index = 0; index < look.guess().columns().size(); index++) {
      MappingGuess.Column column = look.guess().columns().get(index);
      choices.add(
          new ColumnChoice(
              column.header(), example(look.guess().firstRows(), index), column.reason()));
    }
    return choices;
  }

  private static String example(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size() && !row.get(column).isBlank())
        .map(row -> row.get(column))
        .distinct()
        .limit(EXAMPLES)
        .collect(Collectors.joining(" · "));
  }
}
