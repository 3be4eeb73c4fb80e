package io.aisle.ui.shell;

import io.aisle.domain.job.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * Expects when a phase of a job ends, from the pace since the phase began. A new phase begins anew,
 * for its steps take another time. Confined to one thread.
 */
final class TimeLeft {
  private static final double TOO_EARLY = 0.03;
  private static final double LEAST_SECONDS = 2;

  private String phase = "";
  private Instant began;
  private double from;

  /** Seconds; NaN while it is too early to say. */
  double seconds(Progress progress, Instant now) {
    double done = progress.fraction();
    if (!progress.phase().equals(phase) || done < from) {
      phase = progress.phase();
      began = now;
      from = done;
    }
    double elapsed = Duration.between(began, now).toMillis() / 1000.0;
    double advanced = done - from;
    if (from < 0 || advanced < TOO_EARLY || done >= 1 || elapsed < LEAST_SECONDS) {
      return Double.NaN;
    }
    return elapsed * (1 - done) / advanced;
  }
}
