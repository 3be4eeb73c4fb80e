package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.core.report.ShellWord;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Optional;

/** Says in a report where an explanation comes from. */
final class ExplanationOrigin {
  private ExplanationOrigin() {}

  /** Empty when nothing is explained. */
  static Optional<ViewOrigin> of(
      AttentionViewModel.Asked asked, Explanation explained, Texts texts) {
    if (asked == null || asked.run() == null || explained == null) {
      return Optional.empty();
    }
    List<RunItem> run = List.of(asked.run());
    String command =
        "aisle explain --run %s --user %s --item %s"
            .formatted(
                ViewOrigin.folders(run),
                ShellWord.quoted(explained.user()),
                ShellWord.quoted(explained.item()));
    String title = explained.title().isEmpty() ? explained.item() : explained.title();
    return Optional.of(
        ViewOrigin.ofUser(
            texts.of("attention.origin", explained.user(), title), run, List.of(command)));
  }
}
