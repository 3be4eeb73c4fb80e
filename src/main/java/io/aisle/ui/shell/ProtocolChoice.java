package io.aisle.ui.shell;

import io.aisle.ui.common.RunItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs that may stand beside each other: of one protocol and the same data.
 *
 * @param split the kind of its split, as experiments name it; empty when a run does not say
 * @param runs newest first, at least one
 */
public record ProtocolChoice(String split, List<RunItem> runs) {
  public ProtocolChoice {
    runs = List.copyOf(runs);
  }

  /** The protocols of some runs, in the order of their newest run. */
  static List<ProtocolChoice> of(List<RunItem> runs) {
    Map<List<String>, List<RunItem>> groups = new LinkedHashMap<>();
    for (RunItem run : runs) {
      groups
          .computeIfAbsent(
              List.of(run.record().protocolHash(), run.record().dataFingerprint()),
              key -> new ArrayList<>())
          .add(run);
    }
    return groups.values().stream()
        .map(group -> new ProtocolChoice(split(group.getFirst()), group))
        .toList();
  }

  private static String split(RunItem run) {
    return run.record().configuration().get("split") instanceof Map<?, ?> split
            && split.get("kind") instanceof String kind
        ? kind
        : "";
  }

  boolean has(RunItem run) {
    return run.comparable(runs.getFirst());
  }

  /** The first digits of the hash. */
  public String hash() {
    return runs.getFirst().protocol();
  }

  public String dataset() {
    return runs.getFirst().record().dataset();
  }

  /** The newest run of each model: what one most likely wants to see side by side. */
  List<RunItem> newestOfEach() {
    Map<String, RunItem> models = new LinkedHashMap<>();
    runs.forEach(run -> models.putIfAbsent(run.record().modelId() + run.record().name(), run));
    return List.copyOf(models.values());
  }
}
