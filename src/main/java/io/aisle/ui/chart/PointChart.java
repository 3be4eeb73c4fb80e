package io.aisle.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A chart of points, one of which can be chosen. The cursor goes to the nearest point, or by keys
 * from point to point in the order of x.
 *
 * @param <T> a point
 */
public abstract class PointChart<T> extends PlotChart {
  private static final double NEAR = 18;

  private final ObjectProperty<List<T>> points = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<T> chosen = new SimpleObjectProperty<>();
  private List<T> shown = List.of();

  @SuppressWarnings("this-escape") // listeners are called after construction only
  PointChart(Zoom.Reach reach) {
    super(reach);
    points.subscribe(this::changed);
    chosen.subscribe(this::redraw);
  }

  /** The point that a click or Enter chose; null when none is. Choosing it again takes it back. */
  public final ObjectProperty<T> chosenProperty() {
    return chosen;
  }

  final ObjectProperty<List<T>> all() {
    return points;
  }

  /** The points that are drawn, in the order of x. */
  final List<T> shown() {
    return shown;
  }

  final boolean isChosen(T point) {
    return point.equals(chosen.get());
  }

  abstract double x(T point);

  /** Names the series and works out what concerns all points; then {@link #show} is to follow. */
  abstract void changed();

  /** Whether a point is drawn now. */
  abstract boolean visible(T point);

  /** The points that are drawn have changed. */
  void arranged() {}

  /** Works out anew which points are drawn. */
  final void show() {
    Predicate<T> visible = this::visible;
    shown =
        points.get().stream().filter(visible).sorted(Comparator.comparingDouble(this::x)).toList();
    arranged();
    stopsChanged();
  }

  @Override
  final boolean isBlank() {
    return points.get().isEmpty();
  }

  @Override
  final int stops() {
    return shown.size();
  }

  @Override
  final double stopX(int stop) {
    return x(shown.get(stop));
  }

  @Override
  final int nearest(Plot at, double px, double py) {
    int nearest = -1;
    double distance = NEAR;
    for (int i = 0; i < shown.size(); i++) {
      double away = Math.hypot(at.x().at(stopX(i)) - px, at.y().at(stopY(i)) - py);
      if (away < distance) {
        distance = away;
        nearest = i;
      }
    }
    return nearest;
  }

  @Override
  final void choose(int stop, boolean key) {
    T point = shown.get(stop);
    chosen.set(point.equals(chosen.get()) ? null : point);
  }

  @Override
  final boolean escape() {
    boolean had = chosen.get() != null;
    chosen.set(null);
    return had;
  }

  @Override
  final void toggled() {
    show();
  }
}
