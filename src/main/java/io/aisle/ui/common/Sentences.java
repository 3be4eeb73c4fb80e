package io.aisle.ui.common;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the language of the window what the rest of the program says in English: errors, reasons,
 * findings. They are recognised by the templates of {@code i18n/sentences_<language>.tsv}; what is
 * not recognised stays as it is. A test holds the templates and the program's sentences together.
 * Thread-safe.
 */
final class Sentences {
  private static final Pattern PLACE = Pattern.compile("%(,d|\\.\\df|s|d|%)");

  /** Parts that were filled in may be sentences themselves, but not for ever. */
  private static final int DEPTH = 3;

  private final List<Rule> rules;

  /**
   * @param english recognises a whole sentence; a group for each part that was filled in
   * @param other format of the other language
   * @param fixed letters that are not filled in: the more, the surer
   */
  private record Rule(Pattern english, String other, int fixed) {}

  private Sentences(List<Rule> rules) {
    this.rules = rules;
  }

  /** The sentences of a language; English needs none. */
  static Sentences of(Locale locale) {
    String name = "/i18n/sentences_" + locale.getLanguage() + ".tsv";
    try (InputStream in = Sentences.class.getResourceAsStream(name)) {
      return new Sentences(in == null ? List.of() : read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static List<Rule> read(InputStream in) throws IOException {
    List<Rule> rules = new ArrayList<>();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator('\t')
            .quoteCharacter('\0')
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (CsvRecord row : rows) {
        if (row.getStartingLineNumber() > 1) {
          rules.add(rule(row.getField(0), row.getField(1)));
        }
      }
    }
    rules.sort(Comparator.comparingInt(Rule::fixed).reversed());
    return List.copyOf(rules);
  }

  private static Rule rule(String english, String other) {
    StringBuilder pattern = new StringBuilder();
    Matcher places = PLACE.matcher(english);
    int from = 0;
    int fixed = 0;
    while (places.find()) {
      String plain = english.substring(from, places.start());
      fixed += plain.length();
      pattern.append(Pattern.quote(plain)).append(group(places.group()));
      from = places.end();
    }
    String rest = english.substring(from);
    pattern.append(Pattern.quote(rest));
    String texts = PLACE.matcher(other).replaceAll(Sentences::asText);
    return new Rule(
        Pattern.compile(pattern.toString(), Pattern.DOTALL), texts, fixed + rest.length());
  }

  private static String group(String place) {
    return switch (place) {
      case "%%" -> "%";
      case "%s" -> "(.*?)";
      default -> "([−-]?[\\d.,\\u00a0\\u202f]+)";
    };
  }

  /** Numbers come as they were written. */
  private static String asText(MatchResult place) {
    return place.group().equals("%%") ? "%%" : "%s";
  }

  String spoken(String english) {
    return rules.isEmpty() ? english : spoken(english, DEPTH);
  }

  private String spoken(String english, int depth) {
    if (depth == 0 || english.isBlank()) {
      return english;
    }
    return rules.stream()
        .map(rule -> filled(rule, english, depth))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(english);
  }

  private Optional<String> filled(Rule rule, String english, int depth) {
    Matcher matcher = rule.english().matcher(english);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Object[] parts = new Object[matcher.groupCount()];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = spoken(matcher.group(part + 1), depth - 1);
    }
    return Optional.of(rule.other().formatted(parts));
  }
}
