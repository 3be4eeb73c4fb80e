package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.aisle.core.dataset.PlainValue;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.LabelSpec;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.model.MetricKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an experiment as a map in the shape of an experiment file, with every default filled in;
 * {@link ExperimentReader#fromMap} reads it back. Values are texts, numbers, booleans, lists and
 * maps.
 */
public final class ExperimentWriter {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private ExperimentWriter() {}

  /** The experiment as the text of a file. */
  public static String toYaml(Experiment experiment) {
    return toYaml(toMap(experiment));
  }

  /**
   * A map in the shape of an experiment file as the text of one, without a line break at the end.
   */
  public static String toYaml(Map<String, Object> map) {
    try {
      return YAML.writeValueAsString(map).strip();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a configuration of plain values cannot be written", e);
    }
  }

  /** The whole experiment. */
  public static Map<String, Object> toMap(Experiment experiment) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", experiment.name());
    dataset(map, experiment.dataset());
    map.put("prepare", prepare(experiment.prepare()));
    map.put("split", split(experiment.split()));
    map.put("protocol", protocol(experiment.protocol()));
    side(map, experiment.side());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("kind", experiment.model().kind().id());
    model.putAll(ParamsCodec.toMap((Record) experiment.model()));
    map.put("model", model);
    map.put("training", ParamsCodec.toMap(experiment.training()));
    if (!experiment.rerank().isEmpty()) {
      map.put(RerankSection.KEY, RerankSection.write(experiment.rerank()));
    }
    return map;
  }

  private static void dataset(Map<String, Object> map, DatasetSpec dataset) {
    switch (dataset) {
      case DatasetSpec.Named named -> map.put("dataset", named.name());
      case DatasetSpec.Files files -> {
        Map<String, Object> section = files(files);
        if (!section.isEmpty()) {
          map.put("dataset", section);
        }
      }
    }
  }

  private static Map<String, Object> files(DatasetSpec.Files files) {
    Map<String, Object> map = new LinkedHashMap<>();
    files.interactions().ifPresent(path -> map.put("interactions", path.toString()));
    if (!files.mapping().columns().isEmpty()) {
      Map<String, Object> columns = new LinkedHashMap<>();
      new EnumMap<ColumnRole, String>(files.mapping().columns())
          .forEach((role, header) -> columns.put(role.id(), header));
      map.put("columns", columns);
    }
    files.items().ifPresent(items -> map.put("items", entity(items)));
    files.users().ifPresent(users -> map.put("users", entity(users)));
    return map;
  }

  private static Map<String, Object> entity(EntityFile entity) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", entity.file().toString());
    map.put("id", entity.id());
    entity.title().ifPresent(title -> map.put("title", title));
    entity.category().ifPresent(category -> map.put("category", category));
    return map;
  }

  private static Map<String, Object> prepare(PrepareSpec prepare) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (!prepare.kinds().isEmpty()) {
      map.put("kinds", prepare.kinds().stream().sorted().map(PlainValue::id).toList());
    }
    if (prepare.minValue().isPresent()) {
      map.put("minValue", prepare.minValue().getAsDouble());
    }
    map.put("repeats", PlainValue.id(prepare.repeats()));
    map.put("core", prepare.core());
    return map;
  }

  private static Map<String, Object> split(SplitSpec split) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", split.id());
    switch (split) {
      case SplitSpec.LeaveLastOut _, SplitSpec.Everything _ -> {}
      case SplitSpec.Random random -> {
        map.put("ratios", random.ratios());
        map.put("seed", random.seed());
        map.put("by", random.byUser() ? "user" : "all");
      }
      case SplitSpec.TemporalAt at -> {
        map.put("valid", at.valid().toString());
        map.put("test", at.test().toString());
      }
      case SplitSpec.TemporalRatios shares -> map.put("ratios", shares.ratios());
      case SplitSpec.Given given -> {
        map.put("train", given.train().toString());
        map.put("valid", given.valid().toString());
        map.put("test", given.test().toString());
      }
    }
    return map;
  }

  /** Writes only what was asked for, since the usual features depend on the data. */
  private static void side(Map<String, Object> map, SideSpec side) {
    Map<String, Object> features = new LinkedHashMap<>();
    side.features().user().ifPresent(names -> features.put("user", names));
    side.features().item().ifPresent(names -> features.put("item", names));
    side.features().context().ifPresent(names -> features.put("context", names));
    if (!features.isEmpty()) {
      map.put("features", features);
    }
    Map<String, Object> label = new LinkedHashMap<>();
    side.label().minValue().ifPresent(least -> label.put("minValue", least));
    if (side.label().negatives() != LabelSpec.DEFAULTS.negatives()) {
      label.put("negatives", side.label().negatives());
    }
    if (!label.isEmpty()) {
      map.put("label", label);
    }
    if (!side.behaviours().isEmpty()) {
      Map<String, Object> behaviours = new LinkedHashMap<>();
      side.behaviours().forEach((kind, weight) -> behaviours.put(kind.id(), weight));
      map.put("behaviours", behaviours);
    }
  }

  private static Map<String, Object> protocol(ProtocolSpec protocol) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(
        "candidates",
        protocol.candidates().isPresent() ? (Object) protocol.candidates().getAsInt() : "all");
    map.put("excludeSeen", protocol.excludeSeen());
    map.put("history", PlainValue.id(protocol.history()));
    map.put("metrics", protocol.metrics().stream().map(MetricKind::id).toList());
    map.put("k", List.copyOf(protocol.k()));
    return map;
  }
}
