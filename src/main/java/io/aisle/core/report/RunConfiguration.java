package io.aisle.core.report;

import io.aisle.core.report.ReportPage.Fact;
import io.aisle.core.training.ExperimentWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The experiment of a run, as {@code run.json} keeps it: nested maps in the shape of an experiment
 * file.
 */
record RunConfiguration(Map<String, Object> tree) {
  /** A part such as {@code split}; empty when it is not there. */
  Map<?, ?> part(String name) {
    return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** A value of a part as text; "" when it is not there. */
  String text(String part, String key) {
    Object value = part(part).get(key);
    return value == null ? "" : String.valueOf(value);
  }

  /** The values of a part, lists joined by commas. */
  List<Fact> facts(String part) {
    List<Fact> facts = new ArrayList<>();
    part(part).forEach((key, value) -> facts.add(new Fact(String.valueOf(key), plain(value))));
    return facts;
  }

  /** The experiment as it was declared. */
  String yaml() {
    return ExperimentWriter.toYaml(tree);
  }

  /** An experiment file for the run's own folder: the same, on the split that lies in data/. */
  String yamlOnItsOwnData(String name) {
    Map<String, Object> again = new LinkedHashMap<>(tree);
    again.put("name", name);
    again.put(
        "dataset",
        Map.of(
            "items",
            ordered(
                "file", "data/items.tsv", "id", "item", "title", "title", "category", "category")));
    again.put(
        "split",
        ordered(
            "kind", "given",
            "train", "data/train.tsv.gz",
            "valid", "data/valid.tsv.gz",
            "test", "data/test.tsv.gz"));
    again.remove("prepare");
    return ExperimentWriter.toYaml(again);
  }

  private static Map<String, Object> ordered(String... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static String plain(Object value) {
    if (value instanceof List<?> list) {
      return String.join(", ", list.stream().map(RunConfiguration::plain).toList());
    }
    if (value instanceof Map<?, ?> map) {
      List<String> pairs = new ArrayList<>();
      map.forEach((key, each) -> pairs.add(key + ": " + plain(each)));
      return String.join(", ", pairs);
    }
    return String.valueOf(value);
  }
}
