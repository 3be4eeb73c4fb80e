package io.aisle.ui.settings;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.OccupiedViewModel.Row;
import io.aisle.ui.settings.OccupiedViewModel.Ways;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The page that stands where no workspace is open. */
public final class OccupiedController {
  private static final String ACCENT = "accent";

  private final OccupiedViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Label title;
  @FXML private Label sentence;
  @FXML private Label code;
  @FXML private Label error;
  @FXML private VBox working;
  @FXML private ProgressBar progress;
  @FXML private Label status;
  @FXML private VBox damage;
  @FXML private Label known;
  @FXML private VBox standIns;
  @FXML private HBox ways;
  @FXML private Button folder;
  @FXML private Button restore;
  @FXML private Button retry;
  @FXML private Button choose;
  @FXML private Button repair;
  @FXML private Button open;

  public OccupiedController(OccupiedViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    title.textProperty().bind(model.titleProperty());
    sentence.textProperty().bind(model.sentenceProperty());
    code.textProperty().bind(model.codeProperty());
    error.textProperty().bind(model.errorProperty());
    status.textProperty().bind(model.statusProperty());
    progress.progressProperty().bind(model.progressProperty());
    shownWhenFilled(sentence);
    shownWhenFilled(code);
    shownWhenFilled(error);
    Shown.when(working, model.busyProperty());
    Shown.when(ways, model.busyProperty().not());
    Shown.when(damage, model.busyProperty().not().flatMap(idle -> in(idle, Ways.REPAIR)));
    Shown.when(folder, in(true, Ways.REPAIR, Ways.OPEN));
    Shown.when(restore, in(true, Ways.REPAIR, Ways.RESTORE));
    Shown.when(open, in(true, Ways.OPEN));
    Shown.when(retry, in(true, Ways.ELSEWHERE, Ways.RESTORE, Ways.REPAIR));
    Shown.when(choose, in(true, Ways.ELSEWHERE, Ways.RESTORE, Ways.REPAIR));
    model.waysProperty().subscribe(now -> mark());
    // the button that had the focus is hidden now
    model.busyProperty().subscribe((before, busy) -> first().requestFocus());
    model.standInsProperty().subscribe(this::list);
  }

  private ObservableValue<Boolean> in(boolean idle, Ways... wanted) {
    Set<Ways> set = EnumSet.copyOf(List.of(wanted));
    return model.waysProperty().map(now -> idle && set.contains(now));
  }

  private static void shownWhenFilled(Label label) {
    Shown.when(label, label.textProperty().isNotEmpty());
  }

  /** The first way is the one that Enter takes. */
  private void mark() {
    Button first = first();
    for (Button each : List.of(choose, repair, open)) {
      boolean is = each.equals(first);
      each.setDefaultButton(is);
      each.getStyleClass().remove(ACCENT);
      if (is) {
        each.getStyleClass().add(ACCENT);
      }
    }
  }

  private Button first() {
    return switch (model.waysProperty().get()) {
      case ELSEWHERE, RESTORE -> choose;
      case REPAIR -> repair;
      case OPEN -> open;
    };
  }

  private void list(List<Row> rows) {
    known.setText(
        texts.of(rows.isEmpty() ? "settings.repair.standins.none" : "settings.repair.standins"));
    standIns.getChildren().setAll(rows.stream().map(this::row).toList());
  }

  private Node row(Row row) {
    boolean copy = row.inPlace();
    Button way = new Button(texts.of(copy ? "settings.repair.use" : "settings.shelf.restore"));
    way.setMinWidth(Button.USE_PREF_SIZE);
    way.setAccessibleText(
        texts.of(copy ? "settings.repair.use.of" : "settings.shelf.restore.of", row.title()));
    way.setOnAction(
        event -> {
          if (copy) {
            model.putBack(row);
          } else {
            restore(row.file());
          }
        });
    return new BackupRow(row.title(), row.content(), row.file(), way);
  }

  @FXML
  private void choose() {
    dialogs.folder(texts.of("settings.workspace.choose.title")).ifPresent(model::choose);
  }

  @FXML
  private void restore() {
    dialogs.open(texts.of("settings.restore.file")).ifPresent(this::restore);
  }

  private void restore(Path file) {
    dialogs
        .folder(texts.of("settings.restore.folder"))
        .ifPresent(into -> model.restore(file, into));
  }

  @FXML
  private void repair() {
    model.repair();
  }

  @FXML
  private void showFolder() {
    model.showFolder();
  }

  @FXML
  private void retry() {
    model.retry();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void leave() {
    model.leave();
  }
}
