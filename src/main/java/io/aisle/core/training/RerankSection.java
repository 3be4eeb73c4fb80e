package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.dataset.YamlMap;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.RerankRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules about lists in files and back: {@code rerank: [{kind: mmr, lambda: 0.7}, ...]}. */
public final class RerankSection {
  /** The key of the section. */
  static final String KEY = "rerank";

  private static final List<Record> KINDS =
      List.of(
          RerankRule.Mmr.DEFAULTS,
          RerankRule.Freshness.DEFAULTS,
          RerankRule.CategoryCap.DEFAULTS,
          RerankRule.Pin.DEFAULTS,
          RerankRule.Block.DEFAULTS,
          RerankRule.Boost.DEFAULTS);

  private RerankSection() {}

  /** The rules of each kind as they are when nothing is said of them, in the order of forms. */
  public static List<RerankRule> kinds() {
    return KINDS.stream().map(RerankRule.class::cast).toList();
  }

  /**
   * The rules of a file; none when it has no such section.
   *
   * @throws InputException one sentence that names the rule and the way out
   */
  static List<RerankRule> read(YamlMap root) {
    List<RerankRule> rules = new ArrayList<>();
    List<YamlMap> entries = root.optionalMaps(KEY).orElse(List.of());
    for (YamlMap entry : entries) {
      rules.add(rule(entry));
    }
    return List.copyOf(rules);
  }

  /**
   * The rules of a file of their own, which has the section alone.
   *
   * @throws InputException one sentence that names file and rule, and the way out
   */
  public static List<RerankRule> readFile(Path file) {
    List<RerankRule> rules =
        read(
            YamlMap.of(
                ExperimentReader.tree(file, "rules"), new ExperimentWording(file.toString()), KEY));
    if (rules.isEmpty()) {
      throw new InputException(
          "%s has no rules; write them under rerank, such as rerank: [{kind: mmr, lambda: 0.7}]"
              .formatted(file));
    }
    return rules;
  }

  /** Rules on their way to a worker. */
  public static JsonNode toJson(List<RerankRule> rules) {
    return RunJson.mapper().valueToTree(write(rules));
  }

  public static List<RerankRule> fromJson(JsonNode rules) {
    Object list = RunJson.mapper().convertValue(rules, Object.class);
    return read(YamlMap.of(Map.of(KEY, list), new ExperimentWording("the rules"), KEY));
  }

  private static RerankRule rule(YamlMap entry) {
    String kind = entry.text("kind");
    List<String> known = kinds().stream().map(RerankRule::kind).toList();
    if (!known.contains(kind)) {
      throw entry.wrong("kind", "one of " + String.join(", ", known));
    }
    Map<String, Object> values = new LinkedHashMap<>(entry.values());
    values.remove("kind");
    RerankRule rule =
        (RerankRule) ParamsCodec.read(KINDS.get(known.indexOf(kind)), values, entry.name(""));
    return complete(rule, entry.name(""));
  }

  /**
   * A rule that a form has filled in.
   *
   * @throws InputException when it lacks an item or category, or has both
   */
  public static RerankRule complete(RerankRule rule, String where) {
    switch (rule) {
      case RerankRule.Pin pin when pin.item().isEmpty() ->
          throw new InputException(
              "%s is missing; name the item that is pinned".formatted(where + "item"));
      case RerankRule.Block block -> one(where, block.item(), block.category());
      case RerankRule.Boost boost -> one(where, boost.item(), boost.category());
      default -> {}
    }
    return rule;
  }

  private static void one(String where, String item, String category) {
    if (item.isEmpty() == category.isEmpty()) {
      throw new InputException(
          "%s or category is missing, or both are there; name one of the two"
              .formatted(where + "item"));
    }
  }

  /** As it stands in a file; what a rule does not use is left out. */
  public static List<Map<String, Object>> write(List<RerankRule> rules) {
    return rules.stream().map(RerankSection::map).toList();
  }

  private static Map<String, Object> map(RerankRule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", rule.kind());
    ParamsCodec.toMap((Record) rule)
        .forEach(
            (key, value) -> {
              if (!value.equals("")) {
                map.put(key, value);
              }
            });
    return map;
  }
}
