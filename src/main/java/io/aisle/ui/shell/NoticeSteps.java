package io.aisle.ui.shell;

import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What can be done about a notice: what it offers, and to look into the log. */
final class NoticeSteps {
  private final Notices notices;
  private final Texts texts;
  private final Consumer<String> showLog;
  private final Runnable taken;

  /**
   * @param showLog opens the log at a code
   * @param taken called before what was offered is done
   */
  NoticeSteps(Notices notices, Texts texts, Consumer<String> showLog, Runnable taken) {
    this.notices = notices;
    this.texts = texts;
    this.showLog = showLog;
    this.taken = taken;
  }

  /** The buttons; empty when there is nothing to be done. */
  Optional<Node> of(Notice notice) {
    HBox steps = new HBox(6);
    steps.getStyleClass().add("toast-steps");
    notice.offer().ifPresent(offer -> steps.getChildren().add(offer(notice, offer.title())));
    if (!notice.code().isEmpty()) {
      Button log = new Button(texts.of("log.show"));
      log.getStyleClass().addAll("small", "flat", "toast-log");
      log.setOnAction(event -> showLog.accept(notice.code()));
      Label code = new Label(notice.code());
      code.getStyleClass().add("code");
      steps.getChildren().addAll(log, code);
    }
    return steps.getChildren().isEmpty() ? Optional.empty() : Optional.of(steps);
  }

  private Button offer(Notice notice, String title) {
    Button button = new Button(title);
    button.getStyleClass().addAll("small", "toast-offer");
    button.setOnAction(
        event -> {
          taken.run();
          notices.take(notice);
        });
    return button;
  }
}
