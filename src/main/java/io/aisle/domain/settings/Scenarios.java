package io.aisle.domain.settings;

import java.util.List;
import java.util.Map;

/** Edits of histories that the analyst has named; kept in the workspace. */
public record Scenarios(List<Scenario> scenarios) {
  public static final Scenarios NONE = new Scenarios(List.of());

  public Scenarios {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * One of them.
   *
   * @param user external id of the user whose history it is about
   * @param edits as they stand in a file of edits
   */
  public record Scenario(String name, String user, List<Map<String, Object>> edits) {
    public Scenario {
      edits = List.copyOf(edits);
    }
  }
}
