package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ImportRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the rules of a mapping file. */
final class RuleReader {
  private static final List<String> TESTS =
      List.of("missing", "matches", "unless", "atMost", "duplicate");

  private RuleReader() {}

  /** The rules in their order; empty when the file is silent about them. */
  static Optional<List<ImportRule>> read(YamlMap mapping) {
    return mapping
        .optionalMaps(
            "rules", "reason", "column", "missing", "matches", "unless", "atMost", "duplicate")
        .map(RuleReader::rules);
  }

  private static List<ImportRule> rules(List<YamlMap> given) {
    List<ImportRule> rules = new ArrayList<>();
    for (YamlMap rule : given) {
      List<String> tests = TESTS.stream().filter(rule::has).toList();
      if (tests.size() != 1) {
        throw new InputException(
            "%s needs exactly one of %s.".formatted(rule.name("reason"), String.join(", ", TESTS)));
      }
      rules.add(new ImportRule(rule.text("reason"), test(rule, tests.getFirst())));
    }
    return rules;
  }

  private static ImportRule.Test test(YamlMap rule, String test) {
    if (test.equals("duplicate")) {
      onlyTrue(rule, test);
      return new ImportRule.DuplicateLine();
    }
    String column = rule.text("column");
    return switch (test) {
      case "missing" -> {
        onlyTrue(rule, test);
        yield new ImportRule.Missing(column);
      }
      case "matches" -> new ImportRule.Matches(column, pattern(rule, test));
      case "unless" -> new ImportRule.Unless(column, pattern(rule, test));
      default -> new ImportRule.AtMost(column, rule.number(test).orElseThrow());
    };
  }

  private static void onlyTrue(YamlMap rule, String test) {
    if (!rule.flag(test).orElseThrow()) {
      throw rule.wrong(test, "true: remove the rule instead");
    }
  }

  private static Pattern pattern(YamlMap rule, String key) {
    try {
      return Pattern.compile(rule.text(key));
    } catch (PatternSyntaxException e) {
      throw rule.wrong(key, "a regular expression");
    }
  }
}
