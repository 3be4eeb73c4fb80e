package io.aisle.ui.shell;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The first page after a start that failed: whether to open again what was open. */
public final class RestoreController {
  private final Consumer<Boolean> answer;

  @FXML private Button plain;

  /**
   * @param answer gets whether to restore
   */
  public RestoreController(Consumer<Boolean> answer) {
    this.answer = answer;
  }

  @FXML
  private void initialize() {
    plain
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                plain.requestFocus();
              }
            });
  }

  @FXML
  private void startPlain() {
    answer.accept(false);
  }

  @FXML
  private void startRestored() {
    answer.accept(true);
  }
}
