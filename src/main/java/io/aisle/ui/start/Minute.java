package io.aisle.ui.start;

import io.aisle.core.dataset.Sample;
import io.aisle.core.start.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A first minute at one moment. Immutable.
 *
 * @param sample what is looked at
 * @param steps in their order
 * @param began {@code System.nanoTime} of the click
 * @param ended of the last step's end; 0 while it goes on
 */
record Minute(Sample sample, List<StepState> steps, long began, long ended) {
  Minute {
    steps = List.copyOf(steps);
  }

  /** One that begins: a catalogue without events has nothing to train on. */
  static Minute of(Sample sample, long now) {
    List<Step> wanted =
        sample.facts().models().isEmpty()
            ? List.of(Step.IMPORT, Step.QUALITY)
            : List.of(Step.values());
    return new Minute(sample, wanted.stream().map(StepState::waiting).toList(), now, 0);
  }

  Optional<StepState> step(Step wanted) {
    return steps.stream().filter(state -> state.step() == wanted).findFirst();
  }

  /** What a step found out, when it is done. */
  <F extends Finding> Optional<F> found(Class<F> kind) {
    return steps.stream()
        .flatMap(state -> state.finding().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  boolean running() {
    return ended == 0;
  }

  /** Whether every step came to its end as it should. */
  boolean complete() {
    return steps.stream().allMatch(state -> state.status() == StepState.Status.DONE);
  }

  /** The same with another state of one step; it has ended when nothing is left to do. */
  Minute with(StepState changed, long now) {
    List<StepState> all = new ArrayList<>(steps);
    all.replaceAll(state -> state.step() == changed.step() ? changed : state);
    boolean over = all.stream().allMatch(StepState::ended);
    return new Minute(sample, all, began, over ? now : 0);
  }

  /** The same with all that has not ended called off. */
  Minute stopped(long now) {
    List<StepState> all =
        steps.stream()
            .map(state -> state.ended() ? state : state.now(StepState.Status.CANCELLED))
            .toList();
    return new Minute(sample, all, began, now);
  }

  double seconds(long now) {
    return ((running() ? now : ended) - began) / 1e9;
  }
}
