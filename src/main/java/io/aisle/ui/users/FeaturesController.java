package io.aisle.ui.users;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.ErrorBars;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What each feature adds to the score of the explained item. */
public final class FeaturesController {
  private final FeaturesViewModel model;
  private final ChartTools tools;

  @FXML private VBox pane;
  @FXML private ChartFrame frame;
  @FXML private ErrorBars features;
  @FXML private Label summary;

  public FeaturesController(FeaturesViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    frame.equip(tools);
    frame.pinnable(model::origin);
    features.setAboveName(tools.texts().of("features.raises"));
    features.setBelowName(tools.texts().of("features.lowers"));
    features.barsProperty().bind(model.barsProperty());
    features.emptyTextProperty().bind(model.emptyProperty());
    summary.textProperty().bind(model.summaryProperty());
    model.wantedProperty().bind(pane.visibleProperty());
  }
}
