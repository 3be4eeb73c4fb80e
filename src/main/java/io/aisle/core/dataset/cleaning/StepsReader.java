package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.MappingWording;
import io.aisle.core.dataset.YamlMap;
import io.aisle.core.dataset.YamlTree;
import io.aisle.core.dataset.YamlWording;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads files of steps (YAML). A key that is left out has its default; a step without keys has all
 * of them.
 *
 * <pre>{@code
 * steps:
 *   - duplicates: {same: row}                     # or moment, pair
 *   - missing: {column: price, treatment: drop}   # or median, or value with value: 0
 *   - range: {column: price, min: 0.01, max: 1000}
 *   - cancellations: {withPurchases: true, invoicePrefix: C}
 *   - core: {users: 5, items: 5}
 *   - sessions: {gapMinutes: 30}
 *   - robots: {perHour: 100, perDay: 200, variation: 0.1, catalogueShare: 0.5}
 *   - rare-kinds: {minShare: 0.001}
 *   - time-window: {from: 2011-01-01, to: 2011-12-01T00:00:00Z}
 *   - normalise: {column: value, method: min-max}   # or z-score, log1p
 *   - binning: {column: price, bins: 10, method: quantiles}   # or equal-width
 *   - categories: {level: 1, separator: /, keep: 20, other: other}
 *   - sampling: {of: users, share: 0.1, seed: 1}    # or events
 * }</pre>
 */
public final class StepsReader {
  private static final String[] IDS = {
    "duplicates",
    "missing",
    "range",
    "cancellations",
    "core",
    "sessions",
    "robots",
    "rare-kinds",
    "time-window",
    "normalise",
    "binning",
    "categories",
    "sampling"
  };

  private StepsReader() {}

  /**
   * @throws InputException naming the file and the key
   */
  public static List<CleaningStep> readFile(Path yaml) {
    if (!Files.isRegularFile(yaml)) {
      throw new InputException(
          "The file of steps %s does not exist: check the path.".formatted(yaml));
    }
    try {
      return parse(Files.readString(yaml), yaml);
    } catch (MalformedInputException e) {
      throw new InputException(
          "The file of steps %s is not UTF-8 text: save it as UTF-8.".formatted(yaml), e);
    } catch (IOException e) {
      throw new InputException(
          "The file of steps %s cannot be read (%s): check its permissions."
              .formatted(yaml, e.getMessage()),
          e);
    }
  }

  /**
   * @param file where the text stands, for errors
   * @throws InputException naming the file and the key
   */
  public static List<CleaningStep> parse(String yaml, Path file) {
    YamlWording wording = new MappingWording(file);
    YamlMap map = YamlMap.of(YamlTree.read(yaml, wording).orElse(Map.of()), wording, "steps");
    List<YamlMap> entries =
        map.optionalMaps("steps", IDS).orElseThrow(() -> wording.missing("steps"));
    List<CleaningStep> steps = new ArrayList<>();
    for (YamlMap entry : entries) {
      if (entry.values().size() != 1) {
        throw map.wrong("steps", "a list with one step in each entry");
      }
      steps.add(step(entry, entry.values().keySet().iterator().next()));
    }
    return steps;
  }

