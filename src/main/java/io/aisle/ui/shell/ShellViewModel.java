package io.aisle.ui.shell;

import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which screen is in front, and what the status line says. FX thread only. */
public final class ShellViewModel {
  private static final double MIB = 1024 * 1024;

  private final Texts texts;
  private final Notices notices;
  private final Map<Screen, Refreshable> screens;
  private final Supplier<String> device;
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper deviceText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper memoryText = new ReadOnlyStringWrapper("");

  /**
   * @param screens what to read anew when a screen comes to the front
   * @param device name of the device that trains, as far as it is known; must return at once
   */
  public ShellViewModel(
      Texts texts, Notices notices, Map<Screen, Refreshable> screens, Supplier<String> device) {
    this.texts = texts;
    this.notices = notices;
    this.screens = Map.copyOf(screens);
    this.device = device;
  }

  /** Brings a screen to the front. */
  public void show(Screen wanted) {
    screen.set(wanted);
    screens.get(wanted).refresh();
  }

  /** Looks at memory and device; called by the sampler. */
  public void look() {
    Runtime runtime = Runtime.getRuntime();
    double used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    memoryText.set(texts.of("shell.memory", used, runtime.maxMemory() / MIB));
    deviceText.set(device.get());
  }

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty deviceProperty() {
    return deviceText.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty memoryProperty() {
    return memoryText.getReadOnlyProperty();
  }

  public Notices notices() {
    return notices;
  }
}
