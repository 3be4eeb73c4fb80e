package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which columns steps read beyond user, item, kind and time, which are always at hand. */
final class StepColumns {
  /** The columns that have to be read from the store. */
  static final Set<ColumnRole> STORED =
      EnumSet.of(
          ColumnRole.SESSION,
          ColumnRole.VALUE,
          ColumnRole.PRICE,
          ColumnRole.QUANTITY,
          ColumnRole.QUERY,
          ColumnRole.POSITION);

  /** Those of them that a snapshot does not hold at all. */
  static final Set<ColumnRole> UNSEEN =
      EnumSet.of(ColumnRole.SESSION, ColumnRole.QUERY, ColumnRole.POSITION);

  private StepColumns() {}

  static Set<ColumnRole> of(List<CleaningStep> steps) {
    Set<ColumnRole> read = EnumSet.noneOf(ColumnRole.class);
    steps.forEach(step -> read.addAll(of(step)));
    read.retainAll(STORED);
    return read;
  }

  private static Set<ColumnRole> of(CleaningStep step) {
    return switch (step) {
      case CleaningStep.Duplicates(var same) ->
          same == CleaningStep.Duplicates.Same.ROW ? STORED : Set.of();
      case CleaningStep.Missing missing -> EnumSet.of(missing.column());
      case CleaningStep.Range range -> EnumSet.of(range.column());
      case CleaningStep.Cancellations cancellations ->
          cancellations.invoicePrefix().isEmpty()
              ? EnumSet.of(ColumnRole.QUANTITY)
              : EnumSet.of(ColumnRole.QUANTITY, ColumnRole.SESSION);
      case CleaningStep.Normalise normalise -> EnumSet.of(normalise.column());
      case CleaningStep.Binning binning -> EnumSet.of(binning.column());
      case CleaningStep.Core _,
          CleaningStep.Sessions _,
          CleaningStep.Robots _,
          CleaningStep.RareKinds _,
          CleaningStep.TimeWindow _,
          CleaningStep.Categories _,
          CleaningStep.Sampling _ ->
          Set.of();
    };
  }
}