  private static CleaningStep step(YamlMap entry, String id) {
    return switch (id) {
      case "duplicates" -> {
        YamlMap keys = keys(entry, id, "same");
        yield new CleaningStep.Duplicates(
            keys.constant("same", CleaningStep.Duplicates.Same.values())
                .orElse(CleaningStep.Duplicates.DEFAULT.same()));
      }
      case "missing" -> {
        YamlMap keys = keys(entry, id, "column", "treatment", "value");
        yield new CleaningStep.Missing(
            column(keys, CleaningStep.Missing.DEFAULT.column()),
            keys.constant("treatment", CleaningStep.Missing.Treatment.values())
                .orElse(
                    keys.has("value")
                        ? CleaningStep.Missing.Treatment.VALUE
                        : CleaningStep.Missing.Treatment.DROP),
            keys.raw("value").orElse(""));
      }
      case "range" -> {
        YamlMap keys = keys(entry, id, "column", "min", "max");
        yield new CleaningStep.Range(
            column(keys, CleaningStep.Range.DEFAULT.column()),
            number(keys, "min"),
            number(keys, "max"));
      }
      case "cancellations" -> {
        YamlMap keys = keys(entry, id, "withPurchases", "invoicePrefix");
        yield new CleaningStep.Cancellations(
            keys.flag("withPurchases").orElse(false), keys.raw("invoicePrefix").orElse(""));
      }
      case "core" -> {
        YamlMap keys = keys(entry, id, "users", "items");
        CleaningStep.Core preset = CleaningStep.Core.DEFAULT;
        yield new CleaningStep.Core(
            whole(keys, "users", preset.users()), whole(keys, "items", preset.items()));
      }
      case "sessions" ->
          new CleaningStep.Sessions(
              whole(
                  keys(entry, id, "gapMinutes"),
                  "gapMinutes",
                  CleaningStep.Sessions.DEFAULT.gapMinutes()));
      case "robots" -> robots(entry);
      case "rare-kinds" ->
          new CleaningStep.RareKinds(
              number(keys(entry, id, "minShare"), "minShare")
                  .orElse(CleaningStep.RareKinds.DEFAULT.minShare()));
      case "time-window" -> {
        YamlMap keys = keys(entry, id, "from", "to");
        yield new CleaningStep.TimeWindow(StepTimes.read(keys, "from"), StepTimes.read(keys, "to"));
      }
      case "normalise" -> {
        YamlMap keys = keys(entry, id, "column", "method");
        CleaningStep.Normalise preset = CleaningStep.Normalise.DEFAULT;
        yield new CleaningStep.Normalise(
            column(keys, preset.column()),
            keys.constant("method", CleaningStep.Normalise.Method.values())
                .orElse(preset.method()));
      }
      case "binning" -> {
        YamlMap keys = keys(entry, id, "column", "bins", "method");
        CleaningStep.Binning preset = CleaningStep.Binning.DEFAULT;
        yield new CleaningStep.Binning(
            column(keys, preset.column()),
            whole(keys, "bins", preset.bins()),
            keys.constant("method", CleaningStep.Binning.Method.values()).orElse(preset.method()));
      }
      case "categories" -> {
        YamlMap keys = keys(entry, id, "level", "separator", "keep", "other");
        CleaningStep.Categories preset = CleaningStep.Categories.DEFAULT;
        yield new CleaningStep.Categories(
            whole(keys, "level", keys.has("keep") ? 0 : preset.level()),
            keys.raw("separator").orElse(preset.separator()),
            whole(keys, "keep", preset.keep()),
            keys.raw("other").orElse(preset.other()));
      }
      default -> sampling(entry);
    };
  }

  private static CleaningStep robots(YamlMap entry) {
    YamlMap keys = keys(entry, "robots", "perHour", "perDay", "variation", "catalogueShare");
    return keys.values().isEmpty()
        ? CleaningStep.Robots.DEFAULT
        : new CleaningStep.Robots(
            moments(keys, "perHour"),
            moments(keys, "perDay"),
            number(keys, "variation"),
            number(keys, "catalogueShare"));
  }

  private static CleaningStep sampling(YamlMap entry) {
    YamlMap keys = keys(entry, "sampling", "of", "share", "seed");
    CleaningStep.Sampling preset = CleaningStep.Sampling.DEFAULT;
    return new CleaningStep.Sampling(
        keys.constant("of", CleaningStep.Sampling.Of.values()).orElse(preset.of()),
        number(keys, "share").orElse(preset.share()),
        keys.whole("seed", preset.seed(), Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** A step with nothing behind its name has all defaults. */
  private static YamlMap keys(YamlMap entry, String id, String... known) {
    return entry.has(id) ? entry.map(id, known) : entry.empty(id);
  }

  private static ColumnRole column(YamlMap keys, ColumnRole preset) {
    return keys.constant("column", ColumnRole.values()).orElse(preset);
  }

  private static int whole(YamlMap keys, String key, int preset) {
    return (int) keys.whole(key, preset, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static OptionalInt moments(YamlMap keys, String key) {
    return keys.has(key) ? OptionalInt.of(whole(keys, key, 0)) : OptionalInt.empty();
  }

  private static OptionalDouble number(YamlMap keys, String key) {
    return keys.number(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
