package io.aisle.app.window;

import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Parent;

/** The whole content of the window, in one language. FX thread only. */
public final class Parts {
  private final ShellPart shell;
  private final Parent root;

  public Parts(Frame frame) {
    Map<Screen, Refreshable> screens = new EnumMap<>(Screen.class);
    screens.put(Screen.DATA, new StartPart(frame).wire(new DataPart(frame).wire()));
    screens.put(Screen.TRAIN, new TrainPart(frame).wire());
    screens.put(Screen.COMPARE, new ComparePart(frame).wire());
    screens.put(Screen.USERS, new UsersPart(frame).wire());
    screens.put(Screen.ITEMS, new ItemsPart(frame).wire());
    screens.put(Screen.SETTINGS, new SettingsPart(frame).wire());
    new BundlePart(frame).wire();
    this.shell = new ShellPart(frame);
    this.root = shell.wire(screens);
  }

  public Parent root() {
    return root;
  }

  /** Shows the first screen; the root must be in a scene. */
  public void start() {
    shell.start();
  }
}
