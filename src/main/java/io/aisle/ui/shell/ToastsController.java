package io.aisle.ui.shell;

import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** The newest notices, stacked at the lower edge in front of the window. */
public final class ToastsController {
  private final Notices notices;
  private final LogViewModel log;
  private final Panels panels;
  private final Lifetime lifetime;
  private final Texts texts;
  private final Map<Notice, Toast> made = new HashMap<>();

  private final NoticeSteps steps;

  @FXML private VBox toasts;

  public ToastsController(
      Notices notices, LogViewModel log, Panels panels, Lifetime lifetime, Texts texts) {
    this.notices = notices;
    this.log = log;
    this.panels = panels;
    this.lifetime = lifetime;
    this.texts = texts;
    this.steps = new NoticeSteps(notices, texts, this::showLog, () -> {});
  }

  @FXML
  private void initialize() {
    ListChangeListener<Notice> listener = change -> show();
    notices.shown().addListener(listener);
    lifetime.add(
        () -> {
          notices.shown().removeListener(listener);
          made.values().forEach(Toast::end);
        });
    show();
  }

  private void show() {
    made.entrySet().removeIf(each -> gone(each.getKey(), each.getValue()));
    toasts
        .getChildren()
        .setAll(
            notices.shown().stream().map(each -> made.computeIfAbsent(each, this::toast)).toList());
    made.forEach((notice, toast) -> toast.mark(notice.equals(notices.shown().getLast())));
  }

  private boolean gone(Notice notice, Toast toast) {
    boolean gone = !notices.shown().contains(notice);
    if (gone) {
      toast.end();
    }
    return gone;
  }

  private Toast toast(Notice notice) {
    return new Toast(notice, texts, () -> notices.dismiss(notice), steps);
  }

  private void showLog(String code) {
    panels.jobsProperty().set(true);
    log.show(code);
  }
}
