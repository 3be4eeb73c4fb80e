package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/**
 * Names of the heaviest steps of an {@link ArcTimeline}: over their steps, each in the lowest line
 * that is free, as far as there is room.
 */
final class ArcNames {
  private static final int MOST = 6;
  private static final double LINE = 14;
  private static final double WIDEST = 190;
  private static final double SHARE = 0.3;
  private static final double GAP = 6;

  private final Pen pen;
  private final Look look;
  private final Plot plot;
  private final List<Box> taken = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();

  private record Placed(String name, Box box, double foot) {}

  ArcNames(Pen pen, Look look, Plot plot) {
    this.pen = pen;
    this.look = look;
    this.plot = plot;
  }

  /** Numbers of steps, the heaviest first. */
  static List<Integer> byWeight(List<ArcTimeline.Step> steps) {
    return IntStream.range(0, steps.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> steps.get(i).weight()).reversed())
        .toList();
  }

  void draw(List<ArcTimeline.Step> steps, double[] xs, String asking) {
    ask(asking);
    byWeight(steps).stream()
        .filter(i -> plot.x().holds(xs[i]))
        .limit(MOST)
        .forEach(i -> place(steps.get(i).name(), plot.x().at(xs[i])));
    double base = plot.y().at(0);
    placed.forEach(each -> pen.upright(each.foot, each.box.bottom(), base, look.muted()));
    Color ground = look.surface().deriveColor(0, 1, 1, 0.85);
    for (Placed each : placed) {
      Box box = each.box;
      pen.rectangle(box.x() - 2, box.y(), box.width() + 4, LINE, ground);
      pen.text(each.name, box.x(), box.y() + LINE / 2, Pen.Align.LEFT, Type.LABEL, look.ink());
    }
  }

  /** What asks is named in the upper corner over its end of the arcs. */
  private void ask(String asking) {
    Box box = plot.box();
    if (!plot.x().holds(1) || asking.isEmpty()) {
      return;
    }
    String name = fit(asking, 1.5);
    double width = look.fonts().width(name, Type.STRONG);
    double x = plot.x().at(1);
    double y = box.y() + LINE / 2;
    pen.upright(x, y + LINE / 2, plot.y().at(0), look.grid());
    pen.text(name, box.right(), y, Pen.Align.RIGHT, Type.STRONG, look.ink());
    taken.add(new Box(box.right() - width, box.y(), width, LINE));
  }

  private void place(String whole, double x) {
    String name = fit(whole, 1);
    double width = look.fonts().width(name, Type.LABEL);
    Box box = plot.box();
    double left = Math.clamp(x - width / 2, box.x(), Math.max(box.x(), box.right() - width));
    double base = plot.y().at(0) - GAP;
    for (double top = base - LINE; top >= box.y(); top -= LINE) {
      Box place = new Box(left, top, width, LINE);
      if (taken.stream().noneMatch(other -> cross(place, other))) {
        taken.add(place);
        placed.add(new Placed(name, place, x));
        return;
      }
    }
  }

  private String fit(String name, double times) {
    double most = Math.min(WIDEST, plot.box().width() * SHARE) * times;
    return look.fonts().fit(name, most, Type.LABEL);
  }

  private static boolean cross(Box one, Box other) {
    return one.x() < other.right() + GAP
        && other.x() < one.right() + GAP
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }
}
