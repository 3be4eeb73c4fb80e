package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.EventRow;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * A click on a head sorts the whole version and not the page; without one it is the file's order.
 */
final class SortedEvents {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private SortedEvents() {}

  /** Of Online Retail. */
  static void byPriceAndBack(WorkbenchDriver driver, TableView<EventRow> events) {
    TableColumn<EventRow, ?> price = events.getColumns().getLast();
    WorkbenchDriver.fx(
        () -> {
          price.setSortType(TableColumn.SortType.DESCENDING);
          return events.getSortOrder().setAll(List.of(price));
        });
    driver.await("the dearest first", LIMIT, () -> first(events) > 600);
    assertThat(events.getItems()).hasSizeGreaterThan(390_000);
    assertThat(WorkbenchDriver.fx(() -> List.copyOf(events.getSortOrder()))).hasSize(1);
    WorkbenchDriver.fx(
        () -> {
          events.getSortOrder().clear();
          return true;
        });
    driver.await("the order of the file", LIMIT, () -> first(events) == 2.55);
  }

  private static double first(TableView<EventRow> events) {
    EventRow row = events.getItems().get(0);
    return row == null ? Double.NaN : row.price();
  }
}
