package io.aisle.ui.dataset;

import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.ImportCheck;
import io.aisle.core.dataset.TimeFormatGuess;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says how the times of a file are read, why so, and what comes of it. FX thread only. */
final class TimeWords {
  private final Texts texts;
  private final Numbers numbers;

  TimeWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Formats of times to choose among; those that read the sample best first. */
  static List<String> formats(Optional<FileLook> look) {
    Set<String> formats = new LinkedHashSet<>();
    look.flatMap(each -> each.guess().times())
        .ifPresent(
            guess -> {
              formats.add(guess.format());
              formats.addAll(guess.rivals());
            });
    formats.addAll(TimeFormatGuess.tried());
    return List.copyOf(formats);
  }

  String of(FileLook look, ImportCheck check) {
    List<String> sentences = new ArrayList<>();
    String format = check.guess().mapping().timeFormat().orElse("");
    check
        .guess()
        .times()
        .or(() -> look.guess().times())
        .filter(guess -> guess.format().equals(format))
        .ifPresent(guess -> sentences.addAll(why(guess)));
    if (check.first() != null) {
      sentences.add(
          texts.of("import.time.span", numbers.time(check.first()), numbers.time(check.last())));
    }
    return String.join(" ", sentences);
  }

  private List<String> why(TimeFormatGuess guess) {
    List<String> sentences = new ArrayList<>();
    sentences.add(texts.of("import.time.guess", guess.format(), numbers.percent(guess.agreeing())));
    if (!guess.rivals().isEmpty()) {
      sentences.add(texts.of("import.time.rivals", String.join(", ", guess.rivals())));
    }
    return sentences;
  }
}
