package io.aisle.core.training;

import io.aisle.core.dataset.YamlMap;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.SplitSpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands where an experiment's data come from and how they are split. */
final class DataSectionParser {
  private static final DatasetSpec.Files NOTHING =
      new DatasetSpec.Files(
          Optional.empty(), ColumnMapping.GUESS, Optional.empty(), Optional.empty());

  private final Path folder;
  private final List<String> warnings;

  DataSectionParser(Path folder, List<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  DatasetSpec dataset(YamlMap root, SplitSpec split) {
    boolean given = split instanceof SplitSpec.Given;
    if (!root.has("dataset")) {
      if (given) {
        return NOTHING;
      }
      throw new InputException(
          root.name("dataset") + " is missing; name a data set of the workspace, or files");
    }
    if (root.required("dataset") instanceof String name) {
      if (given) {
        warnings.add(
            root.name("dataset")
                + " is not read: with a given split, its three files are the data");
      }
      return new DatasetSpec.Named(name.strip());
    }
    YamlMap map = root.map("dataset", "interactions", "columns", "items", "users");
    Optional<Path> interactions =
        given && !map.has("interactions")
            ? Optional.empty()
            : Optional.of(path(map, "interactions"));
    if (given && interactions.isPresent()) {
      warnings.add(
          map.name("interactions")
              + " is not read: with a given split, its three files are the data");
      interactions = Optional.empty();
    }
    return new DatasetSpec.Files(
        interactions, columns(map), entity(map, "items"), entity(map, "users"));
  }

  private static ColumnMapping columns(YamlMap dataset) {
    ColumnMapping guess = ColumnMapping.GUESS;
    if (!dataset.has("columns")) {
      return guess;
    }
    String[] roles = Arrays.stream(ColumnRole.values()).map(ColumnRole::id).toArray(String[]::new);
    YamlMap map = dataset.map("columns", roles);
    Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    for (ColumnRole role : ColumnRole.values()) {
      map.optional(role.id()).ifPresent(header -> columns.put(role, header));
    }
    return new ColumnMapping(
        columns,
        guess.form(),
        guess.timeFormat(),
        guess.zone(),
        guess.defaultKind(),
        guess.kinds(),
        guess.rules());
  }

  private Optional<EntityFile> entity(YamlMap dataset, String key) {
    if (!dataset.has(key)) {
      return Optional.empty();
    }
    YamlMap map =
        key.equals("items")
            ? dataset.map(key, "file", "id", "title", "category")
            : dataset.map(key, "file", "id");
    return Optional.of(
        new EntityFile(
            path(map, "file"), map.text("id"), map.optional("title"), map.optional("category")));
  }

  SplitSpec split(YamlMap root) {
    YamlMap any = root.map("split");
    String kind = any.text("kind");
    return switch (kind) {
      case "leave-last-out" -> {
        root.map("split", "kind");
        yield new SplitSpec.LeaveLastOut();
      }
      case "none" -> {
        root.map("split", "kind");
        yield new SplitSpec.Everything();
      }
      case "random" -> random(root.map("split", "kind", "ratios", "seed", "by"));
      case "temporal" -> temporal(root.map("split", "kind", "valid", "test", "ratios"));
      case "given" -> {
        YamlMap map = root.map("split", "kind", "train", "valid", "test");
        yield new SplitSpec.Given(path(map, "train"), path(map, "valid"), path(map, "test"));
      }
      default -> throw any.wrong("kind", "one of leave-last-out, random, temporal, given, none");
    };
  }

  private static SplitSpec random(YamlMap map) {
    String by = map.optional("by").orElse("user");
    if (!by.equals("user") && !by.equals("all")) {
      throw map.wrong("by", "user or all");
    }
    List<Integer> ratios = map.has("ratios") ? ratios(map) : List.of(8, 1, 1);
    long seed = map.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
    return new SplitSpec.Random(ratios, seed, by.equals("user"));
  }

  private static SplitSpec temporal(YamlMap map) {
    if (map.has("valid") || map.has("test")) {
      if (map.has("ratios")) {
        throw new InputException(
            map.name("ratios") + " cannot stand beside instants; leave out one of the two");
      }
      Instant valid = map.instant("valid");
      Instant test = map.instant("test");
      if (!valid.isBefore(test)) {
        throw new InputException(
            "%s is not before %s; validation must start first"
                .formatted(map.name("valid"), map.name("test")));
      }
      return new SplitSpec.TemporalAt(valid, test);
    }
    return new SplitSpec.TemporalRatios(map.has("ratios") ? ratios(map) : List.of(8, 1, 1));
  }

  private static List<Integer> ratios(YamlMap map) {
    List<Integer> ratios = new ArrayList<>();
    for (Object each : map.list("ratios")) {
      long ratio = ParamValue.whole(each, map.name("ratios"));
      if (ratio < 0 || ratio > 1_000_000) {
        throw ParamValue.wrong(map.name("ratios"), ratio, "at least 0 and at most 1000000");
      }
      ratios.add((int) ratio);
    }
    if (ratios.size() != 3 || ratios.getFirst() == 0 || ratios.getLast() == 0) {
      throw map.wrong(
          "ratios", "three shares, of train, valid and test, the first and the last above 0");
    }
    return ratios;
  }

  private Path path(YamlMap map, String key) {
    String text = map.text(key);
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw map.wrong(key, "a path");
    }
  }
}
