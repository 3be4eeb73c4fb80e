package io.aisle.ui.chart;

import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a chart. */
final class ChartMenu {
  private ChartMenu() {}

  /**
   * The entries of the menu.
   *
   * @param files made when one is chosen, with the heading of then
   * @param origin where its figures come from; empty when it cannot stand in a report
   * @param describe shows the text alternative
   */
  static List<MenuItem> items(
      CanvasChart chart,
      ChartTools tools,
      Supplier<ChartFiles> files,
      Optional<ViewOrigin> origin,
      Runnable describe) {
    List<MenuItem> items = new ArrayList<>();
    items.add(item(tools, "chart.copy.picture", () -> files.get().copyPicture()));
    items.add(item(tools, "chart.copy.data", () -> files.get().copyData()));
    items.add(new SeparatorMenuItem());
    items.add(item(tools, "chart.save.svg", () -> files.get().saveSvg()));
    items.add(item(tools, "chart.save.png", () -> files.get().savePng()));
    items.add(item(tools, "chart.save.csv", () -> files.get().saveCsv()));
    items.add(new SeparatorMenuItem());
    origin.ifPresent(
        from -> {
          items.add(item(tools, "chart.pin", () -> files.get().pin(from)));
          items.add(new SeparatorMenuItem());
        });
    items.add(item(tools, "chart.describe", describe));
    if (chart.zoom().reach() != Zoom.Reach.NONE) {
      MenuItem whole = item(tools, "chart.whole", chart::showAll);
      whole.setDisable(!chart.zoom().zoomed());
      items.add(whole);
    }
    return items;
  }

  private static MenuItem item(ChartTools tools, String key, Runnable work) {
    MenuItem item = new MenuItem(tools.texts().of(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> work.run());
    return item;
  }
}
