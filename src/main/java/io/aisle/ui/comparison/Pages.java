package io.aisle.ui.comparison;

import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/**
 * Keeps the tabs under the table and the page of the view model in step, and leaves the content of
 * a tab out of the scene until it is opened for the first time: styles and skins of all tabs at
 * once would hold the FX thread. FX thread only.
 */
final class Pages {
  private Pages() {}

  /**
   * Binds in both directions.
   *
   * @param tabs one for each page, with the page's {@link Page#tab} as id
   */
  static void bind(TabPane tabs, ObjectProperty<Page> page) {
    tabs.getTabs().forEach(Pages::defer);
    tabs.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            tab -> {
              if (tab != null) {
                page.set(page(tab));
              }
            });
    page.subscribe(
        now ->
            tabs.getTabs().stream()
                .filter(tab -> now.tab().equals(tab.getId()))
                .forEach(tab -> tabs.getSelectionModel().select(tab)));
  }

  private static Page page(Tab tab) {
    return Arrays.stream(Page.values())
        .filter(page -> page.tab().equals(tab.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static void defer(Tab tab) {
    if (tab.isSelected()) {
      return;
    }
    Node content = tab.getContent();
    tab.setContent(null);
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected && tab.getContent() == null) {
                tab.setContent(content);
              }
            });
  }
}
