package io.aisle.ui.shell;

import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which screen is in front. FX thread only. */
public final class ShellViewModel {
  private final Map<Screen, Refreshable> screens;
  private final Navigator navigator;
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>();
  private final List<Place> due = new ArrayList<>();

  /**
   * @param screens what to read anew when a screen comes to the front
   */
  public ShellViewModel(Map<Screen, Refreshable> screens, Navigator navigator) {
    this.screens = Map.copyOf(screens);
    this.navigator = navigator;
  }

  /**
   * Each screen is told the place that it showed, when it comes to the front for the first time.
   */
  public void restore(List<Place> places) {
    places.stream().filter(place -> navigator.screenOf(place).isPresent()).forEach(due::add);
  }

  /** Brings a screen to the front. */
  public void show(Screen wanted) {
    screen.set(wanted);
    screens.get(wanted).refresh();
    List<Place> now =
        due.stream().filter(place -> navigator.screenOf(place).get() == wanted).toList();
    due.removeAll(now);
    now.forEach(navigator::arrive);
  }

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }
}
