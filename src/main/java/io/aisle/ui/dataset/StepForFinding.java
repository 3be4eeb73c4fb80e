package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which step of cleaning treats what the quality list found. */
final class StepForFinding {
  private static final Instant LONG_AGO = Instant.parse("1995-01-01T00:00:00Z");
  private static final String UNKNOWN = "unknown";
  private static final int FEW = 5;
  private static final double LEAST_PRICE = 0.001;

  private StepForFinding() {}

  /**
   * @return empty when nothing was found, when it was refused and is not among the events, or when
   *     no step treats it
   */
  static Optional<CleaningStep> of(QualityCheck check, DatasetVersion version) {
    if (check.count() == 0 || check.where() instanceof QualityCheck.Refused) {
      return Optional.empty();
    }
    return Optional.ofNullable(step(check.id(), version));
  }

  private static CleaningStep step(String id, DatasetVersion version) {
    return switch (id) {
      case "repeats", "sessions" ->
          new CleaningStep.Duplicates(CleaningStep.Duplicates.Same.MOMENT);
      case "future" ->
          new CleaningStep.TimeWindow(Optional.empty(), Optional.of(version.imported()));
      case "old" -> new CleaningStep.TimeWindow(Optional.of(LONG_AGO), Optional.empty());
      case "robots" -> CleaningStep.Robots.DEFAULT;
      case "zero-price" ->
          new CleaningStep.Range(
              ColumnRole.PRICE, OptionalDouble.of(LEAST_PRICE), OptionalDouble.empty());
      case "no-title" -> drop(ColumnRole.TITLE);
      case "no-category" ->
          new CleaningStep.Missing(
              ColumnRole.CATEGORY, CleaningStep.Missing.Treatment.VALUE, UNKNOWN);
      case "shared-sessions" -> CleaningStep.Sessions.DEFAULT;
      case "single" -> new CleaningStep.Core(2, 0);
      case "cold" -> new CleaningStep.Core(0, FEW);
      default -> null;
    };
  }

  private static CleaningStep drop(ColumnRole column) {
    return new CleaningStep.Missing(column, CleaningStep.Missing.Treatment.DROP, "");
  }
}
