package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;

/** What can be done with a row. FX thread only. */
public final class RowMenus {
  private final RowsViewModel model;
  private final Navigator navigator;
  private final Texts texts;

  public RowMenus(RowsViewModel model, Navigator navigator, Texts texts) {
    this.model = model;
    this.navigator = navigator;
    this.texts = texts;
  }

  MenuItem[] ofEvents(TableView<EventRow> table) {
    return new MenuItem[] {
      item(table, "data.row.user", row -> model.filter(new EventFilter.OfUser(row.user()))),
      item(table, "data.row.item", row -> model.filter(new EventFilter.OfItem(row.item()))),
      item(table, "data.row.open", row -> navigator.go(new Place.OfUser(row.user(), List.of())))
    };
  }

  MenuItem[] ofReviews(TableView<ReviewRow> table) {
    return new MenuItem[] {
      item(table, "data.row.user", row -> model.filter(new EventFilter.OfUser(row.user()))),
      item(table, "data.row.item", row -> model.filter(new EventFilter.OfItem(row.item()))),
      item(table, "data.row.open", row -> navigator.go(new Place.OfUser(row.user(), List.of())))
    };
  }

  MenuItem[] ofItems(TableView<ItemRow> table) {
    return new MenuItem[] {
      item(table, "data.row.item", row -> model.filter(new EventFilter.OfItem(row.item())))
    };
  }

  private <T> MenuItem item(TableView<T> table, String key, Consumer<T> work) {
    MenuItem item = new MenuItem(texts.of(key));
    item.setOnAction(
        event -> {
          T row = table.getSelectionModel().getSelectedItem();
          if (row != null) {
            work.accept(row);
          }
        });
    return item;
  }
}
