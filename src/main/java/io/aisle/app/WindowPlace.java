package io.aisle.app;

import io.aisle.domain.settings.Session;
import io.aisle.ui.common.Preferences;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was left, as far as the screens of today show it. FX thread only. */
final class WindowPlace {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 1100;
  private static final double MIN_HEIGHT = 700;

  /** Of the top of the window that must be seen, so that it can be taken hold of. */
  private static final double GRIP_WIDTH = 200;

  private static final double GRIP_HEIGHT = 40;

  private final Preferences preferences;

  WindowPlace(Preferences preferences) {
    this.preferences = preferences;
  }

  /** Places a stage that is not shown yet, and from now on remembers where it goes. */
  void keep(Stage stage) {
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    Rectangle2D primary = Screen.getPrimary().getVisualBounds();
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Session.Window wanted = preferences.sessionProperty().get().window();
    Session.Window place = fit(wanted, primary, screens);
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximized());
    stage.xProperty().subscribe((before, now) -> remember(stage));
    stage.yProperty().subscribe((before, now) -> remember(stage));
    stage.widthProperty().subscribe((before, now) -> remember(stage));
    stage.heightProperty().subscribe((before, now) -> remember(stage));
    stage.maximizedProperty().subscribe((before, now) -> remember(stage));
  }

  private void remember(Stage stage) {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    Session.Window now =
        new Session.Window(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    preferences.remember(session -> session.withWindow(merged(session.window(), now)));
  }

  /** A window that is maximised keeps the size that it goes back to. */
  static Session.Window merged(Session.Window before, Session.Window now) {
    return now.maximized() && before != null
        ? new Session.Window(before.x(), before.y(), before.width(), before.height(), true)
        : now;
  }

  /**
   * A place that can be seen.
   *
   * @param wanted null: nowhere in particular
   * @param primary the screen that is taken when the wanted place is on none
   */
  static Session.Window fit(Session.Window wanted, Rectangle2D primary, List<Rectangle2D> screens) {
    if (wanted != null) {
      for (Rectangle2D screen : screens) {
        if (holdsGrip(screen, wanted)) {
          double width = Math.min(wanted.width(), screen.getWidth());
          double height = Math.min(wanted.height(), screen.getHeight());
          double y = Math.max(screen.getMinY(), wanted.y());
          return new Session.Window(wanted.x(), y, width, height, wanted.maximized());
        }
      }
    }
    double width = Math.min(wanted == null ? WIDTH : wanted.width(), primary.getWidth());
    double height = Math.min(wanted == null ? HEIGHT : wanted.height(), primary.getHeight());
    return new Session.Window(
        primary.getMinX() + (primary.getWidth() - width) / 2,
        primary.getMinY() + (primary.getHeight() - height) / 2,
        width,
        height,
        wanted != null && wanted.maximized());
  }

  private static boolean holdsGrip(Rectangle2D screen, Session.Window window) {
    double left = Math.max(screen.getMinX(), window.x());
    double right = Math.min(screen.getMaxX(), window.x() + window.width());
    double top = window.y() + GRIP_HEIGHT;
    return right - left >= GRIP_WIDTH && top >= screen.getMinY() && top <= screen.getMaxY();
  }
}
