package io.aisle.ui.training;

import io.aisle.domain.model.ModelKind;

/**
 * One model of the queue before it starts.
 *
 * @param runs how many, one for each seed
 * @param memoryMb of one worker; 0 when it is not known
 * @param seconds of all its runs, all epochs counted; NaN when it was not measured
 * @param refusal why it cannot be trained here; empty when it can
 */
public record PlanLine(
    ModelKind model, String title, int runs, long memoryMb, double seconds, String refusal) {}
