package io.aisle.ui.settings;

import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import io.aisle.ui.settings.BackupsViewModel.Facts;
import io.aisle.ui.settings.BackupsViewModel.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The cards of backups: by hand, by themselves, and those that are known. */
public final class BackupsController {
  private final BackupsViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Button backup;
  @FXML private Button restore;
  @FXML private ChoiceBox<Rhythm> rhythm;
  @FXML private VBox chosen;
  @FXML private TextField folder;
  @FXML private Button usual;
  @FXML private Spinner<Integer> keep;
  @FXML private Label next;
  @FXML private Button now;
  @FXML private Label last;
  @FXML private VBox shelf;

  public BackupsController(BackupsViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    rhythm.getItems().setAll(Rhythm.values());
    rhythm.setConverter(new Words<>(each -> texts.of("settings.schedule." + each.name())));
    keep.setValueFactory(new IntegerSpinnerValueFactory(1, BackupRule.LARGEST));
    model.ruleProperty().subscribe(this::show);
    model.factsProperty().subscribe(this::show);
    rhythm.valueProperty().subscribe((before, wanted) -> model.choose(wanted));
    keep.valueProperty()
        .subscribe(
            (before, wanted) -> {
              if (wanted != null) {
                model.keep(wanted);
              }
            });
    Shown.when(chosen, model.ruleProperty().map(rule -> rule.rhythm() != Rhythm.OFF));
    Shown.when(usual, model.ruleProperty().map(rule -> !rule.folder().isEmpty()));
    backup.disableProperty().bind(model.busyProperty());
    restore.disableProperty().bind(model.busyProperty());
    now.disableProperty().bind(model.busyProperty());
  }

  private void show(BackupRule rule) {
    rhythm.setValue(rule.rhythm());
    keep.getValueFactory().setValue(rule.keep());
  }

  private void show(Facts facts) {
    folder.setText(facts.folder() == null ? "" : facts.folder().toString());
    next.setText(model.next());
    last.setText(model.last());
    shelf.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  private Node row(Row known) {
    return new BackupRow(
        known.title(), known.content(), known.file(), known.there() ? restoring(known) : off());
  }

  private Button restoring(Row known) {
    Button button = new Button(texts.of("settings.shelf.restore"));
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setAccessibleText(texts.of("settings.shelf.restore.of", known.title()));
    button.setOnAction(event -> restore(known.file()));
    button.disableProperty().bind(model.busyProperty());
    return button;
  }

  private Label off() {
    Label label = new Label(texts.of("settings.shelf.away"));
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  @FXML
  private void backup() {
    dialogs
        .save(texts.of("settings.backup"), "aisle-backup-" + LocalDate.now() + ".zip")
        .ifPresent(model::backup);
  }

  @FXML
  private void backupNow() {
    model.backupNow();
  }

  @FXML
  private void restore() {
    dialogs.open(texts.of("settings.restore.file")).ifPresent(this::restore);
  }

  private void restore(Path file) {
    dialogs.folder(texts.of("settings.restore.folder")).ifPresent(to -> model.restore(file, to));
  }

  @FXML
  private void chooseFolder() {
    dialogs.folder(texts.of("settings.schedule.folder")).ifPresent(model::choose);
  }

  @FXML
  private void chooseUsual() {
    model.chooseUsual();
  }
}
