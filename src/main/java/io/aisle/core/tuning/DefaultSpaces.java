package io.aisle.core.tuning;

import io.aisle.core.dataset.PlainValue;
import io.aisle.core.training.ParamsCodec;
import io.aisle.core.training.TrainingKeys;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.Range;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.ParameterRange.Between;
import io.aisle.domain.tuning.ParameterRange.Choices;
import io.aisle.domain.tuning.ParameterRange.Scale;
import io.aisle.domain.tuning.SearchSpace;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ranges that are searched where nobody has declared any. They follow from the names of a
 * model's parameters and lie around its defaults, so that every model has some.
 */
public final class DefaultSpaces {
  private static final double WIDE = 30;
  private static final double LEAST_LAMBDA = 1e-4;

  private DefaultSpaces() {}

  /** The space of an experiment's model. */
  public static SearchSpace of(Experiment experiment) {
    ModelParams params = experiment.model();
    Map<String, ParameterRange> model = new LinkedHashMap<>();
    ParamsCodec.toMap((Record) params)
        .forEach(
            (name, value) ->
                range(params, name, value)
                    .ifPresent(range -> model.put(name, within((Record) params, name, range))));
    Map<String, ParameterRange> training = new LinkedHashMap<>();
    TrainingSpec spec = experiment.training();
    if (TrainingKeys.usedBy(params.kind()).contains("learningRate")) {
      training.put("learningRate", within(spec, "learningRate", around(spec.learningRate(), 5)));
    }
    return new SearchSpace(model, training);
  }

  private static Optional<ParameterRange> range(ModelParams params, String name, Object value) {
    return Optional.ofNullable(
        switch (name) {
          case "embeddingSize" -> doubled(((Number) value).intValue());
          case "regularization" ->
              params instanceof EaseParams
                  ? new Between(1, 3000, Scale.LOG, 0)
                  : around(Math.max(LEAST_LAMBDA, ((Number) value).doubleValue()), WIDE);
          case "sparsity" -> around(Math.max(LEAST_LAMBDA, ((Number) value).doubleValue()), WIDE);
          case "neighbours" -> new Choices(List.of(20, 50, 100, 200, 500));
          case "shrinkage" -> new Choices(List.of(0, 5, 20, 100, 500));
          case "similarity", "prune" -> constants(params, name);
          case "alpha" -> around(((Number) value).doubleValue(), 5);
          case "reach" -> new Choices(List.of(1, 3, 10, 20));
          case "decay" -> new Between(0.3, 1, Scale.LINEAR, 0);
          case "smoothing" -> new Choices(List.of(0, 3, 10, 30, 100));
          case "dropout" -> new Between(0, 0.5, Scale.LINEAR, 0);
          case "layers" -> new Choices(List.of(1, 2, 3));
          default -> null;
        });
  }

  private static ParameterRange doubled(int size) {
    return new Choices(List.of(Math.max(1, size / 2), size, size * 2));
  }

  private static Between around(double value, double factor) {
    return new Between(value / factor, value * factor, Scale.LOG, 0);
  }

  private static ParameterRange constants(ModelParams params, String name) {
    return new Choices(
        List.copyOf(PlainValue.ids(component((Record) params, name).getType().getEnumConstants())));
  }

  /** A range cut to what the parameter may be. */
  private static ParameterRange within(Record record, String name, ParameterRange range) {
    Range allowed = component(record, name).getAnnotation(Range.class);
    if (allowed == null) {
      return range;
    }
    return switch (range) {
      case Between between ->
          new Between(
              Math.max(between.from(), allowed.min()),
              Math.min(between.to(), allowed.max()),
              between.scale(),
              between.points());
      case Choices choices ->
          new Choices(
              choices.values().stream()
                  .filter(each -> ((Number) each).doubleValue() <= allowed.max())
                  .toList());
    };
  }

  private static RecordComponent component(Record record, String name) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
