package io.aisle.core.training;

import io.aisle.core.dataset.PlainValue;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The model section of a combined run: {@code {kind: fused, method: rank, weights: [1, 2]}}. */
public final class FusedSection {
  private FusedSection() {}

  /**
   * @param names of the combined runs, for people
   */
  public static Map<String, Object> write(FusionSpec fusion, List<String> names) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", RunRecord.FUSED);
    map.put("method", PlainValue.id(fusion.method()));
    map.put("weights", fusion.weights());
    map.put("runs", names);
    return map;
  }

  /** How the members of a combined run are put together. */
  static FusionSpec read(RunRecord record, RunFolder folder) {
    if (record.configuration().get("model") instanceof Map<?, ?> section
        && section.get("weights") instanceof List<?> weights
        && weights.stream().allMatch(Number.class::isInstance)) {
      return new FusionSpec(
          PlainValue.constant(FusionSpec.Method.values(), section.get("method"))
              .orElseThrow(() -> damaged(folder)),
          weights.stream().map(weight -> ((Number) weight).doubleValue()).toList());
    }
    throw damaged(folder);
  }

  private static InputException damaged(RunFolder folder) {
    return new InputException(
        "%s does not say how its runs are combined; combine them again".formatted(folder.path()));
  }

  /** The folders of the members, in the order of their weights. */
  static List<RunFolder> members(RunFolder folder, FusionSpec fusion) {
    return IntStream.range(0, fusion.weights().size())
        .mapToObj(number -> member(folder, number))
        .toList();
  }

  /** The folder of one member, counted from 0. */
  public static RunFolder member(RunFolder folder, int number) {
    Path path = folder.members().resolve(Integer.toString(number + 1));
    return new RunFolder(path);
  }
}
