package io.aisle.ui.chart;

import io.aisle.ui.common.ColouredName;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** The series of a chart as buttons that hide and show them. */
final class LegendBar extends FlowPane {
  private static final int FEWEST = 1;

  private CanvasChart chart;
  private final ListChangeListener<LegendEntry> listener = change -> fill();
  private ChartTools tools;

  LegendBar() {
    getStyleClass().add("chart-legend");
    show(false);
  }

  void name(CanvasChart next) {
    if (chart != null) {
      chart.legend().removeListener(listener);
    }
    chart = next;
    if (chart != null) {
      chart.legend().addListener(listener);
    }
    fill();
  }

  void equip(ChartTools given) {
    tools = given;
    fill();
  }

  private void fill() {
    List<LegendEntry> entries = chart == null ? List.of() : chart.legend();
    getChildren().setAll(entries.stream().map(this::button).toList());
    show(entries.size() >= FEWEST);
  }

  private void show(boolean shown) {
    setManaged(shown);
    setVisible(shown);
  }

  private Node button(LegendEntry entry) {
    ToggleButton button = new ToggleButton(entry.name(), ColouredName.dot(entry.colour()));
    button.getStyleClass().add("legend-entry");
    button.setMnemonicParsing(false);
    button.selectedProperty().bindBidirectional(entry.visible());
    if (tools != null) {
      button.setAccessibleText(tools.texts().of("chart.legend.entry", entry.name()));
    }
    return button;
  }
}
