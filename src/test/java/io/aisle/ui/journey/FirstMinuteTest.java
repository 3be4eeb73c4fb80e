package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The first minute by mouse, with real data and real worker processes: one click on Online Retail
 * brings a data set, three models, a comparison and a user. Pictures are written where the system
 * property {@code aisle.pictures} names a folder.
 */
class FirstMinuteTest extends FirstMinuteJourney {
  @Test
  @Order(1)
  void theFirstStartOffersFourSamplesWithTheirLicences() throws IOException {
    minute.awaitSamples();
    assertThat(minute.text("facts-online-retail"))
        .isEqualTo("541,909 rows · 4,372 users · 4,070 items");
    assertThat(minute.text("facts-electronics-search"))
        .isEqualTo("19,406 items · 135 queries · 3,668 grades");
    assertThat(minute.all(".start-card")).hasSize(4);
    assertThat(minute.all(".start-card .badge.warn")).as("non-commercial ones").hasSize(2);
    WorkbenchDriver.pause(300);
    picture("start");
  }

  @Test
  @Order(2)
  void oneClickBringsEverythingUpToAUser() throws IOException {
    long clicked = System.nanoTime();
    robot.clickOn("#sample-online-retail");
    driver.await("the guide", FirstMinute.LIMIT, () -> minute.all("#guideCancel").size() == 1);
    WorkbenchDriver.pause(1500);
    picture("minute-import");
    driver.await(
        "the trainings", FirstMinute.LIMIT, () -> minute.text("step-train").contains(": "));
    picture("minute-train");
    minute.awaitEnd();
    minute.awaitUserWithHit();
    System.out.printf(
        "first minute by mouse: %.1f s from the click to a user with a hit, on %d cores%n",
        (System.nanoTime() - clicked) / 1e9, Runtime.getRuntime().availableProcessors());
    minute.assertWhatTheStepsSay();
    WorkbenchDriver.pause(500);
    picture("minute-user");
  }

  @Test
  @Order(3)
  void aStepThatIsDoneCanBeLookedAt() throws IOException {
    robot.clickOn("#show-compare");
    minute.awaitComparison();
    WorkbenchDriver.pause(500);
    picture("minute-compare");
    robot.clickOn("#show-import");
    driver.await("the data set", FirstMinute.LIMIT, () -> versions().getItems().size() == 1);
    assertThat(
            minute.text("versionTitle").isEmpty()
                || minute.text("versionTitle").contains("online-retail"))
        .isTrue();
    picture("minute-data");
  }

  @Test
  @Order(4)
  void aSecondMinuteFindsTheDataSetAndCanBeCalledOff() throws IOException {
    robot.clickOn("#openSamples");
    minute.awaitSamples();
    robot.clickOn("#sample-online-retail");
    driver.await(
        "what is known",
        Duration.ofSeconds(30),
        () -> minute.text("step-import").contains("Already in the workspace"));
    robot.clickOn("#guideCancel");
    driver.await(
        "the stop", Duration.ofSeconds(30), () -> minute.text("guideHeading").contains("stopped"));
    assertThat(minute.text("step-user")).isEqualTo("not done");
    picture("minute-stopped");
    robot.clickOn("#guideClose");
    driver.await(
        "the guide to go",
        Duration.ofSeconds(10),
        () -> !driver.scene().getRoot().lookup("#guide").isVisible());
  }

  @Test
  @Order(5)
  void aCatalogueWithoutEventsSaysWhatComesNext() throws IOException {
    robot.clickOn("#openSamples");
    minute.awaitSamples();
    robot.clickOn("#sample-electronics-search");
    minute.awaitEnd();
    assertThat(minute.text("step-import")).contains("19,406 items", "135 queries");
    assertThat(minute.text("step-quality")).contains("3,668 grades", "19 queries");
    assertThat(minute.text("guideNext")).contains("no recommender can be trained");
    picture("minute-catalogue");
  }

  private static ListView<?> versions() {
    return driver.node("versions", ListView.class);
  }

  private static void picture(String name) throws IOException {
    String folder = System.getProperty("aisle.pictures");
    if (folder != null) {
      Snapshots.write(driver.scene(), Path.of(folder, name + ".png"));
    }
  }
}
