package io.aisle.ui.dataset;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

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
