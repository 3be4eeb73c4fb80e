package io.aisle.core.comparison;

import io.aisle.core.comparison.GroupReport.Figure;
import io.aisle.core.comparison.GroupReport.Line;
import io.aisle.core.comparison.Grouping.Side;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Holds groups of users or items against each other. Confined to one thread. */
final class GroupFigures {
  private static final double UPPER = 0.975;

  private final StoredLists stored;
  private final Interactions train;
  private final Interactions test;
  private final CancelSignal cancel;

  /**
   * @param cancel looked at between groups
   */
  GroupFigures(StoredLists stored, CancelSignal cancel) {
    this.stored = stored;
    this.train = stored.data().split().train();
    this.test = stored.data().split().test();
    this.cancel = cancel;
  }

  /**
   * Groups of the judged users, by their history; groups of the catalogue, by training.
   *
   * @param features attributes of the side
   * @throws InputException when the attribute is not known
   */
  List<Members> members(Grouping grouping, List<Feature> features) {
    boolean users = grouping.side() == Side.USERS;
    int[] popularity = train.itemCounts();
    int[] entities =
        users
            ? stored.users()
            : IntStream.range(0, stored.data().catalogue().items().size()).toArray();
    if (grouping.attribute().isEmpty()) {
      return Members.thirds(entities, users ? stored.history()::length : item -> popularity[item]);
    }
    return features.stream()
        .filter(feature -> feature.name().equals(grouping.attribute()))
        .findFirst()
        .map(feature -> Members.by(feature, entities))
        .orElseThrow(
            () ->
                new InputException(
                    "Nothing is known of '%s' in these runs; choose another attribute"
                        .formatted(grouping.attribute())));
  }

  /**
   * The metric of each group of users.
   *
   * @param values {@code [run][user]}, in the order of the judged users; NaN where there is none
   */
  GroupReport ofUsers(Grouping grouping, List<Members> groups, double[][] values) {
    List<Line> lines = new ArrayList<>();
    for (Members group : groups) {
      cancel.check();
      int[] places =
          IntStream.range(0, stored.users().length)
              .filter(at -> group.all().get(stored.users()[at]))
              .toArray();
      List<Figure> figures = new ArrayList<>();
      for (double[] run : values) {
        figures.add(
            figure(
                Arrays.stream(places).mapToDouble(at -> run[at]).filter(v -> !Double.isNaN(v)),
                Double.NaN));
      }
      lines.add(
          new Line(
              group.kind(),
              group.value(),
              places.length,
              places.length,
              Double.NaN,
              Double.NaN,
              figures));
    }
    return report(grouping, lines);
  }

  /**
   * How much of what users took next of a group of items they were shown, and how many places the
   * group got.
   *
   * @param depth places of each list that count
   */
  GroupReport ofItems(Grouping grouping, List<Members> groups, int depth) {
    int[] popularity = train.itemCounts();
    long interactions = train.size();
    int items = popularity.length;
    int[][] places = new int[stored.lists().length][];
    Arrays.setAll(places, run -> stored.places(run, depth));
    List<Line> lines = new ArrayList<>();
    for (Members group : groups) {
      cancel.check();
      List<Figure> figures = new ArrayList<>();
      for (int run = 0; run < places.length; run++) {
        long shown = sum(places[run], group.all());
        long all = Arrays.stream(places[run]).asLongStream().sum();
        figures.add(found(run, group.all(), depth, (double) shown / all));
      }
      lines.add(
          new Line(
              group.kind(),
              group.value(),
              group.all().cardinality(),
              held(group.all()),
              (double) group.all().cardinality() / items,
              (double) sum(popularity, group.all()) / interactions,
              figures));
    }
    return report(grouping, lines);
  }

  private static long sum(int[] counts, BitSet items) {
    return items.stream().mapToLong(item -> counts[item]).sum();
  }

  private long held(BitSet items) {
    return IntStream.of(stored.users())
        .flatMap(user -> Arrays.stream(test.row(user)))
        .filter(items::get)
        .count();
  }

  /** A ratio of sums over the users; its interval by the delta method. */
  private Figure found(int run, BitSet items, int depth, double exposure) {
    int[] users = stored.users();
    double[] found = new double[users.length];
    double[] held = new double[users.length];
    for (int at = 0; at < users.length; at++) {
      int[] list = stored.lists()[run][at];
      int length = Math.min(depth, list.length);
      for (int item : test.row(users[at])) {
        if (items.get(item)) {
          held[at]++;
          found[at] += IntStream.range(0, length).anyMatch(rank -> list[rank] == item) ? 1 : 0;
        }
      }
    }
    double weight = Arrays.stream(held).average().orElse(0);
    double mean = Arrays.stream(found).average().orElse(0) / weight; // 0 / 0 is NaN
    return figure(
        IntStream.range(0, users.length)
            .mapToDouble(at -> mean + (found[at] - mean * held[at]) / weight),
        exposure);
  }

  private static Figure figure(DoubleStream stream, double exposure) {
    double[] values = stream.toArray();
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double margin =
        n < 2
            ? Double.NaN
            : TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER)
                * Math.sqrt(squares / (n - 1) / n);
    return new Figure(mean, margin, exposure);
  }

  private GroupReport report(Grouping grouping, List<Line> lines) {
    double[] gaps = new double[stored.runs().size()];
    for (int run = 0; run < gaps.length; run++) {
      int at = run;
      double[] means =
          lines.stream()
              .filter(line -> line.judged() >= GroupReport.LEAST)
              .mapToDouble(line -> line.figures().get(at).mean())
              .filter(mean -> !Double.isNaN(mean))
              .sorted()
              .toArray();
      gaps[run] = means.length < 2 ? Double.NaN : means[means.length - 1] - means[0];
    }
    return new GroupReport(stored.runs(), grouping, lines, gaps);
  }
}
