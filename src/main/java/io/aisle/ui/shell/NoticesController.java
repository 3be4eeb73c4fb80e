package io.aisle.ui.shell;

import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that was told in this session, newest first. */
public final class NoticesController {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /** A list asks for the height of a row before it knows its width. */
  private static final double SENTENCE = 310;

  private final Notices notices;
  private final LogViewModel log;
  private final Panels panels;
  private final Lifetime lifetime;
  private final Texts texts;
  private final DateTimeFormatter time;
  private final NoticeSteps steps;
  private final ObservableList<Notice> shown = FXCollections.observableArrayList();

  @FXML private ListView<Notice> noticeList;

  public NoticesController(
      Notices notices, LogViewModel log, Panels panels, Lifetime lifetime, Texts texts) {
    this.notices = notices;
    this.log = log;
    this.panels = panels;
    this.lifetime = lifetime;
    this.texts = texts;
    this.steps =
        new NoticeSteps(notices, texts, this::show, () -> panels.noticesProperty().set(false));
    this.time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
  }

  @FXML
  private void initialize() {
    noticeList.setItems(shown);
    noticeList.setPlaceholder(new Label(texts.of("notices.empty")));
    noticeList.setCellFactory(list -> new NodeListCell<>(this::row));
    ListChangeListener<Notice> listener = change -> shown.setAll(notices.all());
    notices.all().addListener(listener);
    lifetime.add(() -> notices.all().removeListener(listener));
    shown.setAll(notices.all());
    panels
        .noticesProperty()
        .subscribe(
            open -> {
              if (open) {
                notices.read();
              }
            });
  }

  private Node row(Notice notice) {
    boolean failed = notice.kind() == Notice.Kind.ERROR;
    FontIcon icon = new FontIcon(failed ? "fth-alert-circle" : "fth-check-circle");
    icon.getStyleClass().add("toast-icon");
    Label sentence = new Label(texts.sentence(notice.sentence()));
    sentence.setWrapText(true);
    sentence.setPrefWidth(SENTENCE);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    Label at = new Label(time.format(notice.at()));
    at.getStyleClass().add("subtle");
    at.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(4, sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(10, icon, words, at);
    row.getStyleClass().add("notice-row");
    row.pseudoClassStateChanged(FAILED, failed);
    steps.of(notice).ifPresent(words.getChildren()::add);
    return row;
  }

  private void show(String code) {
    panels.noticesProperty().set(false);
    panels.jobsProperty().set(true);
    log.show(code);
  }

  @FXML
  private void clear() {
    notices.clear();
  }

  @FXML
  private void close() {
    panels.noticesProperty().set(false);
  }
}
