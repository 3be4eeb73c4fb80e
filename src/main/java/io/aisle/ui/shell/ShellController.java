package io.aisle.ui.shell;

import atlantafx.base.controls.Popover;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Theme;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The frame of the window. */
public final class ShellController {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final ShellViewModel model;
  private final JobsViewModel jobs;
  private final ViewLoader views;
  private final Map<Screen, Parent> loaded = new EnumMap<>(Screen.class);
  private final Actions actions;
  private final Preferences preferences;
  private final PauseTransition leave = new PauseTransition(Duration.seconds(6));
  private Popover popover;

  @FXML private BorderPane shell;
  @FXML private StackPane content;
  @FXML private ToggleButton data;
  @FXML private ToggleButton train;
  @FXML private ToggleButton compare;
  @FXML private ToggleButton users;
  @FXML private ToggleButton settings;
  @FXML private HBox notice;
  @FXML private Label noticeText;
  @FXML private Label noticeCode;
  @FXML private Label device;
  @FXML private Label memory;
  @FXML private Button jobsButton;
  @FXML private ProgressBar jobsBar;

  public ShellController(
      ShellViewModel model,
      JobsViewModel jobs,
      ViewLoader views,
      Actions actions,
      Preferences preferences) {
    this.model = model;
    this.jobs = jobs;
    this.views = views;
    this.actions = actions;
    this.preferences = preferences;
  }

  @FXML
  private void initialize() {
    device.textProperty().bind(model.deviceProperty());
    memory.textProperty().bind(model.memoryProperty());
    jobsButton.textProperty().bind(jobs.summaryProperty());
    jobsBar.progressProperty().bind(jobs.fractionProperty());
    jobsBar.visibleProperty().bind(jobs.fractionProperty().isNotEqualTo(0));
    leave.setOnFinished(event -> model.notices().dismiss());
    notice.managedProperty().bind(notice.visibleProperty());
    model.notices().newestProperty().subscribe(this::tell);
    model.screenProperty().subscribe(this::shown);
    shell.sceneProperty().subscribe(this::entered);
  }

  private void entered(Scene scene) {
    if (scene == null) {
      return;
    }
    preferences.settingsProperty().subscribe(settings -> Theme.of(settings.theme()).dress(scene));
    actions.all().forEach(action -> accelerate(scene, action));
    KeyCode[] digits = {
      KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.COMMA
    };
    for (Screen screen : Screen.values()) {
      scene
          .getAccelerators()
          .put(
              new KeyCodeCombination(digits[screen.ordinal()], KeyCombination.SHORTCUT_DOWN),
              () -> go(screen));
    }
  }

  private static void accelerate(Scene scene, Action action) {
    if (!action.shortcut().isEmpty()) {
      scene
          .getAccelerators()
          .put(
              KeyCombination.keyCombination(action.shortcut()),
              () -> {
                if (action.available().get()) {
                  action.run().run();
                }
              });
    }
  }

  private void shown(Screen screen) {
    if (screen == null) {
      return;
    }
    button(screen).setSelected(true);
    content.getChildren().setAll(loaded.computeIfAbsent(screen, key -> views.load(key.view())));
  }

  private ToggleButton button(Screen screen) {
    return switch (screen) {
      case DATA -> data;
      case TRAIN -> train;
      case COMPARE -> compare;
      case USERS -> users;
      case SETTINGS -> settings;
    };
  }

  private void tell(Notice newest) {
    notice.setVisible(newest != null);
    leave.stop();
    if (newest != null) {
      notice.pseudoClassStateChanged(FAILED, newest.kind() == Notice.Kind.ERROR);
      noticeText.setText(newest.sentence());
      if (newest.kind() == Notice.Kind.DONE) {
        leave.playFromStart();
      }
      noticeCode.setText(newest.code());
    }
  }

  private void go(Screen screen) {
    model.show(screen);
    button(screen).setSelected(true);
  }

  @FXML
  private void showData() {
    go(Screen.DATA);
  }

  @FXML
  private void showTrain() {
    go(Screen.TRAIN);
  }

  @FXML
  private void showCompare() {
    go(Screen.COMPARE);
  }

  @FXML
  private void showUsers() {
    go(Screen.USERS);
  }

  @FXML
  private void showSettings() {
    go(Screen.SETTINGS);
  }

  @FXML
  private void dismiss() {
    model.notices().dismiss();
  }

  @FXML
  private void switchTheme() {
    preferences.change(settings -> settings.withTheme(Theme.of(settings.theme()).other().choice()));
  }

  @FXML
  private void showJobs() {
    if (popover == null) {
      popover = new Popover(views.load(View.JOBS));
      popover.setHeaderAlwaysVisible(false);
      popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
    }
    popover.show(jobsButton);
  }
}
