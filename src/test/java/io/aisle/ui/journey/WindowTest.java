package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings.LanguageChoice;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The frame of the window over an empty workspace: keys, panels, notices, language, restoring. */
class WindowTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path workspace;
  private WorkbenchDriver driver;

  private void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(workspace);
    driver.show(new WorkbenchDriver.Answers());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void thePaletteOpensFindsRunsAndGoesBack() throws Exception {
    open();
    Node before = focused();
    press(KeyCode.K, true, false);
    driver.await("the palette", LIMIT, () -> node("#palette") != null);
    assertThat(focused()).isEqualTo(node("#paletteQuery"));
    type("#paletteQuery", "nothing has this name at all");
    ListView<?> list = (ListView<?>) node("#paletteList");
    driver.await("nothing", LIMIT, () -> list.getItems().isEmpty());
    press(KeyCode.ESCAPE, false, false);
    assertThat(node("#palette")).isNull();
    assertThat(focused()).isEqualTo(before);
    press(KeyCode.K, true, false);
    type("#paletteQuery", "sett");
    press(KeyCode.ENTER, false, false);
    driver.await("the settings", LIMIT, () -> selected("#screen-settings"));
    assertThat(node("#palette")).isNull();
  }

  @Test
  void theHelpPageOfAModelOpensFromTheChoiceAndEscapeClosesIt() throws Exception {
    open();
    driver.fire("screen-train");
    driver.fire("modelChoice");
    driver.await("the choice", LIMIT, () -> inPopup("#help-ease") != null);
    WorkbenchDriver.fx(
        () -> {
          ((Hyperlink) inPopup("#help-ease")).fire();
          return null;
        });
    driver.await("the page", LIMIT, () -> node("#modelPage").isVisible());
    assertThat(((Labeled) node("#modelPageTitle")).getText()).isEqualTo("Help page of EASE");
    assertThat(focused()).isEqualTo(node("#modelPageClose"));
    driver.awaitAlone();
    press(KeyCode.ESCAPE, false, false);
    assertThat(node("#modelPage").isVisible()).isFalse();
  }

  private static Node inPopup(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Test
  void escapeClosesInTheOrderOfOpeningAndNoticesTakeNoFocus() throws Exception {
    open();
    Node before = focused();
    WorkbenchDriver.fx(
        () -> {
          driver.window().notices().error("The disk is full; make room.", "7K2Q-X0MD");
          return null;
        });
    driver.await("the notice", LIMIT, () -> node("#noticeText") != null);
    assertThat(focused()).isEqualTo(before);
    press(KeyCode.J, true, false);
    press(KeyCode.F1, false, false);
    assertThat(node("#tray")).isNotNull();
    assertThat(node("#shortcuts")).isNotNull();
    press(KeyCode.ESCAPE, false, false);
    assertThat(node("#shortcuts")).isNull();
    assertThat(node("#tray")).isNotNull();
    WorkbenchDriver.fx(
        () -> {
          node("#jobs").requestFocus();
          return null;
        });
    press(KeyCode.ESCAPE, false, false);
    assertThat(node("#tray")).isNull();
    assertThat(node("#noticeText")).isNotNull();
    press(KeyCode.ESCAPE, false, false);
    assertThat(node("#noticeText")).isNull();
    assertThat(((Labeled) node("#unreadNotices")).getText()).isEqualTo("1");
  }

  @Test
  void f6GoesThroughTheAreasAndBack() throws Exception {
    open();
    driver.await("the screen", LIMIT, () -> node("#importFile") != null);
    WorkbenchDriver.fx(
        () -> {
          node("#paletteField").requestFocus();
          return null;
        });
    for (String area : new String[] {"#sideBar", "#content", "#statusBar", "#topBar"}) {
      press(KeyCode.F6, false, false);
      assertThat(inside(area)).as(area).isTrue();
    }
    press(KeyCode.F6, false, true);
    assertThat(inside("#statusBar")).isTrue();
  }

  @Test
  void anotherLanguageShowsTheSameScreenAndForgetsTheOldContent() throws Exception {
    open();
    driver.fire("screen-compare");
    WeakReference<Parent> old =
        new WeakReference<>(WorkbenchDriver.fx(() -> driver.scene().getRoot()));
    speak(LanguageChoice.CHINESE);
    driver.await("Chinese", LIMIT, () -> text("#screen-compare").equals("对比"));
    assertThat(WorkbenchDriver.fx(() -> selected("#screen-compare"))).isTrue();
    WorkbenchDriver.pause(1500);
    for (int time = 0; time < 20 && old.get() != null; time++) {
      WorkbenchDriver.fx(
          () -> {
            node("#screen-compare").requestFocus();
            return null;
          });
      System.gc();
      WorkbenchDriver.pause(200);
    }
    assertThat(old.get()).as("the content in the other language").isNull();
    speak(LanguageChoice.ENGLISH);
  }

  @Test
  void aStartThatWasCutOffIsAskedAboutBeforeAnythingIsRestored() throws Exception {
    Files.writeString(workspace.resolve("starting"), "1");
    session(new Session(null, "TRAIN", "", 0, List.of(), "", List.of(), List.of()));
    open();
    driver.await("the question", LIMIT, () -> node("#startPlain") != null);
    assertThat(node("#screen-train")).isNull();
    driver.fire("startRestored");
    driver.await("the screen of before", LIMIT, () -> selected("#screen-train"));
    driver.close();
    assertThat(workspace.resolve("starting")).doesNotExist();
    open();
    assertThat(WorkbenchDriver.fx(() -> selected("#screen-train"))).isTrue();
  }

  private void session(Session left) throws IOException {
    new SettingsFile<>(workspace.resolve("session.json"), Session.class, Session.NONE).save(left);
  }

  private void speak(LanguageChoice language) {
    WorkbenchDriver.fx(
        () -> {
          driver.preferences().change(settings -> settings.withLanguage(language));
          return null;
        });
  }

  private Node node(String selector) {
    return WorkbenchDriver.fx(() -> driver.scene().getRoot().lookup(selector));
  }

  private String text(String selector) {
    return ((Labeled) node(selector)).getText();
  }

  private boolean selected(String selector) {
    return node(selector) instanceof ToggleButton button && button.isSelected();
  }

  private Node focused() {
    return WorkbenchDriver.fx(() -> driver.scene().getFocusOwner());
  }

  private boolean inside(String area) {
    for (Node at = focused(); at != null; at = at.getParent()) {
      if (at.equals(node(area))) {
        return true;
      }
    }
    return false;
  }

  private void type(String selector, String words) {
    WorkbenchDriver.fx(
        () -> {
          ((TextField) node(selector)).setText(words);
          return null;
        });
  }

  private void press(KeyCode code, boolean control, boolean shift) {
    WorkbenchDriver.fx(
        () -> {
          Node at = driver.scene().getFocusOwner();
          Event.fireEvent(
              at == null ? driver.scene().getRoot() : at,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
          return null;
        });
  }
}
