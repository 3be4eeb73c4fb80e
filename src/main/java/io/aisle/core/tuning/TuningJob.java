package io.aisle.core.tuning;

import io.aisle.core.job.Job;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import java.util.List;
import java.util.function.Supplier;

/**
 * A search that was submitted. Thread-safe.
 *
 * @param search what is searched
 * @param folder where it is kept
 * @param job its state and progress; its result is every trial
 * @param trials the trials so far, a copy; cheap enough to be asked ten times a second
 */
public record TuningJob(
    Search search, SearchFolder folder, Job<List<Trial>> job, Supplier<List<Trial>> trials) {}
