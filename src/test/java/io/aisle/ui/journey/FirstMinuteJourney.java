package io.aisle.ui.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * A first minute in a workspace that was never used, whose tests go on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FirstMinuteJourney {
  static final FxRobot robot = new FxRobot();

  @TempDir static Path workspace;
  static WorkbenchDriver driver;
  static FirstMinute minute;

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(workspace);
    driver.show(new WorkbenchDriver.Answers());
    minute = new FirstMinute(driver);
  }

  @AfterAll
  static void close() {
    driver.close();
  }
}
