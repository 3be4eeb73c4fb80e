package io.aisle.core.report.print;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A style sheet without what the printer does not know: variables, weights between hundreds. */
final class Stylesheet {
  private static final Pattern DECLARED = Pattern.compile("(--[a-z0-9-]+):\\s*([^;}]+)");
  private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

  private static final Pattern WEIGHT = Pattern.compile("font-weight: (\\d)50");
  private static final Pattern RULE = Pattern.compile("([^{}@;]+)\\{([^{}]*)}");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private Stylesheet() {}

  /**
   * Puts the values in the place of the variables.
   *
   * @param tokens declares every variable
   * @throws IllegalStateException when one is used that is not declared
   */
  static String resolve(String tokens, String css) {
    Map<String, String> values = new HashMap<>();
    for (MatchResult each : DECLARED.matcher(tokens).results().toList()) {
      values.put(each.group(1), each.group(2).strip());
    }
    String known = WEIGHT.matcher(css).replaceAll("font-weight: $100");
    return USED.matcher(known).replaceAll(used -> Matcher.quoteReplacement(value(values, used)));
  }

  private static String value(Map<String, String> values, MatchResult used) {
    String value = values.get(used.group(1));
    if (value == null) {
      throw new IllegalStateException(
          "the style sheet uses " + used.group(1) + ", but none is declared");
    }
    return value;
  }

  /**
   * Writes the rules that apply to elements into the elements, later ones over earlier ones,
   * however special: that is enough for style sheets whose drawings have classes only.
   */
  static void inline(String css, Elements elements) {
    for (MatchResult rule : RULE.matcher(COMMENT.matcher(css).replaceAll("")).results().toList()) {
      if (rule.group(1).contains(":")) {
        continue; // states and parts of the screen; drawings on paper have none
      }
      Evaluator selector = QueryParser.parse(rule.group(1).strip());
      for (Element element : elements) {
        if (element.is(selector)) {
          element.attr("style", element.attr("style") + rule.group(2).strip());
        }
      }
    }
  }
}
