package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.Locale;

/** What the quality checks are called, what they mean and what to do. FX thread only. */
final class QualityWords {
  private static final double LITTLE = 0.0005;
  private static final String RULE = "rule:";

  private final Texts texts;
  private final Numbers numbers;

  QualityWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  QualityLine line(QualityCheck check) {
    return new QualityLine(check, title(check), sentence(check), advice(check), examples(check));
  }

  private String title(QualityCheck check) {
    return check.id().startsWith(RULE)
        ? texts.word("reason.", check.id().substring(RULE.length()))
        : texts.of("quality." + check.id());
  }

  /** Which part of what was looked at it is. */
  private String sentence(QualityCheck check) {
    if (check.count() == 0) {
      return texts.of("quality.none");
    }
    String where =
        texts.of(
            "quality.unit." + check.unit().name().toLowerCase(Locale.ROOT),
            check.share() < LITTLE ? texts.of("quality.little") : numbers.percent(check.share()),
            check.of());
    boolean refused = check.where() instanceof QualityCheck.Refused;
    return refused ? texts.of("quality.refused", where) : where;
  }

  /** What it means and what to do. */
  private String advice(QualityCheck check) {
    return check.id().startsWith(RULE)
        ? texts.of("quality.rule.advice")
        : texts.of("quality." + check.id() + ".advice");
  }

  private String examples(QualityCheck check) {
    return check.examples().isEmpty()
        ? ""
        : texts.of("quality.examples", String.join(", ", check.examples()));
  }
}
