package io.aisle.core.training;

import io.aisle.core.dataset.PlainValue;
import io.aisle.core.dataset.YamlMap;
import io.aisle.domain.InputException;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.FeatureSpec;
import io.aisle.domain.experiment.LabelSpec;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Understands what a model reads beside the split: features, label, behaviours. */
final class SideSectionParser {
  private static final int MOST_WEIGHT = 1000;

  private final List<String> warnings;

  SideSectionParser(List<String> warnings) {
    this.warnings = warnings;
  }

  SideSpec side(YamlMap root, PrepareSpec prepare, SplitSpec split, ModelKind kind) {
    warnIfUnused(root, "features", kind, ModelTrait.FEATURES);
    warnIfUnused(root, "label", kind, ModelTrait.PREDICTS);
    LabelSpec label = label(root);
    Map<EventKind, Double> behaviours = behaviours(root, prepare, split);
    if (label.minValue().isPresent() && !behaviours.isEmpty()) {
      throw new InputException(
          root.name("label.minValue")
              + " reads values, and behaviours puts weights in their place; leave out one of the"
              + " two");
    }
    return new SideSpec(features(root), label, behaviours);
  }

  private static Map<EventKind, Double> behaviours(
      YamlMap root, PrepareSpec prepare, SplitSpec split) {
    if (!root.has("behaviours")) {
      return Map.of();
    }
    YamlMap map =
        root.map(
            "behaviours",
            Arrays.stream(EventKind.values()).map(EventKind::id).toArray(String[]::new));
    Map<EventKind, Double> weights = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      Optional<Double> weight = map.number(kind.id());
      if (weight.filter(value -> !(value >= 0 && value <= MOST_WEIGHT)).isPresent()) {
        throw map.wrong(kind.id(), "at least 0 and at most " + MOST_WEIGHT);
      }
      weight.ifPresent(value -> weights.put(kind, value));
    }
    requireUse(root, weights, prepare, split);
    return Collections.unmodifiableMap(weights);
  }

  private static void requireUse(
      YamlMap root, Map<EventKind, Double> weights, PrepareSpec prepare, SplitSpec split) {
    if (split instanceof SplitSpec.Given) {
      throw new InputException(
          root.name("behaviours")
              + " needs the events themselves, which a given split does not have; name a data set"
              + " or files and another split");
    }
    if (prepare.kinds().isEmpty()) {
      throw new InputException(
          root.name("behaviours")
              + " needs prepare.kinds, the kinds that are predicted; write for instance prepare:"
              + " {kinds: [purchase]}");
    }
    if (prepare.kinds().containsAll(weights.keySet())) {
      throw new InputException(
          root.name("behaviours")
              + " names no kind beside prepare.kinds; add one, or leave it out");
    }
    if (prepare.kinds().stream()
            .mapToDouble(kind -> weights.getOrDefault(kind, 1.0))
            .distinct()
            .count()
        > 1) {
      throw new InputException(
          root.name("behaviours")
              + " gives the kinds of prepare.kinds different weights; give them the same");
    }
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
        throw ParamValue.wrong(
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
              .orElseThrow(() -> ParamValue.wrong(map.name(key), each, "a list of names")));
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
