package io.aisle.ui.shell;

import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Themes;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;

/** What can be done with the window itself. FX thread only. */
public final class ShellActions {
  /** What the ids of the actions that go to a screen begin with. */
  static final String GO = "go.";

  private final Actions actions;
  private final Texts texts;

  public ShellActions(Actions actions, Texts texts) {
    this.actions = actions;
    this.texts = texts;
  }

  /** The screens, in the order of the bar. */
  public void addScreens(Navigator navigator) {
    for (Screen screen : Screen.values()) {
      String name = screen.name().toLowerCase(Locale.ROOT);
      String keys = screen == Screen.SETTINGS ? "Comma" : Integer.toString(screen.ordinal() + 1);
      actions.add(
          Action.of(
              GO + name,
              texts.word("screen.", name),
              "Shortcut+" + keys,
              () -> navigator.go(new Place.OfScreen(screen))));
    }
  }

  /** Palette, tray, notices, shortcuts. */
  public void addPanels(Panels panels, LogViewModel log) {
    add("shell.palette", "Shortcut+K", panels.paletteProperty());
    add("shell.jobs", "Shortcut+J", panels.jobsProperty());
    add("shell.notices", "", panels.noticesProperty());
    add("shell.shortcuts", "F1", panels.shortcutsProperty());
    add(
        "shell.log",
        "",
        () -> {
          panels.jobsProperty().set(true);
          log.showProgram();
        });
  }

  /** Theme, and what was told. */
  public void addRest(Preferences preferences, Themes themes, Notices notices) {
    add(
        "shell.theme",
        "",
        () ->
            preferences.change(
                settings -> settings.withTheme(themes.shownProperty().get().other().choice())));
    add("shell.dismiss", "", notices::dismiss);
  }

  private void add(String id, String keys, BooleanProperty panel) {
    add(id, keys, () -> Panels.toggle(panel));
  }

  private void add(String id, String keys, Runnable run) {
    actions.add(Action.of(id, texts.word("action.", id), keys, run));
  }
}
