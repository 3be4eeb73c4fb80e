package io.aisle.core.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of free text what may belong to a person or a business: names that are known, whatever
 * stands in quotes, e-mail addresses, paths and names of files, and every word with a digit that is
 * no plain count. It would rather take too much. Immutable, thread-safe.
 */
public final class Redactor {
  /** Below this a name is no name but a word of every sentence. */
  private static final int LEAST = 2;

  private static final Pattern QUOTED =
      Pattern.compile(
          "\"[^\"\\n]*\"|“[^”\\n]*”|‘[^’\\n]*’|`[^`\\n]*`|«[^»\\n]*»"
              + "|(?<![\\p{L}\\p{N}])'[^'\\n]*'(?![\\p{L}\\p{N}])");
  private static final Pattern OPEN_QUOTE = Pattern.compile("(?<![\\p{L}\\p{N}>])[\"“«`'].*$");
  private static final Pattern MAIL = Pattern.compile("[^\\s<>\"'(]+@[^\\s<>\"')]+");
  private static final Pattern ADDRESS =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:/{1,3}[^\\s\"')]+");
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}<])(?:[A-Za-z]:)?(?:[\\\\/]+[^\\s\\\\/\"':;,()\\[\\]{}]+)+[\\\\/]*");
  private static final Pattern FILE =
      Pattern.compile(
          "[^\\s\"'()\\[\\]{}:,;<>]+\\.(?i:csv|tsv|txt|json|jsonl|gz|zip|xlsx?|parquet|ya?ml|html?|md"
              + "|log|db|tmp|part|snapshot|safetensors|aisle\\w*|png|svg|pdf)(?![\\w]|\\.\\w)");
  private static final Pattern RELATIVE = Pattern.compile("[^\\s\"'()<>]+[\\\\/][^\\s\"'()<>]+");

  /** Words with digits that say nothing about anyone. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![\\p{L}\\p{N}])"
              + "|(?:(?:[a-z]\\w*\\.)+[A-Z][\\w$]*)"
              + "|(?:H2|UTF-?8|UTF-?16|SHA-?256|CRC32C?|CP1252|ISO-8859-1|JSON5?)(?![\\p{L}\\p{N}])"
              + "|\\d[\\d,.]*\\s?(?:ms|s|min|h|bytes|KB|MB|MiB|GB|GiB|%|rows|epochs|threads|cores)"
              + "(?![\\p{L}\\p{N}])"
              + "|(?:row|rows|line|column|epoch|code|process|worker|schema|version|thread|job)"
              + "[ -]\\d{1,9}(?![\\p{L}\\p{N}])");

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}_.#@+-]*\\p{N}[\\p{L}\\p{N}_.#@+-]*");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_.#@+-]+");

  private final List<String> names;
  private final List<Pattern> paths;
  private final List<Pattern> words;
  private final UnaryOperator<Set<String>> ids;

  /**
   * @param names of the user, the machine, folders, data sets, runs: whatever is known
   * @param ids of some words, those that are ids of users or items
   */
  public Redactor(Set<String> names, UnaryOperator<Set<String>> ids) {
    this.names =
        names.stream()
            .filter(name -> name != null && name.strip().length() >= LEAST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.paths = patterns(true);
    this.words = patterns(false);
    this.ids = ids;
  }

  private List<Pattern> patterns(boolean path) {
    return names.stream()
        .filter(name -> isPath(name) == path)
        .map(path ? Redactor::knownPath : Redactor::known)
        .toList();
  }

  /** A text without what may belong to somebody. */
  public String clean(String text) {
    return clean(List.of(text)).getFirst();
  }

  /** Several texts, asking once which of their words are ids. */
  List<String> clean(List<String> texts) {
    List<String> lines = texts.stream().map(this::line).toList();
    Set<String> all =
        lines.stream()
            .flatMap(line -> TOKEN.matcher(line).results().map(MatchResult::group))
            .collect(Collectors.toSet());
    Set<String> known = ids.apply(all);
    return known.isEmpty() ? lines : lines.stream().map(line -> without(line, known)).toList();
  }

  private static String without(String text, Set<String> known) {
    return TOKEN
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(known.contains(found.group()) ? "<id>" : found.group()));
  }

  private String line(String line) {
    String rest = line;
    for (Pattern path : paths) {
      rest = path.matcher(rest).replaceAll("<path>");
    }
    rest = QUOTED.matcher(rest).replaceAll("\"<value>\"");
    rest = unclosed(rest);
    rest = MAIL.matcher(rest).replaceAll("<mail>");
    rest = ADDRESS.matcher(rest).replaceAll("<address>");
    rest = PATH.matcher(rest).replaceAll("<path>");
    rest = FILE.matcher(rest).replaceAll("<file>");
    rest = RELATIVE.matcher(rest).replaceAll("<path>");
    for (Pattern name : words) {
      rest = name.matcher(rest).replaceAll("<name>");
    }
    return counted(rest);
  }

  private static boolean isPath(String name) {
    return name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
  }

  /** A path that begins with a known one, to its last separator and on. */
  private static Pattern knownPath(String name) {
    String rest = "(?:[^\\s\"'“”:;,()]|[ \\t](?=[^\"'“”:;,()\\n]*[\\\\/]))*";
    return Pattern.compile(Pattern.quote(name) + rest, Pattern.CASE_INSENSITIVE);
  }

  /** A known name, in any case. */
  private static Pattern known(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** What follows a quote that is never closed: the value went on in the next line. */
  private static String unclosed(String line) {
    String without = line.replace("\"<value>\"", "\u0001");
    return OPEN_QUOTE.matcher(without).replaceFirst("<value>").replace("\u0001", "\"<value>\"");
  }

  private static String counted(String line) {
    StringBuilder result = new StringBuilder();
    Matcher harmless = HARMLESS.matcher(line);
    int from = 0;
    while (harmless.find()) {
      boolean inside = harmless.start() > 0 && isPart(line.charAt(harmless.start() - 1));
      if (!inside) {
        result.append(masked(line.substring(from, harmless.start()))).append(harmless.group());
        from = harmless.end();
      }
    }
    return result.append(masked(line.substring(from))).toString();
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || "_.#@+-".indexOf(c) >= 0;
  }

  private static String masked(String text) {
    return WORD.matcher(text).replaceAll("<n>");
  }

  /** Whether a text has one of the names, in any case; for a last look at what goes out. */
  boolean mentions(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
  }
}
