package io.aisle.ui.comparison;

import io.aisle.core.robustness.Perturbation;
import io.aisle.core.robustness.Robustness;
import io.aisle.core.robustness.Robustness.Level;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.domain.model.Metric;
import io.aisle.ui.chart.CurveChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws what was measured as lines over the strength, from nothing on; over the events that are
 * left, where a history is cut; over the groups of held-out items.
 */
record RobustnessCurves(RobustnessView view, RobustnessView.Measure measure, Metric metric) {
  private static final double PERCENT = 100;
  private static final Value WHOLE = new Value(1, 1, 1);

  private record Point(double x, Value value) {}

  List<CurveChart.Curve> of(List<Measured> runs) {
    return runs.stream().map(run -> curve(run, points(run.found()))).toList();
  }

  private static CurveChart.Curve curve(Measured run, List<Point> points) {
    return new CurveChart.Curve(
        run.name(),
        run.colour(),
        points.stream().mapToDouble(Point::x).toArray(),
        each(points, Value::mean),
        new CurveChart.Band(each(points, Value::low), each(points, Value::high)));
  }

  private static double[] each(List<Point> points, ToDoubleFunction<Value> part) {
    return points.stream().mapToDouble(point -> part.applyAsDouble(point.value())).toArray();
  }

  private List<Point> points(Robustness found) {
    List<Point> points = new ArrayList<>();
    if (view == RobustnessView.COLD_ITEMS) {
      for (Robustness.ItemGroup group : found.items()) {
        points.add(new Point(points.size() + 1, group.metrics().get(metric.id())));
      }
      return points;
    }
    List<Level> levels = found.of(view.kind());
    if (view.kind() != Perturbation.CUT) {
      points.add(new Point(0, before(found, levels)));
    }
    for (Level level : levels) {
      double scale = view.kind().ofShares() ? PERCENT : 1;
      points.add(new Point(scale * level.strength(), value(level)));
    }
    points.sort(Comparator.comparingDouble(Point::x));
    return points;
  }

  private Value before(Robustness found, List<Level> levels) {
    if (view == RobustnessView.TARGET) {
      double shown = shownBefore(levels.getFirst());
      return new Value(shown, shown, shown);
    }
    return measure == RobustnessView.Measure.METRIC ? found.alone().get(metric.id()) : WHOLE;
  }

  /** Share of the users to whom their target is shown without a push. */
  static double shownBefore(Level level) {
    return level.target().after().mean() - level.target().difference().mean();
  }

  private Value value(Level level) {
    if (view == RobustnessView.TARGET) {
      return level.target().after();
    }
    return switch (measure) {
      case KEPT -> level.metrics().get(metric.id()).kept();
      case METRIC -> level.metrics().get(metric.id()).after();
      case OVERLAP -> level.overlap();
      case RANK_BIASED -> level.rankBiased();
    };
  }
}
