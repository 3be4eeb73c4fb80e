package io.aisle.ui.shell;

import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The frame of the window: screens, what lies over them, and the keys that are heard everywhere.
 */
public final class ShellController {
  private final ShellViewModel model;
  private final Panels panels;
  private final LogViewModel log;
  private final Notices notices;
  private final ViewLoader views;
  private final Actions actions;
  private final DropTarget drops;
  private final Lifetime lifetime;
  private final Texts texts;
  private Layers layers;
  private Stack stack;

  @FXML private StackPane window;
  @FXML private Node topBar;
  @FXML private VBox sideBar;
  @FXML private Node guide;
  @FXML private StackPane content;
  @FXML private Node statusBar;
  @FXML private VBox corner;
  @FXML private VBox toasts;
  @FXML private Node dropHint;
  @FXML private ToggleButton data;
  @FXML private ToggleButton train;
  @FXML private ToggleButton compare;
  @FXML private ToggleButton users;
  @FXML private ToggleButton items;
  @FXML private ToggleButton settings;

  public ShellController(
      ShellViewModel model,
      Panels panels,
      LogViewModel log,
      Notices notices,
      ViewLoader views,
      Actions actions,
      DropTarget drops,
      Lifetime lifetime,
      Texts texts) {
    this.model = model;
    this.panels = panels;
    this.log = log;
    this.notices = notices;
    this.views = views;
    this.actions = actions;
    this.drops = drops;
    this.lifetime = lifetime;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    stack = new Stack(content, window, views, lifetime);
    layers = new Layers(window, corner, views);
    layers.light(panels.paletteProperty(), View.PALETTE, Pos.TOP_CENTER);
    layers.light(panels.noticesProperty(), View.NOTICES, Pos.TOP_RIGHT);
    layers.light(panels.shortcutsProperty(), View.SHORTCUTS, Pos.CENTER);
    layers.lasting(panels.jobsProperty(), View.JOBS);
    Areas areas = new Areas(List.of(topBar, sideBar, guide, content, corner, toasts, statusBar));
    actions.add(step("shell.next", "F6", () -> areas.go(1)));
    actions.add(step("shell.previous", "Shift+F6", () -> areas.go(-1)));
    window.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::beforeLists);
    drops.hear(window, dropHint);
    model.screenProperty().subscribe(this::shown);
    window.sceneProperty().subscribe(this::entered);
  }

  private Action step(String id, String keys, Runnable run) {
    return Action.of(id, texts.word("action.", id), keys, run);
  }

  private void entered(Scene scene) {
    if (scene != null) {
      scene.getAccelerators().clear(); // those of the content before
      actions
          .all()
          .forEach(action -> Shortcuts.hear(scene.getAccelerators(), action, () -> mayRun(action)));
    }
  }

  /** Over a screen that cannot be seen nothing is done but with what covers it. */
  private boolean mayRun(Action action) {
    return !panels.paletteProperty().get() && !panels.shortcutsProperty().get()
        || action.id().startsWith("shell.");
  }

  /** Lists, tables and menus keep Escape to themselves, even when it does nothing there. */
  private void beforeLists(KeyEvent event) {
    Node owner = window.getScene().getFocusOwner();
    boolean idle =
        owner instanceof ListView<?> list && list.getEditingIndex() < 0
            || owner instanceof TableView<?> table && table.getEditingCell() == null
            || owner instanceof MenuButton menu && !menu.isShowing();
    if (idle && event.getCode() == KeyCode.ESCAPE) {
      pressed(event);
    }
  }

  /** Escape closes what was opened last, then takes away what was told last. */
  private void pressed(KeyEvent event) {
    if (ContextKey.pressed(event)) {
      ContextKey.open(window.getScene());
      event.consume();
      return;
    }
    if (event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    BooleanProperty top = layers.top();
    if (panels.jobsProperty().equals(top) && log.openProperty().get()) {
      log.close();
    } else if (top != null) {
      top.set(false);
    } else if (!notices.shown().isEmpty()) {
      notices.dismiss();
    } else {
      return;
    }
    event.consume();
  }

  private void shown(Screen screen) {
    if (screen != null) {
      button(screen).setSelected(true);
      stack.show(screen);
    }
  }

  private ToggleButton button(Screen screen) {
    return switch (screen) {
      case DATA -> data;
      case TRAIN -> train;
      case COMPARE -> compare;
      case USERS -> users;
      case ITEMS -> items;
      case SETTINGS -> settings;
    };
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
  private void showItems() {
    go(Screen.ITEMS);
  }

  @FXML
  private void showSettings() {
    go(Screen.SETTINGS);
  }
}
