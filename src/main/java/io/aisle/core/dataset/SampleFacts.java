package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.model.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is told of a sample before it is imported, the content of its {@code sample.yaml}.
 *
 * @param order its place among the samples, from 1
 * @param counts what its files hold, before anything is refused: {@code rows}, {@code users},
 *     {@code items}, {@code queries}, {@code judgements}, as far as there are any
 * @param models what a first look trains; empty when there is nothing to learn from
 */
public record SampleFacts(
    int order,
    Words title,
    Words what,
    Words goodFor,
    Map<String, Long> counts,
    Licence licence,
    List<ModelKind> models) {
  /** A text in the languages of the program. */
  public record Words(String english, String chinese) {
    public String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? chinese : english;
    }
  }

  /**
   * @param link where it can be read
   * @param commercial whether commercial use is allowed
   */
  public record Licence(String name, String link, boolean commercial) {}

  /**
   * @throws InputException naming the file and the key
   */
  static SampleFacts read(Path file) {
    YamlWording wording = new MappingWording(file);
    YamlMap map =
        YamlMap.of(
            YamlTree.read(text(file), wording).orElse(Map.of()),
            wording,
            "order",
            "title",
            "what",
            "goodFor",
            "counts",
            "licence",
            "models");
    YamlMap licence = map.map("licence", "name", "link", "commercial");
    return new SampleFacts(
        (int) map.whole("order", 1, 1, 1_000),
        words(map, "title"),
        words(map, "what"),
        words(map, "goodFor"),
        counts(map),
        new Licence(
            licence.text("name"),
            licence.text("link"),
            licence.flag("commercial").orElseThrow(() -> licence.wrong("commercial", "given"))),
        models(map));
  }

  private static Words words(YamlMap map, String key) {
    YamlMap both = map.map(key, "en", "zh");
    return new Words(both.text("en"), both.text("zh"));
  }

  private static Map<String, Long> counts(YamlMap map) {
    YamlMap given = map.map("counts", "rows", "users", "items", "queries", "judgements");
    Map<String, Long> counts = new LinkedHashMap<>();
    given.values().keySet().forEach(key -> counts.put(key, given.whole(key, 0, 0, Long.MAX_VALUE)));
    return counts;
  }

  private static List<ModelKind> models(YamlMap map) {
    List<ModelKind> models = new ArrayList<>();
    if (map.required("models") instanceof List<?> names) {
      for (Object name : names) {
        models.add(
            PlainValue.constant(ModelKind.values(), name)
                .orElseThrow(() -> map.wrong("models", "a list of kinds of models")));
      }
    }
    return List.copyOf(models);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OperationException(
          "The sample file %s cannot be read: install Aisle again.".formatted(file), e);
    }
  }
}
