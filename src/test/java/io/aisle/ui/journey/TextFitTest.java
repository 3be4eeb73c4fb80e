package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.ui.common.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** No word of the window is cut off at the smallest usual size, in either language. */
class TextFitTest {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final long SETTLED_MILLIS = 1500;

  @TempDir Path folder;
  private WorkbenchDriver driver;

  @BeforeEach
  void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    if (driver.stage() == null) {
      driver.show(new WorkbenchDriver.Answers());
    }
    driver.close();
  }

  @Test
  void inAnEmptyWorkspaceEveryWordCanBeRead() {
    driver.show(new WorkbenchDriver.Answers());
    assertThat(cut()).isEmpty();
  }

  @Test
  void withDataAndRunsEveryWordCanBeRead() throws Exception {
    Furniture furniture = new Furniture(driver.services(), folder);
    furniture.importSample("movielens-small");
    furniture.train(
        "movielens-small",
        "leave-last-out",
        "{epochs: 2, seed: 42, threads: 2}",
        "{kind: popularity}",
        "{kind: item-knn}",
        "{kind: sasrec, embeddingSize: 16, maxLength: 12}");
    driver.show(new WorkbenchDriver.Answers());
    assertThat(cut()).isEmpty();
  }

  @Test
  void aShortenedWordAndOneOutsideAreFound() {
    List<String> found =
        WorkbenchDriver.fx(
            () -> {
              Label narrow = new Label("far too long for its room");
              narrow.setMaxWidth(60);
              Label outside = new Label("beyond the edge");
              outside.setManaged(false);
              outside.resizeRelocate(280, 10, 200, 20);
              Label data = new Label("a title of the data that is far too long");
              data.getStyleClass().add("data-text");
              data.setMaxWidth(60);
              Scene scene = new Scene(new VBox(narrow, outside, data, new Label("fits")), 300, 200);
              scene.getRoot().applyCss();
              scene.getRoot().layout();
              return TextFit.cut(scene);
            });
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).contains("far too long for its room").contains("shortened");
    assertThat(found.get(1)).contains("beyond the edge").contains("outside");
  }

  private List<String> cut() {
    List<String> found = new ArrayList<>();
    WorkbenchDriver.fx(
        () -> {
          driver.stage().setWidth(WIDTH);
          driver.stage().setHeight(HEIGHT);
          return null;
        });
    for (LanguageChoice language : List.of(LanguageChoice.ENGLISH, LanguageChoice.CHINESE)) {
      WorkbenchDriver.fx(
          () -> {
            driver.preferences().change(settings -> settings.withLanguage(language));
            return null;
          });
      for (Screen screen : Screen.values()) {
        driver.fire("screen-" + screen.name().toLowerCase(Locale.ROOT));
        WorkbenchDriver.pause(SETTLED_MILLIS);
        String where = language + ", " + screen + ": ";
        WorkbenchDriver.fx(() -> TextFit.cut(driver.scene())).stream()
            .map(where::concat)
            .forEach(found::add);
      }
    }
    return found;
  }
}
