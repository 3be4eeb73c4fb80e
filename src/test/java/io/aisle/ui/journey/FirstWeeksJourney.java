package io.aisle.ui.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * A window over the first purchases of a real shop, in which models are trained. Each step builds
 * on the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FirstWeeksJourney {
  /** For what trains. */
  static final Duration LIMIT = Duration.ofMinutes(8);

  /** For what shows at once on a machine that does nothing else. */
  static final Duration SOON = Duration.ofSeconds(90);

  private static final int LINES = 10_000;

  static final FxRobot robot = new FxRobot();

  @TempDir static Path workspace;
  static WorkbenchDriver driver;
  static Keyboard keys;

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(workspace);
    new Furniture(driver.services(), workspace).importFirstWeeks(LINES);
    driver.show(new WorkbenchDriver.Answers());
    keys = new Keyboard(driver);
  }

  @AfterAll
  static void close() {
    driver.close();
  }

  static <T extends Node> T node(String id, Class<T> type) {
    return driver.node(id, type);
  }

  static String text(String id) {
    return driver.text(id);
  }

  static Set<Node> all(String selector) {
    return driver.all(selector);
  }
}
