package io.aisle.ui.start;

import javafx.fxml.FXML;
import javafx.scene.Node;

/** The Data screen, or what one can begin with while there are no data. */
public final class BeginController {
  private final StartViewModel model;

  @FXML private Node start;
  @FXML private Node data;

  public BeginController(StartViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    start.visibleProperty().bind(model.shownProperty());
    data.visibleProperty().bind(model.shownProperty().not());
  }
}
