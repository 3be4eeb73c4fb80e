package io.aisle.ui.journey;

import io.aisle.ui.training.RunRow;
import java.util.function.Predicate;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;

/** What the menu of the table of runs does, for tests. */
final class RunsMenu {
  private RunsMenu() {}

  /**
   * Chooses an entry.
   *
   * @param entry id, such as {@code runlist-combine}
   * @param which runs it is for
   */
  @SuppressWarnings("unchecked")
  static void choose(WorkbenchDriver driver, String entry, Predicate<RunRow> which) {
    TableView<RunRow> table = driver.node("runs", TableView.class);
    WorkbenchDriver.fx(
        () -> {
          table.getSelectionModel().clearSelection();
          table.getItems().stream().filter(which).forEach(table.getSelectionModel()::select);
          table.getContextMenu().getItems().stream()
              .filter(item -> entry.equals(item.getId()))
              .forEach(MenuItem::fire);
          return null;
        });
  }
}
