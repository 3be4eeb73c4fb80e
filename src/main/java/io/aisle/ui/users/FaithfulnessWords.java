package io.aisle.ui.users;

import io.aisle.core.explanation.Faithfulness;
import io.aisle.core.explanation.Faithfulness.Figure;
import io.aisle.core.explanation.Faithfulness.Measure;
import io.aisle.core.explanation.Faithfulness.Verdict;
import io.aisle.core.explanation.Faithfulness.View;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;

/** Says what a faithfulness figure means. */
record FaithfulnessWords(Texts texts, Numbers numbers) {
  /** A sentence and how it is coloured. */
  record Said(String words, Tone tone) {
    static final Said NOTHING = new Said("", Tone.PLAIN);
  }

  /** Of one user's item. */
  Said ofUser(Faithfulness found, View view) {
    return found.of(view).map(figure -> said("faithful.user", figure, "")).orElse(Said.NOTHING);
  }

  /** Of a model over a sample of users. */
  Said ofModel(Faithfulness found, View view) {
    return found
        .of(view)
        .map(figure -> said("faithful.model", figure, numbers.count(found.users())))
        .orElse(Said.NOTHING);
  }

  private Said said(String key, Figure figure, String users) {
    String measure = figure.measure() == Measure.RANK ? ".ranks" : ".score";
    String fact =
        texts.of(
            key + measure,
            number(figure.named()),
            number(figure.random()),
            number(figure.low()),
            number(figure.high()),
            users);
    String judged = texts.of(key + "." + figure.verdict().name(), number(figure.least()));
    return new Said(texts.of("faithful.joined", fact, judged), tone(figure.verdict()));
  }

  private String number(double value) {
    double rounded = Math.abs(value) >= 10 ? Math.rint(value) : Math.rint(value * 1000) / 1000;
    return numbers.free(rounded == 0 ? 0 : rounded);
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case EXPLAINS -> Tone.GOOD;
      case SLIGHT, LITTLE -> Tone.CAREFUL;
      case TOO_SHORT -> Tone.PLAIN;
    };
  }
}
