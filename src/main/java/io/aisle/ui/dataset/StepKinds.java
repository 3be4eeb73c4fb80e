package io.aisle.ui.dataset;

import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.form.ListedForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps that can be added, in their groups, and what they begin with. */
final class StepKinds {
  private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

  private static final Map<String, List<CleaningStep>> GROUPS = groups();

  private StepKinds() {}

  private static Map<String, List<CleaningStep>> groups() {
    Map<String, List<CleaningStep>> groups = new LinkedHashMap<>();
    groups.put(
        "events",
        List.of(
            CleaningStep.Duplicates.DEFAULT,
            CleaningStep.Missing.DEFAULT,
            CleaningStep.Range.DEFAULT,
            CleaningStep.Cancellations.DEFAULT,
            CleaningStep.RareKinds.DEFAULT,
            new CleaningStep.TimeWindow(Optional.of(LONG_AGO), Optional.empty())));
    groups.put(
        "users",
        List.of(
            CleaningStep.Core.DEFAULT, CleaningStep.Robots.DEFAULT, CleaningStep.Sampling.DEFAULT));
    groups.put(
        "values",
        List.of(
            CleaningStep.Sessions.DEFAULT,
            CleaningStep.Normalise.DEFAULT,
            CleaningStep.Binning.DEFAULT,
            CleaningStep.Categories.DEFAULT));
    return groups;
  }

  /** The names of the groups. */
  static List<String> names() {
    return List.copyOf(GROUPS.keySet());
  }

  /** The steps of a group by their names in files. */
  static List<String> of(String group) {
    return GROUPS.get(group).stream().map(CleaningStep::id).toList();
  }

  static List<CleaningStep> all() {
    return GROUPS.values().stream().flatMap(List::stream).toList();
  }

  /** A step as it is added to a version: a window begins with its first day. */
  static CleaningStep begin(String id, DatasetVersion version) {
    CleaningStep step =
        all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return step instanceof CleaningStep.TimeWindow && version.firstTime() != null
        ? new CleaningStep.TimeWindow(
            Optional.of(version.firstTime().truncatedTo(ChronoUnit.DAYS)), Optional.empty())
        : step;
  }

  /** A step works on some columns only. */
  static void prepare(ListedForm<CleaningStep> form) {
    Set<ColumnRole> columns =
        switch (form.start()) {
          case CleaningStep.Missing _ -> CleaningStep.OPTIONAL;
          case CleaningStep.Range _ -> CleaningStep.NUMBERS;
          case CleaningStep.Normalise _, CleaningStep.Binning _ -> CleaningStep.MEASURES;
          default -> Set.of();
        };
    form.fields().stream()
        .filter(field -> field.name().equals("column"))
        .forEach(
            field ->
                field.offer(
                    Arrays.stream(ColumnRole.values())
                        .filter(columns::contains)
                        .map(ColumnRole::name)
                        .toList()));
  }
}
