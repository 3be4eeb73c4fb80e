package io.aisle.ui.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the window to places. Screens say which places they show, so that none needs to know
 * another. FX thread only.
 */
public final class Navigator {
  private final Map<Class<? extends Place>, Guide> guides = new HashMap<>();
  private final List<Consumer<Place>> listeners = new ArrayList<>();
  private Consumer<Screen> front = screen -> {};

  private record Guide(Screen screen, Consumer<Place> arrive) {}

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
    guides.put(kind, new Guide(screen, place -> arrive.accept(kind.cast(place))));
  }

  /** Tells a part of the window of every place that is gone to, before it is shown. */
  public void heardBy(Consumer<Place> listener) {
    listeners.add(listener);
  }

  /** Goes there. A place that no screen serves is a fault of the wiring. */
  public void go(Place place) {
    listeners.forEach(listener -> listener.accept(place));
    if (place instanceof Place.OfScreen(Screen screen)) {
      front.accept(screen);
      return;
    }
    Guide guide =
        guide(place)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no screen shows " + place.getClass().getSimpleName()));
    front.accept(guide.screen());
    guide.arrive().accept(place);
  }

  /** The screen that shows a place; empty when none does. */
  public Optional<Screen> screenOf(Place place) {
    return place instanceof Place.OfScreen(Screen screen)
        ? Optional.of(screen)
        : guide(place).map(Guide::screen);
  }

  /** Tells the screen of a place, which is in front, that this is what it should show. */
  public void arrive(Place place) {
    guide(place).ifPresent(guide -> guide.arrive().accept(place));
  }

  private Optional<Guide> guide(Place place) {
    return Optional.ofNullable(guides.get(place.getClass()));
  }
}
