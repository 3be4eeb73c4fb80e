package io.aisle.ui.start;

/**
 * A step as the guide draws it.
 *
 * @param words what it is doing, or what it found out
 * @param fraction done, 0 to 1; -1 when it cannot be said or the step does not run
 * @param showable whether there is a place to look at
 */
record GuideStep(
    Step step,
    StepState.Status status,
    String name,
    String words,
    double fraction,
    boolean showable) {}
