package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.app.AppPaths;
import io.aisle.app.WorkbenchServices;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.data.Treatment;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** From a file with personal columns to a user who is erased, in the window. */
@ExtendWith(ApplicationExtension.class)
class PrivacyJourneyTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  private Path orders() throws IOException {
    StringBuilder text = new StringBuilder("user,item,time,mail,mobile,address\n");
    for (int i = 0; i < 120; i++) {
      text.append(
          "u%d,p%d,%d,person%d@example.org,138%08d,%d Old Mill Road%n"
              .formatted(i % 12, i % 7, 1600000000 + i, i % 12, i % 12, 1 + i % 12));
    }
    return Files.writeString(folder.resolve("orders.csv"), text);
  }

  @Test
  void whatLooksPersonalIsDecidedAndAUserIsErased() throws IOException {
    Path workspace = folder.resolve("workspace");
    WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
    try (WorkbenchDriver driver = new WorkbenchDriver(workspace)) {
      driver.show(answers);
      driver.fire("screen-data");
      answers.next(orders());
      driver.fire("startImport");
      driver.await("the file", LIMIT, () -> driver.node("importNext", Node.class).isVisible());
      driver.fire("stepColumns");
      driver.await("the columns", LIMIT, () -> !driver.all("#personal-mail").isEmpty());
      choose(driver, "personal-mail", Treatment.DROP);
      choose(driver, "personal-mobile", Treatment.HASH);
      driver.awaitRest(LIMIT);
      driver.fire("stepCheck");
      driver.fire("importStart");
      driver.await("the data set", LIMIT, () -> !driver.services().datasets().versions().isEmpty());
      settings(driver);
      driver.set("privacyUser", "u7");
      driver.fire("privacyErase");
      driver.await(
          "the record",
          LIMIT,
          () ->
              driver.all("#noticeText").stream()
                  .anyMatch(node -> node.toString().contains("next")));
    }
    try (WorkbenchServices services =
        WorkbenchServices.open(new AppPaths(workspace, Path.of("")))) {
      assertThat(services.erased().orElseThrow().events()).isEqualTo(10);
      assertThat(services.services().datasets().require("orders").users()).isEqualTo(11);
      assertThat(
              services
                  .services()
                  .erasures()
                  .plan("u7", java.util.Optional.empty(), new TestControl())
                  .empty())
          .isTrue();
    }
  }

  @Test
  void whatIsAppendedIsAskedAboutFirst() throws IOException {
    Path customers =
        Files.writeString(
            folder.resolve("customers.csv"), "user,mail\nu1,ann@example.org\nu2,bob@example.org\n");
    WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
    try (WorkbenchDriver driver = new WorkbenchDriver(folder.resolve("workspace"))) {
      var datasets = driver.services().datasets();
      datasets.importFiles(
          ImportPlan.of("orders", List.of(orders()), MappingFile.GUESS), new TestControl());
      driver.show(answers);
      driver.fire("screen-data");
      driver.await(
          "the data set", LIMIT, () -> !driver.node("openVersions", Node.class).isDisabled());
      driver.fire("openVersions");
      driver.await("the page", LIMIT, () -> !driver.all("#versionAppend").isEmpty());
      answers.next(customers);
      driver.fire("versionAppend");
      driver.await("the columns", LIMIT, () -> !driver.all("#appended-personal-mail").isEmpty());
      assertThat(datasets.versions()).hasSize(1);
      choose(driver, "appended-personal-mail", Treatment.HASH);
      driver.fire("appendStart");
      driver.await("the version", LIMIT, () -> datasets.require("orders").version() == 2);
      driver.awaitRest(LIMIT);
      assertThat(driver.node("appendCard", Node.class).isVisible()).isFalse();
      assertThat(datasets.attributes(datasets.require("orders").id()).users().get("u1").get("mail"))
          .hasSize(32)
          .doesNotContain("@");
    }
  }

  private static void choose(WorkbenchDriver driver, String id, Treatment treatment) {
    @SuppressWarnings("unchecked")
    ChoiceBox<Treatment> box = driver.node(id, ChoiceBox.class);
    WorkbenchDriver.fx(
        () -> {
          box.setValue(treatment);
          return null;
        });
  }

  private static void settings(WorkbenchDriver driver) {
    driver.fire("screen-settings");
    ListView<?> sections = driver.node("settingsSections", ListView.class);
    WorkbenchDriver.fx(
        () -> {
          sections.getSelectionModel().select(3);
          return null;
        });
    Spinner<?> least = driver.node("privacyGroupSize", Spinner.class);
    WorkbenchDriver.fx(
        () -> {
          least.increment(2);
          return null;
        });
    assertThat(driver.preferences().settingsProperty().get().groupSize()).isEqualTo(7);
  }
}
