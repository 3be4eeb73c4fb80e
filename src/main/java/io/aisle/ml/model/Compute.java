package io.aisle.ml.model;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.run.RunContext;

/**
 * What a model computes with: seed, device and threads; the loop over threads; the cancel signal.
 */
public record Compute(RunContext context, Parallel parallel, CancelSignal cancel) {}
