package io.aisle.ui.chart;

import io.aisle.ui.common.Tables;
import io.aisle.ui.common.ViewOrigin;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/** Lets tables be kept for a report, as charts are. FX thread only. */
public final class TablePins {
  private TablePins() {}

  /**
   * Adds the entry to the menu of a table, which has one already.
   *
   * @param table whose accessible text is its heading in the report; its rows are in memory
   * @param given where the figures of the table come from now; empty when there are none
   */
  public static void equip(
      TableView<?> table, ChartTools tools, Supplier<Optional<ViewOrigin>> given) {
    MenuItem pin = new MenuItem(tools.texts().of("chart.pin"));
    pin.setId("table-pin");
    pin.setOnAction(
        event ->
            given
                .get()
                .filter(origin -> !table.getItems().isEmpty())
                .ifPresent(
                    origin -> tools.pins().keep(origin.pin(content(table)), origin.licence())));
    ContextMenu menu = table.getContextMenu();
    menu.getItems().addAll(new SeparatorMenuItem(), pin);
    menu.setOnShown(event -> pin.setDisable(given.get().isEmpty() || table.getItems().isEmpty()));
  }

  private static ViewOrigin.Content content(TableView<?> table) {
    return ViewOrigin.Content.ofTable(
        table.getAccessibleText(), Tables.header(table), Tables.rows(table));
  }
}
