package io.aisle.ui.journey;

import java.time.Duration;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first minute by keyboard alone: nothing here clicks, and nothing is fired from outside. */
class FirstMinuteKeyboardTest extends FirstMinuteJourney {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static Keyboard keys;

  @BeforeAll
  static void reach() {
    keys = new Keyboard(driver);
  }

  @Test
  @Order(1)
  void tabAndEnterBringEverythingUpToAUser() {
    minute.awaitSamples();
    keys.tabTo("sample-online-retail");
    long pressed = System.nanoTime();
    keys.type(KeyCode.ENTER);
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
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    minute.awaitComparison();
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT4);
    minute.awaitUserWithHit();
  }

  @Test
  @Order(3)
  void aStepOfTheGuideIsReachedAndOpened() {
    keys.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
    driver.await("the data", SOON, () -> minute.all("#versions").size() == 1);
    keys.tabTo("show-compare");
    keys.type(KeyCode.ENTER);
    driver.await("the Compare screen", SOON, () -> minute.all("#compareRows").size() == 1);
    minute.awaitComparison();
  }

  @Test
  @Order(4)
  void thePaletteFindsTheSamplesAgain() {
    keys.chord(KeyCode.CONTROL, KeyCode.K);
    driver.await(
        "the palette", SOON, () -> driver.scene().getFocusOwner() instanceof TextInputControl);
    keys.write("Samples");
    WorkbenchDriver.pause(500);
    keys.type(KeyCode.ENTER);
    minute.awaitSamples();
    keys.tabTo("startBack");
    keys.type(KeyCode.ENTER);
    driver.await(
        "the data screen", SOON, () -> !driver.scene().getRoot().lookup("#start").isVisible());
  }
}
