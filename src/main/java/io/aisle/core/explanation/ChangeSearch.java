package io.aisle.core.explanation;

import io.aisle.ml.rerank.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for the smallest change of a history that brings an item into the first k by the model's
 * scores. Single changes: each removal of the newest {@value #MOST_REMOVALS} items, and each
 * addition of the {@value #MOST_SUPPORTERS} items that most often go together with it. Of these the
 * {@value #KEPT} removals and {@value #KEPT} additions that help most are combined, all pairs, then
 * all triples; then the best triple grows by one at a time. At most three removals and two
 * additions; none at all where the history alone brings the item in, and what the model has stored
 * about the user keeps it out. Among changes of one size the one that brings it highest above the
 * list's end is taken.
 */
final class ChangeSearch {
  private static final int MOST_REMOVALS = 200;
  private static final int MOST_SUPPORTERS = 200;
  private static final int KEPT = 8;
  private static final int REMOVED = 3;
  private static final int ADDED = 2;

  private final Rescorer rescorer;
  private final Past past;
  private final int item;
  private final int k;
  private final Candidates candidates;
  private final boolean seenMasked;
  private int tried;

  /**
   * @param seenMasked whether what is in a history is left out of lists
   */
  ChangeSearch(
      Rescorer rescorer, Past past, int item, int k, Candidates candidates, boolean seenMasked) {
    this.rescorer = rescorer;
    this.past = past;
    this.item = item;
    this.k = k;
    this.candidates = candidates;
    this.seenMasked = seenMasked;
  }

  /**
   * A change.
   *
   * @param removed places of the history, ascending
   * @param added items, in the order in which they are added
   */
  record Edit(int[] removed, int[] added) {
    int size() {
      return removed.length + added.length;
    }

    boolean allowed() {
      return removed.length <= REMOVED && added.length <= ADDED;
    }

    /** Both changes; the same one twice stays once. */
    Edit and(Edit other) {
      return new Edit(
          IntStream.concat(Arrays.stream(removed), Arrays.stream(other.removed))
              .sorted()
              .distinct()
              .toArray(),
          IntStream.concat(Arrays.stream(added), Arrays.stream(other.added)).distinct().toArray());
    }
  }

  /**
   * A change and what it brings.
   *
   * @param rank of the item, from 1
   * @param lead score of the item less that of the first one that it must be above, in standard
   *     deviations of the row; 0 and above when it is in the list
   */
  record Found(Edit edit, int rank, double lead) {}

  /** How many changes were scored. */
  int tried() {
    return tried;
  }

  /**
   * @param likeness of items, to find what goes together with the item
   */
  Optional<Found> smallest(Likeness likeness) {
    Optional<Found> none = success(ordered(List.of(new Edit(new int[0], new int[0]))));
    if (none.isPresent()) {
      return none;
    }
    List<Found> removals =
        ordered(
            IntStream.range(Math.max(0, past.size() - MOST_REMOVALS), past.size())
                .mapToObj(at -> new Edit(new int[] {at}, new int[0]))
                .toList());
    List<Found> additions =
        ordered(
            Arrays.stream(supporters(likeness))
                .mapToObj(each -> new Edit(new int[0], new int[] {each}))
                .toList());
    List<Edit> singles = new ArrayList<>();
    removals.stream().limit(KEPT).forEach(each -> singles.add(each.edit));
    additions.stream().limit(KEPT).forEach(each -> singles.add(each.edit));
    List<Found> all = new ArrayList<>(removals);
    all.addAll(additions);
    Optional<Found> found = success(all);
    List<Edit> level = singles;
    List<Found> best = all;
    while (found.isEmpty() && !level.isEmpty() && level.getFirst().size() < REMOVED + ADDED) {
      level = grown(level.getFirst().size() < 3 ? level : List.of(best.getFirst().edit), singles);
      best = ordered(level);
      found = success(best);
    }
    return found;
  }

  private List<Edit> grown(List<Edit> level, List<Edit> singles) {
    List<Edit> next = new ArrayList<>();
    Set<List<Integer>> known = new HashSet<>();
    for (Edit edit : level) {
      for (Edit single : singles) {
        Edit both = edit.and(single);
        if (both.size() > edit.size() && both.allowed()) {
          List<Integer> key =
              IntStream.concat(
                      Arrays.stream(both.removed), Arrays.stream(both.added).map(each -> -1 - each))
                  .sorted()
                  .boxed()
                  .toList();
          if (known.add(key)) {
            next.add(both);
          }
        }
      }
    }
    return next;
  }

  private Optional<Found> success(List<Found> ordered) {
    return ordered.stream()
        .filter(each -> each.rank <= k)
        .max(Comparator.comparingDouble(Found::lead));
  }

  /** Scores changes, those that help most first. */
  private List<Found> ordered(List<Edit> edits) {
    List<Found> found = new ArrayList<>();
    List<Past> histories = edits.stream().map(this::applied).toList();
    rescorer.each(
        histories,
        (row, scores, from) -> {
          Edit edit = edits.get(row);
          Candidates given = given(edit);
          int rank = given.rank(scores, from, item);
          found.add(new Found(edit, rank, given.lead(scores, from, item, k)));
        });
    tried += edits.size();
    found.sort(Comparator.comparingDouble(Found::lead).reversed());
    return found;
  }

  private Past applied(Edit edit) {
    Past next =
        past.picked(
            IntStream.range(0, past.size())
                .filter(at -> Arrays.binarySearch(edit.removed, at) < 0)
                .toArray());
    for (int added : edit.added) {
      next = next.with(added);
    }
    return next;
  }

  private Candidates given(Edit edit) {
    if (!seenMasked) {
      return candidates;
    }
    int[] removed = Arrays.stream(edit.removed).map(at -> past.items()[at]).toArray();
    return candidates.after(removed, edit.added);
  }

  private int[] supporters(Likeness likeness) {
    Likeness.Row row = likeness.from(item);
    int[] had = past.items().clone();
    Arrays.sort(had);
    return IntStream.range(0, candidates.masked().length)
        .filter(each -> each != item && Arrays.binarySearch(had, each) < 0 && row.to(each) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(each -> -row.to(each)))
        .limit(MOST_SUPPORTERS)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
