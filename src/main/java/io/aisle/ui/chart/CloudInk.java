package io.aisle.ui.chart;

import javafx.scene.paint.Color;

/** The colours of a cloud, and the scale that explains them. */
final class CloudInk {
  private static final double STEPS = 24;
  private static final double SCALE = 96;
  private static final double HEIGHT = 8;

  private CloudInk() {}

  /**
   * Opaque colours of all points.
   *
   * @return {@code [points]} ARGB; 0 for one whose group is hidden
   */
  static int[] of(Cloud cloud, Look look, Legend legend) {
    int[] argb = new int[cloud.size()];
    switch (cloud.colours()) {
      case Cloud.Groups groups -> {
        int[] each = new int[groups.name().size()];
        for (int group = 0; group < each.length; group++) {
          int colour = groups.colour()[group];
          boolean shown = legend.shows(groups.name().get(group), colour);
          each[group] = shown ? argb(look.series(colour)) : 0;
        }
        for (int i = 0; i < argb.length; i++) {
          argb[i] = each[groups.group()[i]];
        }
      }
      case Cloud.Shades shades -> {
        for (int i = 0; i < argb.length; i++) {
          argb[i] = argb(shade(look, shades.share()[i]));
        }
      }
    }
    return argb;
  }

  private static Color shade(Look look, double share) {
    Color pale = look.surface().interpolate(look.muted(), 0.45);
    return Double.isNaN(share) ? look.grid() : pale.interpolate(look.bad(), share);
  }

  static int argb(Color colour) {
    return 255 << 24
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  /** The same, nearer to the ground. */
  static int paled(int argb, Look look) {
    Color colour = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    return argb == 0 ? 0 : argb(look.surface().interpolate(colour, 0.35));
  }

  /** What the shades say, at the foot of the chart. */
  static void drawScale(Pen pen, Look look, Cloud.Shades shades, Box box) {
    double y = box.bottom() + 14;
    double low = look.fonts().width(shades.low(), Type.LABEL);
    double title = look.fonts().width(shades.title(), Type.LABEL);
    double x = box.x();
    pen.text(shades.title(), x, y, Pen.Align.LEFT, Type.LABEL, look.ink());
    x += title + 14;
    pen.text(shades.low(), x, y, Pen.Align.LEFT, Type.LABEL, look.muted());
    x += low + 6;
    for (int step = 0; step < STEPS; step++) {
      pen.crisp(
          x + step * SCALE / STEPS,
          y - HEIGHT / 2,
          SCALE / STEPS,
          HEIGHT,
          shade(look, step / (STEPS - 1)));
    }
    pen.text(shades.high(), x + SCALE + 6, y, Pen.Align.LEFT, Type.LABEL, look.muted());
  }
}
