package io.aisle.ui.training;

import io.aisle.core.training.EpochLine;
import io.aisle.core.training.TrainingJob;
import io.aisle.ui.chart.CurveChart;
import java.util.List;

/** A training of this session whose curves are shown. FX thread only. */
final class ActiveRun {
  private final TrainingJob training;
  private final String name;
  private final int colour;
  private List<EpochLine> epochs = List.of();

  ActiveRun(TrainingJob training, String name, int colour) {
    this.training = training;
    this.name = name;
    this.colour = colour;
  }

  /** Looks for new epochs; whether there are any. */
  boolean look() {
    List<EpochLine> now = training.epochs().get();
    boolean news = now.size() != epochs.size();
    epochs = now;
    return news;
  }

  boolean running() {
    return training.job().outcome().isEmpty();
  }

  CurveChart.Curve loss() {
    return curve(epochs.stream().mapToDouble(EpochLine::loss).toArray());
  }

  CurveChart.Curve valid() {
    return curve(epochs.stream().mapToDouble(EpochLine::valid).toArray());
  }

  private CurveChart.Curve curve(double[] values) {
    return new CurveChart.Curve(name, colour, values);
  }

  boolean iterative() {
    return epochs.size() > 1;
  }
}
