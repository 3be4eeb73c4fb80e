package io.aisle.ui.journey;

import javafx.scene.control.TabPane;

/** Turns the pages of a screen. */
final class Pages {
  private Pages() {}

  /**
   * Shows a page.
   *
   * @param pages id of the pane
   * @param page id of the tab
   */
  static void turn(WorkbenchDriver driver, String pages, String page) {
    TabPane pane = driver.node(pages, TabPane.class);
    WorkbenchDriver.fx(
        () -> {
          pane.getTabs().stream()
              .filter(tab -> tab.getId().equals(page))
              .forEach(pane.getSelectionModel()::select);
          return null;
        });
  }
}
