package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first minute by keyboard alone: nothing here clicks, and nothing is fired from outside. */
class FirstMinuteKeyboardTest extends FirstMinuteJourney {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int STEPS = 60;

  @Test
  @Order(1)
  void tabAndEnterBringEverythingUpToAUser() {
    minute.awaitSamples();
    tabTo("sample-online-retail");
    long pressed = System.nanoTime();
    type(KeyCode.ENTER);
    driver.await("the guide", SOON, () -> minute.text("guideHeading").contains("Online Retail"));
    minute.awaitEnd();
    minute.awaitUserWithHit();
    System.out.printf(
        "first minute by keyboard: %.1f s from the key to a user with a hit, on %d cores%n",
        (System.nanoTime() - pressed) / 1e9, Runtime.getRuntime().availableProcessors());
    minute.assertWhatTheStepsSay();
  }

  @Test
  @Order(2)
  void shortcutsGoToTheScreens() {
    chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    minute.awaitComparison();
    chord(KeyCode.CONTROL, KeyCode.DIGIT4);
    minute.awaitUserWithHit();
  }

  @Test
  @Order(3)
  void aStepOfTheGuideIsReachedAndOpened() {
    chord(KeyCode.CONTROL, KeyCode.DIGIT1);
    driver.await("the data", SOON, () -> minute.all("#versions").size() == 1);
    tabTo("show-compare");
    type(KeyCode.ENTER);
    driver.await("the Compare screen", SOON, () -> minute.all("#compareRows").size() == 1);
    minute.awaitComparison();
  }

  @Test
  @Order(4)
  void thePaletteFindsTheSamplesAgain() {
    chord(KeyCode.CONTROL, KeyCode.K);
    driver.await(
        "the palette", SOON, () -> driver.scene().getFocusOwner() instanceof TextInputControl);
    robot.write("Samples");
    WorkbenchDriver.pause(500);
    type(KeyCode.ENTER);
    minute.awaitSamples();
    tabTo("startBack");
    type(KeyCode.ENTER);
    driver.await(
        "the data screen", SOON, () -> !driver.scene().getRoot().lookup("#start").isVisible());
  }

  /** Goes on with Tab until a control has the focus; fails when it is never reached. */
  private static void tabTo(String id) {
    StringBuilder met = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      String focused = WorkbenchDriver.fx(() -> id(driver.scene().getFocusOwner()));
      if (focused.equals(id)) {
        return;
      }
      met.append(' ').append(focused);
      type(KeyCode.TAB);
    }
    assertThat(met.toString()).as("the way of the focus").contains(id);
  }

  private static String id(Node node) {
    return node == null ? "nothing" : String.valueOf(node.getId());
  }

  private static void type(KeyCode key) {
    robot.press(key).release(key);
    WorkbenchDriver.pause(30);
  }

  private static void chord(KeyCode hold, KeyCode key) {
    robot.press(hold).press(key).release(key).release(hold);
    WorkbenchDriver.pause(200);
  }
}
