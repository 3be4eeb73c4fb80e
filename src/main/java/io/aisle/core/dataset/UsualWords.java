package io.aisle.core.dataset;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that files use for something, best first, in several languages, as a resource of the
 * program lists them: a YAML mapping of lists, which may be lists of lists. Immutable.
 */
final class UsualWords {
  private static final Pattern RECBOLE_TYPE = Pattern.compile(":(token|float)(_seq)?$");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");

  private final Map<String, List<String>> words;

  private UsualWords(Map<String, List<String>> words) {
    this.words = words;
  }

  /**
   * @param resource name of a resource beside this class
   */
  static UsualWords read(String resource) {
    try (InputStream in = UsualWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new OperationException(
            "The program is incomplete: " + resource + " is missing; install Aisle again.");
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      YamlWording wording = new MappingWording(Path.of(resource));
      YamlMap map = YamlMap.of(YamlTree.read(yaml, wording).orElse(Map.of()), wording);
      Map<String, List<String>> words = new LinkedHashMap<>();
      map.values()
          .forEach(
              (key, value) -> {
                List<String> flat = new ArrayList<>();
                flatten(value, flat);
                words.put(key, List.copyOf(flat));
              });
      return new UsualWords(words);
    } catch (IOException e) {
      throw new OperationException(
          "The program is damaged: " + resource + " cannot be read; install Aisle again.", e);
    }
  }

  private static void flatten(Object value, List<String> words) {
    if (value instanceof Collection<?> several) {
      several.forEach(each -> flatten(each, words));
    } else {
      words.add(plain(String.valueOf(value)));
    }
  }

  /** The words for something, plain; empty when the list does not have it. */
  List<String> of(String what) {
    return words.getOrDefault(what, List.of());
  }

  /** What each word stands for. */
  Map<String, String> meanings() {
    return words.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(word -> Map.entry(word, entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A text in small letters and digits alone, without accents; wide letters become usual ones. */
  static String plain(String text) {
    String small = RECBOLE_TYPE.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
    String apart = Normalizer.normalize(small, Normalizer.Form.NFKD);
    String bare = ACCENT.matcher(apart).replaceAll("");
    return NO_LETTER.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKC)).replaceAll("");
  }
}
