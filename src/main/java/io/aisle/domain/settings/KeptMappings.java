package io.aisle.domain.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mappings of files to which the analyst has given a name; kept in the workspace.
 *
 * @param mappings in the order in which they were kept
 */
public record KeptMappings(List<Kept> mappings) {
  public static final KeptMappings NONE = new KeptMappings(List.of());

  public KeptMappings {
    mappings = List.copyOf(mappings);
  }

  /**
   * One with a name.
   *
   * @param header columns of the file for which it was made
   * @param yaml the text of a mapping file
   */
  public record Kept(String name, List<String> header, String yaml) {
    public Kept {
      header = List.copyOf(header);
    }
  }

  /** The same with another one; one of its name is replaced. */
  public KeptMappings with(Kept added) {
    List<Kept> next = new ArrayList<>(without(added.name()).mappings);
    next.add(added);
    return new KeptMappings(next);
  }

  /** The same without the one of a name. */
  public KeptMappings without(String name) {
    return new KeptMappings(mappings.stream().filter(each -> !each.name().equals(name)).toList());
  }

  /** Those for files with the same columns, in whatever order; the one kept last first. */
  public List<Kept> fitting(List<String> header) {
    return mappings.reversed().stream()
        .filter(each -> Set.copyOf(each.header()).equals(Set.copyOf(header)))
        .toList();
  }
}
