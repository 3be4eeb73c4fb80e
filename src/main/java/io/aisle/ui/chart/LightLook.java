package io.aisle.ui.chart;

import io.aisle.ui.common.Theme;
import javafx.scene.Scene;

/** The colours that a chart has in the light theme, whatever the window wears: paper is white. */
final class LightLook extends StyledRegion {
  private LightLook() {
    getStyleClass().add("canvas-chart");
  }

  /** To be called on the FX thread. */
  static Look find() {
    LightLook region = new LightLook();
    Scene scene = new Scene(region);
    scene.getStylesheets().setAll(Theme.LIGHT.sheets());
    region.applyCss();
    return region.look();
  }

  @Override
  void restyled() {
    // nothing is drawn
  }
}
