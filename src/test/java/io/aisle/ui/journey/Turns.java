package io.aisle.ui.journey;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;

/** Pages, switches and sections that show another view, each to be turned once. */
final class Turns {
  private final Set<Object> taken = new HashSet<>();

  /**
   * A view that can be turned to.
   *
   * @param name to find it by
   */
  record Turn(String name, Runnable work) {
    void take() {
      WorkbenchDriver.fx(
          () -> {
            work.run();
            return null;
          });
    }
  }

  /** One that was not given yet; empty when there is none. */
  Optional<Turn> next(Parent area) {
    return WorkbenchDriver.fx(
        () ->
            Controls.of(area).stream()
                .map(this::fresh)
                .filter(Optional::isPresent)
                .findFirst()
                .orElse(Optional.empty()));
  }

  private Optional<Turn> fresh(Node node) {
    return switch (node) {
      case TabPane pages ->
          pages.getTabs().stream()
              .filter(tab -> !tab.isDisabled() && taken.add(tab))
              .findFirst()
              .map(tab -> turn(pages, tab));
      case ToggleButton toggle when toggle.getToggleGroup() != null && taken.add(toggle) ->
          Optional.of(new Turn(Controls.words(toggle), () -> press(toggle)));
      case ListView<?> list when "settingsSections".equals(list.getId()) ->
          list.getItems().stream()
              .filter(taken::add)
              .findFirst()
              .map(section -> section(list, list.getItems().indexOf(section)));
      default -> Optional.empty();
    };
  }

  private static Turn turn(TabPane pages, Tab tab) {
    return new Turn(tab.getId(), () -> pages.getSelectionModel().select(tab));
  }

  private static Turn section(ListView<?> list, int row) {
    return new Turn("section " + row, () -> list.getSelectionModel().select(row));
  }

  private static void press(ToggleButton toggle) {
    if (!toggle.isSelected()) {
      toggle.fire();
    }
  }
}
