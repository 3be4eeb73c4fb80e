package io.aisle.core.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asynchronous successive halving (Li and others, 2020, "A System for Massively Parallel
 * Hyperparameter Tuning", algorithm 2) over a fixed list of configurations: whoever is free
 * promotes a configuration that is among the best of its rung, or else starts a new one. When a
 * rung gets no more results the best of it goes on in any case, so that one always reaches the last
 * rung. With a single rung it is a plain list. Confined to one thread at a time.
 */
final class Halving {
  private static final int MOST_RUNGS = 4;

  private final int configurations;
  private final List<Integer> rungs;
  private final int eta;
  private final Set<Integer> started = new TreeSet<>();
  private final List<Map<Integer, Double>> done = new ArrayList<>();
  private final List<Set<Integer>> promoted = new ArrayList<>();
  private final List<Set<Integer>> running = new ArrayList<>();
  private boolean stopped;

  /**
   * @param rungs epochs of each rung, ascending
   * @param eta one of so many goes on
   */
  Halving(int configurations, List<Integer> rungs, int eta) {
    this.configurations = configurations;
    this.rungs = List.copyOf(rungs);
    this.eta = eta;
    for (int r = 0; r < rungs.size(); r++) {
      done.add(new HashMap<>());
      promoted.add(new HashSet<>());
      running.add(new HashSet<>());
    }
  }

  /** The epochs of each rung: the last is the whole, each other an eta-th of the next. */
  static List<Integer> rungs(int epochs, int eta) {
    TreeSet<Integer> rungs = new TreeSet<>();
    double length = epochs;
    for (int r = 0; r < MOST_RUNGS && length >= 1; r++) {
      rungs.add((int) Math.round(length));
      length /= eta;
    }
    return List.copyOf(rungs);
  }

  /**
   * A configuration and how far it goes now.
   *
   * @param index of the configuration, from 0
   * @param rung from 0
   * @param epochs in all, those of earlier rungs counted
   */
  record Step(int index, int rung, int epochs) {}

  /** What to do next; empty when nothing can be done now. */
  Optional<Step> next() {
    if (stopped) {
      return Optional.empty();
    }
    for (int r = rungs.size() - 2; r >= 0; r--) {
      Optional<Integer> best = promotable(r);
      if (best.isPresent()) {
        promoted.get(r).add(best.get());
        return Optional.of(begin(best.get(), r + 1));
      }
    }
    for (int index = 0; index < configurations; index++) {
      if (started.add(index)) {
        return Optional.of(begin(index, 0));
      }
    }
    return Optional.empty();
  }

  private Step begin(int index, int rung) {
    running.get(rung).add(index);
    return new Step(index, rung, rungs.get(rung));
  }

  private Optional<Integer> promotable(int rung) {
    Map<Integer, Double> results = done.get(rung);
    int allowed = results.size() / eta;
    if (isClosed(rung) && !results.isEmpty()) {
      allowed = Math.max(1, allowed);
    }
    return results.keySet().stream()
        .sorted(Comparator.comparing((Integer i) -> -results.get(i)).thenComparing(i -> i))
        .limit(allowed)
        .filter(index -> !promoted.get(rung).contains(index))
        .findFirst();
  }

  /** Whether a rung gets no more results. */
  private boolean isClosed(int rung) {
    boolean idle = running.get(rung).isEmpty();
    return rung == 0
        ? idle && started.size() == configurations
        : idle && isClosed(rung - 1) && promotable(rung - 1).isEmpty();
  }

  void done(Step step, double value) {
    running.get(step.rung()).remove(step.index());
    done.get(step.rung()).put(step.index(), value);
  }

  void failed(Step step) {
    running.get(step.rung()).remove(step.index());
  }

  /** Notes what an earlier session has finished. */
  void restore(int index, int epochs, double value) {
    int rung = rungs.indexOf(epochs);
    if (rung >= 0) {
      started.add(index);
      done.get(rung).put(index, value);
      if (rung > 0) {
        promoted.get(rung - 1).add(index);
      }
    }
  }

  /** Nothing is begun any more. */
  void stop() {
    stopped = true;
  }

  /** Whether something runs after whose end there may be more to do. */
  boolean busy() {
    return running.stream().anyMatch(rung -> !rung.isEmpty());
  }

  /** Whether a configuration may go on after a rung. */
  boolean goesOn(Step step) {
    return step.rung() < rungs.size() - 1;
  }
}
