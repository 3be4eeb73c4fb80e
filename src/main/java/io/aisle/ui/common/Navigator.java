package io.aisle.ui.common;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the window to places. Screens say which places they show, so that none needs to know
 * another. FX thread only.
 */
public final class Navigator {
  private final Map<Class<? extends Place>, Function<Place, Screen>> guides = new HashMap<>();
  private Consumer<Screen> front = screen -> {};

  /** Who brings a screen to the front; the shell. */
  public void shownBy(Consumer<Screen> shell) {
    front = shell;
  }

  /**
   * A screen says that it shows places of a kind.
   *
   * @param arrive called after the screen has come to the front
   */
  public <P extends Place> void serve(Class<P> kind, Screen screen, Consumer<P> arrive) {
    guides.put(
        kind,
        place -> {
          front.accept(screen);
          arrive.accept(kind.cast(place));
          return screen;
        });
  }

  /** Goes there. A place that no screen serves is a fault of the wiring. */
  public void go(Place place) {
    if (place instanceof Place.OfScreen(Screen screen)) {
      front.accept(screen);
      return;
    }
    Function<Place, Screen> guide = guides.get(place.getClass());
    if (guide == null) {
      throw new IllegalStateException("no screen shows " + place.getClass().getSimpleName());
    }
    var unused = guide.apply(place);
  }
}
