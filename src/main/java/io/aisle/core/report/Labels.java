package io.aisle.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds places for labels that do not cover each other. */
final class Labels {
  /** Height of a line of text in the charts, in pixels. */
  static final double LINE = 14;

  /** Mean width of a character in the charts, in pixels. */
  static final double CHARACTER = 6.6;

  private static final int LONGEST = 25;

  private final List<Box> taken = new ArrayList<>();

  private record Box(double x, double y, double w, double h) {
    boolean meets(Box other) {
      return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }
  }

  /** A place for a text: its anchor point and how the text hangs on it. */
  record Place(double x, double y, String anchor) {}

  /** A name as it fits beside a drawing; both ends are kept, for names often differ in one. */
  static String shortened(String name) {
    int half = LONGEST / 2;
    return name.length() <= LONGEST
        ? name
        : name.substring(0, half) + "…" + name.substring(name.length() - half);
  }

  /** Marks the place of a point and its whisker as taken. */
  void take(double x, double top, double bottom, double radius) {
    taken.add(new Box(x - radius, top - radius, 2 * radius, bottom - top + 2 * radius));
  }

  /** A free place beside a point: to its right or left, then ever farther along its whisker. */
  Place beside(double x, double y, String text, double rightEnd) {
    double width = text.length() * CHARACTER;
    List<Place> places =
        new ArrayList<>(
            List.of(new Place(x + 10, y + 4, "start"), new Place(x - 10, y + 4, "end")));
    // then along the whisker, on either side
    for (int step = 1; step < 8; step++) {
      for (int sign : new int[] {1, -1}) {
        places.add(new Place(x + 10, y + 4 + sign * step * LINE, "start"));
        places.add(new Place(x - 10, y + 4 + sign * step * LINE, "end"));
      }
    }
    for (Place place : places) {
      Box box = box(place, width);
      boolean inside = box.x >= 0 && box.x + box.w <= rightEnd && box.y >= 0;
      if (inside && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        return place;
      }
    }
    return places.getFirst();
  }

  private static Box box(Place place, double width) {
    double left =
        switch (place.anchor) {
          case "middle" -> place.x - width / 2;
          case "end" -> place.x - width;
          default -> place.x;
        };
    return new Box(left, place.y - LINE + 3, width, LINE);
  }

  /** Moves heights apart until none is nearer than a line to the next, keeping their order. */
  static double[] spread(double[] wanted, double low, double high) {
    int n = wanted.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] placed = new double[n];
    double free = low;
    for (int i : order) {
      placed[i] = Math.max(wanted[i], free);
      free = placed[i] + LINE;
    }
    double limit = high;
    for (int i = n - 1; i >= 0; i--) {
      placed[order[i]] = Math.min(placed[order[i]], limit);
      limit = placed[order[i]] - LINE;
    }
    return placed;
  }
}
