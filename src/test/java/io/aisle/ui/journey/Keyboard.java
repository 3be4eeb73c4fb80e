package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** What a person without a mouse does. */
final class Keyboard {
  private static final int STEPS = 60;

  private final FxRobot robot = new FxRobot();
  private final WorkbenchDriver driver;

  Keyboard(WorkbenchDriver driver) {
    this.driver = driver;
  }

  /** Goes on with Tab until a control has the focus; fails when it is never reached. */
  void tabTo(String id) {
    StringBuilder met = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      String focused = focused();
      if (focused.equals(id)) {
        return;
      }
      met.append(' ').append(focused);
      type(KeyCode.TAB);
    }
    assertThat(met.toString()).as("the way of the focus").contains(id);
  }

  /** The id of what has the focus of the window. */
  String focused() {
    return WorkbenchDriver.fx(() -> id(driver.scene().getFocusOwner()));
  }

  static String id(Node node) {
    return node == null ? "nothing" : String.valueOf(node.getId());
  }

  void type(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.press(key).release(key);
      WorkbenchDriver.pause(30);
    }
  }

  void write(String text) {
    robot.write(text);
    WorkbenchDriver.pause(60);
  }

  void chord(KeyCode hold, KeyCode key) {
    robot.press(hold).press(key).release(key).release(hold);
    WorkbenchDriver.pause(200);
  }
}
