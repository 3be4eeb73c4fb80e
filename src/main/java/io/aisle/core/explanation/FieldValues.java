package io.aisle.core.explanation;

import io.aisle.core.training.OpenRun;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.experiment.FieldName;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the fields of one example are, in words.
 *
 * @param time seconds since 1970, or {@link io.aisle.ml.data.FitData#NO_TIME}
 */
record FieldValues(OpenRun run, int user, int item, long time) {
  /** Empty when unknown. */
  List<String> of(FieldName field) {
    Features features = run.features();
    boolean id = field.attribute().isEmpty();
    return switch (field.side()) {
      case USER ->
          id
              ? List.of(run.data().catalogue().users().get(user))
              : values(features.user(), field.attribute(), user);
      case ITEM ->
          id
              ? List.of(run.data().catalogue().items().get(item))
              : values(features.item(), field.attribute(), item);
      case HISTORY -> List.of(String.valueOf(run.history().length(user)));
      case CONTEXT ->
          features.context().stream()
              .filter(each -> each.id().equals(field.attribute()) && each.of(time) > 0)
              .map(each -> moment(each, each.of(time)))
              .toList();
    };
  }

  private static List<String> values(List<Feature> features, String name, int entity) {
    return features.stream()
        .filter(each -> each.name().equals(name))
        .flatMap(
            each ->
                Arrays.stream(each.value(), each.offsets()[entity], each.offsets()[entity + 1])
                    .mapToObj(each.values()::get))
        .toList();
  }

  /**
   * @param number as {@link ContextFeature#of} numbers it, from 1
   */
  private static String moment(ContextFeature feature, int number) {
    return switch (feature) {
      case HOUR -> String.valueOf(number - 1);
      case WEEKDAY -> DayOfWeek.of(number).name().toLowerCase(Locale.ROOT);
      case MONTH -> Month.of(number).name().toLowerCase(Locale.ROOT);
    };
  }
}
