package io.aisle.ui.dataset;

import io.aisle.core.dataset.ImportCheck;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.data.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an import would do with the first rows, as its steps show it.
 *
 * @param whole whether these are all rows
 * @param named items of the sample that the item file describes
 * @param time how the times are read, in words
 */
record CheckView(
    long read,
    boolean whole,
    long taken,
    int users,
    int items,
    int named,
    String time,
    List<Refusal> refusals,
    List<Reason> reasons,
    List<Word> words) {
  /**
   * A reason to refuse rows.
   *
   * @param rule whether it comes from a rule, which can be switched off
   */
  record Reason(String name, long count, boolean rule, boolean on) {}

  /** A word of the kind column and what it is taken for. */
  record Word(String text, long rows, Optional<EventKind> kind) {}

  static CheckView of(ImportCheck check, ImportState state, String time) {
    return new CheckView(
        check.read(),
        check.whole(),
        check.taken(),
        check.users(),
        check.items(),
        check.named(),
        time,
        check.refusals(),
        reasons(check, state),
        check.words().stream()
            .filter(word -> !word.text().isEmpty())
            .map(word -> new Word(word.text(), word.rows(), word.kind()))
            .toList());
  }

  private static List<Reason> reasons(ImportCheck check, ImportState state) {
    List<Reason> reasons = new ArrayList<>();
    for (ImportRule rule : state.rules()) {
      long count = check.refused().getOrDefault(rule.reason(), 0L);
      reasons.add(new Reason(rule.reason(), count, true, !state.off().contains(rule.reason())));
    }
    check
        .refused()
        .forEach(
            (name, count) -> {
              if (reasons.stream().noneMatch(each -> each.name().equals(name))) {
                reasons.add(new Reason(name, count, false, true));
              }
            });
    if (reasons.isEmpty()) {
      reasons.add(new Reason("none", 0, false, true));
    }
    return List.copyOf(reasons);
  }
}
