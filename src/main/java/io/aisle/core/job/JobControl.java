package io.aisle.core.job;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;

/** What a running job is given: where to say how far it is, and whether to stop. Thread-safe. */
public interface JobControl extends ProgressListener, CancelSignal {}
