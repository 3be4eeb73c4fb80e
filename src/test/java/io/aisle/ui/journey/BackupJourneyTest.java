package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** A schedule is chosen in the Settings, a backup written by it, and a bad place refused. */
@ExtendWith(ApplicationExtension.class)
class BackupJourneyTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;

  private void furnish(WorkbenchDriver driver) throws IOException {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < 120; i++) {
      text.append("u%d,p%d,%d%n".formatted(i % 12, i % 7, 1600000000 + i));
    }
    Path file = Files.writeString(folder.resolve("shop.csv"), text);
    driver
        .services()
        .datasets()
        .importFiles(ImportPlan.of("shop", List.of(file), MappingFile.GUESS), new TestControl());
  }

  @Test
  void aScheduleIsChosenAndItsBackupIsKnown() throws IOException {
    WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
    try (WorkbenchDriver driver = new WorkbenchDriver(folder.resolve("workspace"))) {
      furnish(driver);
      driver.show(answers);
      WorkbenchDriver.fx(
          () -> {
            driver.stage().setWidth(1440);
            driver.stage().setHeight(900);
            return null;
          });
      open(driver);
      driver.await("the shelf", LIMIT, () -> !driver.text("backupLast").isEmpty());
      assertThat(chosen(driver)).isFalse();
      driver.look("backup-off");

      choose(driver, Rhythm.DAILY);
      driver.await("the schedule", LIMIT, () -> !driver.text("scheduleNext").isEmpty());
      assertThat(chosen(driver)).isTrue();
      WorkbenchDriver.fx(
          () -> {
            driver.node("scheduleKeep", Spinner.class).decrement(2);
            return null;
          });
      driver.fire("scheduleNow");
      driver.await("the backup", LIMIT, () -> !rows(driver).isEmpty());
      assertThat(files(folder.resolve("workspace-backups"))).hasSize(1);
      scroll(driver, 0.75);
      driver.look("backup-known");
      scroll(driver, 0);
      driver.look("backup-written");

      answers.next(folder.resolve("workspace").resolve("backups"));
      driver.fire("scheduleChoose");
      driver.await("the sentence", LIMIT, () -> told(driver, "lies in the workspace", "位于工作区内"));
      assertThat(place(driver)).isEqualTo(folder.resolve("workspace-backups").toString());
      driver.look("backup-refused");

      answers.next(folder.resolve("other"));
      driver.fire("scheduleChoose");
      driver.await("the place", LIMIT, () -> place(driver).endsWith("other"));
      var rule = driver.preferences().settingsProperty().get().backup();
      assertThat(rule.rhythm()).isEqualTo(Rhythm.DAILY);
      assertThat(rule.keep()).isEqualTo(3);
      driver.fire("scheduleUsual");
      driver.await("the usual place", LIMIT, () -> place(driver).endsWith("workspace-backups"));
    }
  }

  private static void open(WorkbenchDriver driver) {
    driver.fire("screen-settings");
    ListView<?> sections = driver.node("settingsSections", ListView.class);
    WorkbenchDriver.fx(
        () -> {
          sections.getSelectionModel().select(2);
          return null;
        });
  }

  private static void scroll(WorkbenchDriver driver, double share) {
    WorkbenchDriver.fx(
        () -> {
          var pane = (ScrollPane) driver.scene().getRoot().lookup(".settings-scroll");
          pane.setVvalue(share);
          return null;
        });
  }

  private static boolean told(WorkbenchDriver driver, String english, String chinese) {
    String words = driver.watching().word(english, chinese);
    return driver.all("#noticeText").stream()
        .anyMatch(node -> node instanceof Labeled notice && notice.getText().contains(words));
  }

  private static boolean chosen(WorkbenchDriver driver) {
    return WorkbenchDriver.fx(
        () -> driver.node("scheduleNow", Node.class).getParent().getParent().isVisible());
  }

  private static void choose(WorkbenchDriver driver, Rhythm rhythm) {
    @SuppressWarnings("unchecked")
    ChoiceBox<Rhythm> box = driver.node("scheduleRhythm", ChoiceBox.class);
    WorkbenchDriver.fx(
        () -> {
          box.setValue(rhythm);
          return null;
        });
  }

  private static List<Node> rows(WorkbenchDriver driver) {
    return driver.node("backupShelf", Pane.class).getChildren();
  }

  private static String place(WorkbenchDriver driver) {
    return WorkbenchDriver.fx(() -> driver.node("scheduleFolder", TextField.class).getText());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
