package io.aisle.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes what fits best out of many, by group. Static methods only; thread-safe. */
final class Ranking {
  private static final double DETAIL = 0.6;

  private Ranking() {}

  /** A candidate and how well it fits. */
  record Hit<T>(T what, double score) {}

  /** The best of one kind, best first. */
  static <T> List<Hit<T>> best(
      Iterable<T> candidates,
      Fuzzy typed,
      Function<T, String> title,
      Function<T, String> detail,
      int most) {
    List<Hit<T>> hits = new ArrayList<>();
    for (T candidate : candidates) {
      String words = title.apply(candidate);
      double score = typed.score(words);
      double all = typed.score(words + " " + detail.apply(candidate));
      double better = Math.max(score, all == Fuzzy.NONE ? Fuzzy.NONE : DETAIL * all);
      if (better != Fuzzy.NONE) {
        hits.add(new Hit<>(candidate, better));
      }
    }
    hits.sort(Comparator.comparingDouble((Hit<T> hit) -> -hit.score()));
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

  /** Groups that hold the better entries come first; within a group the order stays. */
  static List<PaletteEntry> grouped(List<Hit<PaletteEntry>> hits) {
    Map<PaletteEntry.Kind, Double> best = new EnumMap<>(PaletteEntry.Kind.class);
    hits.forEach(hit -> best.merge(hit.what().kind(), hit.score(), Math::max));
    return hits.stream()
        .sorted(
            Comparator.comparingDouble((Hit<PaletteEntry> hit) -> -best.get(hit.what().kind()))
                .thenComparing(hit -> hit.what().kind())
                .thenComparingDouble(hit -> -hit.score()))
        .map(Hit::what)
        .toList();
  }
}
