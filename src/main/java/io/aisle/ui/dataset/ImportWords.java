package io.aisle.ui.dataset;

import io.aisle.ui.common.Texts;
import java.util.Map;

/** What is said under the steps of an import. */
record ImportWords(ImportViewModel model, Texts texts) {
  /** What is wrong, when it is wrong on another step than the one that is shown. */
  String wrong() {
    if (!model.problemProperty().get().isEmpty()) {
      return model.problemProperty().get();
    }
    boolean columns = model.stepProperty().get() == ImportViewModel.Step.COLUMNS;
    return model.errorsProperty().get().entrySet().stream()
        .filter(each -> !(columns && each.getKey().ofColumns()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** What would come of it. */
  String verdict(CheckView check) {
    long refused = check.read() - check.taken();
    return check.whole()
        ? texts.of("import.verdict.all", check.read(), check.taken(), refused)
        : texts.of("import.verdict.first", check.read(), check.taken(), refused);
  }
}
