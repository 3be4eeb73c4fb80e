package io.aisle.ui.chart;

import io.aisle.ui.common.RowGate;
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
   * @param gate that it passes when it leaves
   * @param origin where its figures come from; empty when it cannot stand in a report
   * @param describe shows the text alternative
   */
  static List<MenuItem> items(
      CanvasChart chart,
      ChartTools tools,
      Supplier<ChartFiles> files,
      RowGate gate,
      Optional<ViewOrigin> origin,
      Runnable describe) {
    List<MenuItem> items = new ArrayList<>();
    items.add(out(tools, "chart.copy.picture", gate, () -> files.get().copyPicture()));
    items.add(out(tools, "chart.copy.data", gate, () -> files.get().copyData()));
    items.add(new SeparatorMenuItem());
    items.add(out(tools, "chart.save.svg", gate, () -> files.get().saveSvg()));
    items.add(out(tools, "chart.save.png", gate, () -> files.get().savePng()));
    items.add(out(tools, "chart.save.csv", gate, () -> files.get().saveCsv()));
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

  private static MenuItem out(ChartTools tools, String key, RowGate gate, Runnable work) {
    return item(tools, key, () -> gate.whenAllowed(work));
  }

  private static MenuItem item(ChartTools tools, String key, Runnable work) {
    MenuItem item = new MenuItem(tools.texts().of(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> work.run());
    return item;
  }
}
