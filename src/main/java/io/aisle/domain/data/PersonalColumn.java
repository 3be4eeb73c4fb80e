package io.aisle.domain.data;

import java.util.List;

/**
 * A column that looks personal.
 *
 * @param file name of the file, without its folder
 * @param reason why it looks so, a sentence in English
 * @param share of the sample's rows whose value looks so, 0 to 1
 * @param examples a few of its values, masked so that nobody can be told from them
 */
public record PersonalColumn(
    String file,
    String column,
    PersonalKind kind,
    String reason,
    double share,
    List<String> examples) {
  public PersonalColumn {
    examples = List.copyOf(examples);
  }
}
