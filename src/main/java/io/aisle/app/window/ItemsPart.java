package io.aisle.app.window;

import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.items.ItemsController;
import io.aisle.ui.items.ItemsViewModel;
import io.aisle.ui.items.ListedViewModel;
import io.aisle.ui.items.MapController;
import io.aisle.ui.items.MapViewModel;

/** Wires the Items screen. */
final class ItemsPart {
  private final Frame frame;

  ItemsPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    var service = frame.services().neighbours();
    var background = frame.background();
    var texts = frame.texts();
    var numbers = frame.numbers();
    ItemsViewModel items = new ItemsViewModel(frame.shelf(), service, background, texts, numbers);
    MapViewModel map = new MapViewModel(items, service, background, texts, numbers);
    ListedViewModel listed = new ListedViewModel(items, map, background, frame.notices(), texts);
    var controllers = frame.controllers();
    ChartTools tools = frame.chartTools();
    controllers.put(
        ItemsController.class, () -> new ItemsController(items, frame.navigator(), tools));
    controllers.put(MapController.class, () -> new MapController(items, map, listed, tools));
    return items;
  }
}
