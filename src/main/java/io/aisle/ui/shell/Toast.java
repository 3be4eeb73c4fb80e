package io.aisle.ui.shell;

import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Texts;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A notice in front of the window. It takes neither room nor focus; what went well leaves by itself
 * unless the pointer or the focus is on it, what failed stays until it is dismissed.
 */
final class Toast extends HBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final Duration STAY = Duration.seconds(7);

  /** Of one that offers something: time to read it and to decide; the list keeps it. */
  private static final Duration OFFERED = Duration.seconds(20);

  private final PauseTransition leave;
  private final Label sentence = new Label();
  private final Button dismiss = new Button(null, new FontIcon("fth-x"));

  /**
   * @param gone called when it is dismissed or leaves
   */
  Toast(Notice notice, Texts texts, Runnable gone, NoticeSteps steps) {
    boolean failed = notice.kind() == Notice.Kind.ERROR;
    leave = new PauseTransition(notice.offer().isPresent() ? OFFERED : STAY);
    getStyleClass().add("toast");
    pseudoClassStateChanged(FAILED, failed);
    FontIcon icon = new FontIcon(failed ? "fth-alert-circle" : "fth-check-circle");
    icon.getStyleClass().add("toast-icon");
    sentence.setText(texts.sentence(notice.sentence()));
    sentence.setWrapText(true);
    VBox words = new VBox(6, sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    steps.of(notice).ifPresent(words.getChildren()::add);
    dismiss.getStyleClass().addAll("flat", "button-icon", "small");
    dismiss.setAccessibleText(texts.of("action.dismiss"));
    dismiss.setTooltip(new Tooltip(texts.of("action.dismiss")));
    dismiss.setOnAction(event -> gone.run());
    dismiss.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(icon, words, dismiss);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(sentence.getText());
    if (!failed) {
      leave.setOnFinished(event -> gone.run());
      hoverProperty().or(focusWithinProperty()).subscribe(this::hold);
    }
  }

  private void hold(boolean held) {
    if (held) {
      leave.stop();
    } else {
      leave.playFromStart();
    }
  }

  /** The newest carries the ids that one looks it up by. */
  void mark(boolean newest) {
    setId(newest ? "notice" : null);
    sentence.setId(newest ? "noticeText" : null);
    dismiss.setId(newest ? "dismissNotice" : null);
  }

  /** It will not call back any more. */
  void end() {
    leave.stop();
  }
}
