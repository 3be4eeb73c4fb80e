package io.aisle.core.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.dataset.YamlMap;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.ExperimentWording;
import io.aisle.core.training.ParamsCodec;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import io.aisle.domain.explanation.HistoryEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits of histories in files: {@code edits}, a list of {@code kind} and the edit's keys. */
public final class EditSection {
  private static final String KEY = "edits";

  private static final List<Record> KINDS =
      List.of(
          HistoryEdit.Remove.DEFAULTS,
          HistoryEdit.Add.DEFAULTS,
          HistoryEdit.Move.DEFAULTS,
          HistoryEdit.Weigh.DEFAULTS,
          HistoryEdit.Moment.DEFAULTS);

  private EditSection() {}

  /**
   * The edits of a file.
   *
   * @throws InputException one sentence that names file and edit, and the way out
   */
  public static List<HistoryEdit> readFile(Path file) {
    List<HistoryEdit> edits =
        read(
            YamlMap.of(
                ExperimentReader.tree(file, KEY), new ExperimentWording(file.toString()), KEY));
    if (edits.isEmpty()) {
      throw new InputException(
          "%s has no edits; write them under edits, such as edits: [{kind: remove, item: '22423'}]"
              .formatted(file));
    }
    return edits;
  }

  /** Edits as they were written, by {@link #write}. */
  public static List<HistoryEdit> fromMaps(List<Map<String, Object>> edits) {
    return read(YamlMap.of(Map.of(KEY, edits), new ExperimentWording("the scenario"), KEY));
  }

  static List<HistoryEdit> fromJson(JsonNode edits) {
    Object list = RunJson.mapper().convertValue(edits, Object.class);
    return read(YamlMap.of(Map.of(KEY, list), new ExperimentWording("the edits"), KEY));
  }

  static JsonNode toJson(List<HistoryEdit> edits) {
    return RunJson.mapper().valueToTree(write(edits));
  }

  /** As they stand in a file; what is left at its default is left out. */
  public static List<Map<String, Object>> write(List<HistoryEdit> edits) {
    return edits.stream().map(EditSection::map).toList();
  }

  private static List<HistoryEdit> read(YamlMap root) {
    List<HistoryEdit> edits = new ArrayList<>();
    for (YamlMap entry : root.optionalMaps(KEY).orElse(List.of())) {
      edits.add(edit(entry));
    }
    return List.copyOf(edits);
  }

  private static HistoryEdit edit(YamlMap entry) {
    String kind = entry.text("kind");
    List<String> known = KINDS.stream().map(each -> ((HistoryEdit) each).kind()).toList();
    if (!known.contains(kind)) {
      throw entry.wrong("kind", "one of " + String.join(", ", known));
    }
    Map<String, Object> values = new LinkedHashMap<>(entry.values());
    values.remove("kind");
    return (HistoryEdit) ParamsCodec.read(KINDS.get(known.indexOf(kind)), values, entry.name(""));
  }

  private static Map<String, Object> map(HistoryEdit edit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", edit.kind());
    Record preset =
        KINDS.stream().filter(each -> each.getClass() == edit.getClass()).findFirst().orElseThrow();
    Map<String, Object> presets = ParamsCodec.toMap(preset);
    ParamsCodec.toMap((Record) edit)
        .forEach(
            (key, value) -> {
              if (!value.equals(presets.get(key))) {
                map.put(key, value);
              }
            });
    return map;
  }
}
