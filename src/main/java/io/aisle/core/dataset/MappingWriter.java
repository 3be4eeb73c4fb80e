package io.aisle.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.JudgementFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes mapping files, such that {@link MappingReader} reads the same back. */
public final class MappingWriter {
  private MappingWriter() {}

  /** The text of a mapping file; its paths are absolute. */
  public static String write(MappingFile file) {
    ColumnMapping mapping = file.mapping();
    Map<String, Object> yaml = new LinkedHashMap<>();
    if (!file.files().isEmpty()) {
      yaml.put(
          "files", file.files().stream().map(path -> path.toAbsolutePath().toString()).toList());
    }
    if (!file.licence().isEmpty()) {
      yaml.put("licence", file.licence());
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    for (ColumnRole role : ColumnRole.values()) {
      if (mapping.columns().containsKey(role)) {
        columns.put(role.id(), mapping.columns().get(role));
      }
    }
    yaml.put("columns", columns);
    FormReader.write(mapping.form(), yaml);
    Map<String, Object> time = new LinkedHashMap<>();
    mapping.timeFormat().ifPresent(format -> time.put("format", format));
    mapping.zone().ifPresent(zone -> time.put("zone", zone.getId()));
    yaml.put("time", time);
    mapping.defaultKind().ifPresent(kind -> yaml.put("kind", kind.id()));
    Map<String, Object> kinds = new LinkedHashMap<>();
    mapping.kinds().forEach((word, kind) -> kinds.put(word, kind.id()));
    yaml.put("kinds", kinds);
    mapping
        .rules()
        .ifPresent(rules -> yaml.put("rules", rules.stream().map(MappingWriter::rule).toList()));
    if (!mapping.privacy().isEmpty()) {
      Map<String, Object> privacy = new TreeMap<>();
      mapping.privacy().forEach((column, treatment) -> privacy.put(column, treatment.id()));
      yaml.put("privacy", privacy);
    }
    entity(yaml, "items", file.items());
    entity(yaml, "users", file.users());
    file.judgements().ifPresent(grades -> yaml.put("judgements", judgements(grades)));
    FurtherReader.write(file.further(), yaml);
    try {
      return new YAMLMapper().writeValueAsString(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  private static Map<String, Object> rule(ImportRule rule) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("reason", rule.reason());
    switch (rule.test()) {
      case ImportRule.Missing test -> yaml.putAll(tested(test.column(), "missing", true));
      case ImportRule.Matches test ->
          yaml.putAll(tested(test.column(), "matches", test.pattern().pattern()));
      case ImportRule.Unless test ->
          yaml.putAll(tested(test.column(), "unless", test.pattern().pattern()));
      case ImportRule.AtMost test -> yaml.putAll(tested(test.column(), "atMost", test.limit()));
      case ImportRule.DuplicateLine _ -> yaml.put("duplicate", true);
    }
    return yaml;
  }

  private static Map<String, Object> tested(String column, String test, Object value) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("column", column);
    yaml.put(test, value);
    return yaml;
  }

  private static void entity(Map<String, Object> yaml, String key, Optional<EntityFile> given) {
    given.ifPresent(
        entity -> {
          Map<String, Object> keys = new LinkedHashMap<>();
          keys.put("file", entity.file().toAbsolutePath().toString());
          keys.put("id", entity.id());
          entity.title().ifPresent(title -> keys.put("title", title));
          entity.category().ifPresent(category -> keys.put("category", category));
          entity.attributes().ifPresent(column -> keys.put("attributes", column));
          yaml.put(key, keys);
        });
  }

  private static Map<String, Object> judgements(JudgementFile grades) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("file", grades.file().toAbsolutePath().toString());
    keys.put("query", grades.query());
    keys.put("item", grades.item());
    keys.put("grade", grades.grade());
    return keys;
  }

  /** The mapping file of a plan whose mapping was completed by a guess. */
  static String write(ImportPlan plan, ColumnMapping complete) {
    return write(plan.said(complete));
  }
}
