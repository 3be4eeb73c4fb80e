package io.aisle.core.training;

import io.aisle.core.dataset.PlainValue;
import io.aisle.core.dataset.YamlMap;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FeatureSpec;
import io.aisle.domain.experiment.LabelSpec;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Understands what a model reads beside the split: features and label. */
final class SideSectionParser {
  private final List<String> warnings;

  SideSectionParser(List<String> warnings) {
    this.warnings = warnings;
  }

  SideSpec side(YamlMap root, ModelKind kind) {
    warnIfUnused(root, "features", kind, ModelTrait.FEATURES);
    warnIfUnused(root, "label", kind, ModelTrait.PREDICTS);
    return new SideSpec(features(root), label(root), Map.of());
  }

  private void warnIfUnused(YamlMap root, String section, ModelKind kind, ModelTrait needed) {
    if (root.has(section) && !kind.has(needed)) {
      warnings.add("%s is not used: %s has no use for it".formatted(root.name(section), kind.id()));
    }
  }

  private static FeatureSpec features(YamlMap root) {
    return root.optionalMap("features", "user", "item", "context")
        .map(map -> new FeatureSpec(names(map, "user"), names(map, "item"), context(map)))
        .orElse(FeatureSpec.DEFAULTS);
  }

  private static Optional<List<String>> context(YamlMap map) {
    Optional<List<String>> names = names(map, "context");
    for (String name : names.orElse(List.of())) {
      if (!SideData.contextNames().contains(name)) {
        throw ParamsCodec.wrong(
            map.name("context"), name, "one of " + String.join(", ", SideData.contextNames()));
      }
    }
    return names;
  }

  /** Names, perhaps none; empty where nothing is said. */
  private static Optional<List<String>> names(YamlMap map, String key) {
    if (!map.has(key)) {
      return Optional.empty();
    }
    if (map.required(key) instanceof List<?> list && list.isEmpty()) {
      return Optional.of(List.of());
    }
    List<String> names = new ArrayList<>();
    for (Object each : map.list(key)) {
      names.add(
          PlainValue.text(each)
              .orElseThrow(() -> ParamsCodec.wrong(map.name(key), each, "a list of names")));
    }
    return Optional.of(names.stream().distinct().toList());
  }

  private static LabelSpec label(YamlMap root) {
    LabelSpec preset = LabelSpec.DEFAULTS;
    if (!root.has("label")) {
      return preset;
    }
    YamlMap map = root.map("label", "minValue", "negatives");
    Optional<Double> least = map.number("minValue");
    if (least.filter(value -> !Double.isFinite(value)).isPresent()) {
      throw map.wrong("minValue", "a finite number");
    }
    if (least.isPresent() && map.has("negatives")) {
      throw new InputException(
          map.name("negatives")
              + " cannot stand beside minValue, which makes negatives of the data; leave out one of"
              + " the two");
    }
    return new LabelSpec(
        least.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        (int) map.whole("negatives", preset.negatives(), 1, LabelSpec.MOST_NEGATIVES));
  }
}
