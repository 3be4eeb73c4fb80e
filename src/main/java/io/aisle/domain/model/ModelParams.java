package io.aisle.domain.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hyper-parameters of one model: a record of numbers, switches and enums, each component named
 * as in experiment files, forms and {@code run.json}. Seeds, devices and threads are never
 * parameters ({@link io.aisle.domain.run.RunContext}).
 */
public sealed interface ModelParams
    permits PopularityParams,
        ItemKnnParams,
        UserKnnParams,
        EaseParams,
        SlimParams,
        AlsParams,
        BprParams,
        LogisticRegressionParams,
        FmParams,
        DeepFmParams,
        MlpParams,
        DinParams,
        NeuMfParams,
        TwoTowerParams,
        MfParams,
        MarkovParams,
        LightGcnParams,
        GatParams,
        SequenceParams {
  ModelKind kind();

  /**
   * One sentence for each violation of a {@link Range} or of the record's own rules; empty when all
   * is well. Shown under the form's field and printed by the command line.
   */
  default List<Violation> violations() {
    return Violation.ofRanges((Record) this);
  }

  /** The value of one component of this record. */
  default Object valueOf(RecordComponent component) {
    return Violation.value((Record) this, component);
  }

  /**
   * A parameter out of its range.
   *
   * @param parameter name of the component
   * @param sentence what is wrong and what is allowed
   */
  record Violation(String parameter, String sentence) {
    /** One for each component of a record that is outside its {@link Range}. */
    public static List<Violation> ofRanges(Record record) {
      List<Violation> found = new ArrayList<>();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
          continue;
        }
        double value = ((Number) value(record, component)).doubleValue();
        boolean low = range.above() ? value <= range.min() : value < range.min();
        if (Double.isNaN(value) || low || value > range.max()) {
          found.add(
              new Violation(component.getName(), sentence(component.getName(), range, value)));
        }
      }
      return found;
    }

    /** What is wrong with an embedding that does not part into heads. */
    static Optional<Violation> ofHeads(int embeddingSize, int heads) {
      return heads < 1 || embeddingSize % heads == 0
          ? Optional.empty()
          : Optional.of(
              new Violation(
                  "embeddingSize",
                  "embeddingSize is %d, but it must be a multiple of heads (%d)"
                      .formatted(embeddingSize, heads)));
    }

    private static Object value(Record record, RecordComponent component) {
      try {
        return component.getAccessor().invoke(record);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(component.getName() + " cannot be read", e);
      }
    }

    private static String sentence(String name, Range range, double value) {
      return "%s is %s, but it must be %s %s and at most %s"
          .formatted(
              name,
              number(value),
              range.above() ? "above" : "at least",
              number(range.min()),
              number(range.max()));
    }

    private static String number(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }
}
