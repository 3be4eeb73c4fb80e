package io.aisle.core.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Time and memory against the size of the data, both axes logarithmic, as a file of its own: it
 * brings the few styles that the report's page would lend it.
 */
public final class GrowthPicture {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 330;
  private static final double TOP = 30;
  private static final double BOTTOM = 44;
  private static final double NAMES = 66;
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009a70", "#6b005f", "#2a2f35");

  /**
   * A model.
   *
   * @param size interactions, ascending
   * @param seconds of an epoch, as long
   * @param memoryMb at the highest, as long
   */
  public record Curve(String model, double[] size, double[] seconds, double[] memoryMb) {}

  private GrowthPicture() {}

  /**
   * @return the content of an SVG file
   */
  public static String of(List<Curve> curves) {
    Svg svg = new Svg(WIDTH, HEIGHT, "Time of an epoch and peak memory against the interactions");
    svg.rectangle("paper", 0, 0, WIDTH, HEIGHT, "");
    panel(svg, 64, 440, "milliseconds of an epoch", curves, GrowthPicture::milliseconds);
    panel(svg, 520, WIDTH, "peak memory of the process, MiB", curves, Curve::memoryMb);
    String markup = svg.markup();
    int head = markup.indexOf('>');
    return "<svg xmlns=\"http://www.w3.org/2000/svg\""
        + markup.substring("<svg".length(), head + 1)
        + styles()
        + markup.substring(head + 1)
        + "\n";
  }

  private static double[] milliseconds(Curve curve) {
    return Arrays.stream(curve.seconds).map(s -> 1000 * s).toArray();
  }

  private static void panel(
      Svg svg,
      double left,
      double end,
      String name,
      List<Curve> curves,
      Function<Curve, double[]> values) {
    double right = end - NAMES;
    double bottom = HEIGHT - BOTTOM;
    Axis x = axis(curves, Curve::size, left, right);
    Axis y = axis(curves, values, bottom, TOP);
    for (double tick : y.ticks()) {
      svg.line(tick == y.low() ? "axis" : "grid", left, y.at(tick), right, y.at(tick));
      svg.text("tick", left - 6, y.at(tick) + 4, "end", y.label(tick));
    }
    for (double tick : x.ticks()) {
      svg.text("tick", x.at(tick), bottom + 16, "middle", x.label(tick));
    }
    svg.text("name", (left + right) / 2, HEIGHT - 6, "middle", "interactions");
    svg.text("name", left - 40, 14, "start", name);
    // what growth in proportion looks like
    double share = Math.min(x.high() / x.low(), y.high() / y.low());
    svg.line("reference", left, bottom, x.at(x.low() * share), y.at(y.low() * share));
    double[] ends = new double[curves.size()];
    for (int at = 0; at < ends.length; at++) {
      ends[at] = line(svg, curves.get(at).size, values.apply(curves.get(at)), at, x, y);
    }
    double[] placed = Labels.spread(ends, TOP, bottom);
    for (int at = 0; at < ends.length; at++) {
      svg.text("label f" + at, right + 4, placed[at] + 4, "start", curves.get(at).model);
    }
  }

  private static Axis axis(
      List<Curve> curves, Function<Curve, double[]> values, double from, double to) {
    double[] all = curves.stream().map(values).flatMapToDouble(Arrays::stream).sorted().toArray();
    return Axis.logarithmic(all[0], all[all.length - 1], from, to);
  }

  /** The height at which it ends. */
  private static double line(Svg svg, double[] size, double[] value, int at, Axis x, Axis y) {
    double[] px = Arrays.stream(size).map(x::at).toArray();
    double[] py = Arrays.stream(value).map(y::at).toArray();
    svg.polyline("line s" + at, px, py);
    for (int k = 0; k < px.length; k++) {
      svg.circle(
          "f" + at,
          px[k],
          py[k],
          3,
          String.format(Locale.ROOT, "%,.1f at %,.0f", value[k], size[k]));
    }
    return py[py.length - 1];
  }

  private static String styles() {
    StringBuilder styles =
        new StringBuilder(
            """
            <style>
            .paper { fill: #ffffff; }
            text { font: 11.5px sans-serif; fill: #1f2328; }
            .tick { fill: #656d76; }
            .name { fill: #656d76; }
            .grid { stroke: #e6eaee; }
            .axis { stroke: #d8dee4; }
            .reference { stroke: #656d76; stroke-dasharray: 2 3; }
            .line { fill: none; stroke-width: 2; }
            """);
    for (int at = 0; at < COLOURS.size(); at++) {
      styles.append(".s%d { stroke: %s; } ".formatted(at, COLOURS.get(at)));
      styles.append(".f%d { fill: %s; }%n".formatted(at, COLOURS.get(at)));
    }
    return styles.append("</style>").toString();
  }
}
