package io.aisle.core.dataset.cleaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.aisle.core.dataset.PlainValue;
import io.aisle.domain.data.CleaningStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes files of steps, such that {@link StepsReader} reads the same back. */
public final class StepsWriter {
  private StepsWriter() {}

  /** The text of a file of steps. */
  public static String write(List<CleaningStep> steps) {
    try {
      return YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build()
          .writeValueAsString(
              Map.of(
                  "steps", steps.stream().map(step -> Map.of(step.id(), values(step))).toList()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  private static Map<String, Object> values(CleaningStep step) {
    Map<String, Object> keys = new LinkedHashMap<>();
    switch (step) {
      case CleaningStep.Duplicates(var same) -> keys.put("same", PlainValue.id(same));
      case CleaningStep.Missing(var column, var treatment, String value) -> {
        keys.put("column", column.id());
        keys.put("treatment", PlainValue.id(treatment));
        if (!value.isEmpty()) {
          keys.put("value", value);
        }
      }
      case CleaningStep.Range(var column, var min, var max) -> {
        keys.put("column", column.id());
        min.ifPresent(bound -> keys.put("min", bound));
        max.ifPresent(bound -> keys.put("max", bound));
      }
      case CleaningStep.Cancellations(boolean withPurchases, String prefix) -> {
        keys.put("withPurchases", withPurchases);
        if (!prefix.isEmpty()) {
          keys.put("invoicePrefix", prefix);
        }
      }
      case CleaningStep.Core(int users, int items) -> {
        keys.put("users", users);
        keys.put("items", items);
      }
      case CleaningStep.Sessions(int gapMinutes) -> keys.put("gapMinutes", gapMinutes);
      case CleaningStep.Robots(var perHour, var perDay, var variation, var catalogueShare) -> {
        perHour.ifPresent(moments -> keys.put("perHour", moments));
        perDay.ifPresent(moments -> keys.put("perDay", moments));
        variation.ifPresent(share -> keys.put("variation", share));
        catalogueShare.ifPresent(share -> keys.put("catalogueShare", share));
      }
      case CleaningStep.RareKinds(double minShare) -> keys.put("minShare", minShare);
      case CleaningStep.TimeWindow(var from, var to) -> {
        from.ifPresent(time -> keys.put("from", time.toString()));
        to.ifPresent(time -> keys.put("to", time.toString()));
      }
      case CleaningStep.Normalise(var column, var method) -> {
        keys.put("column", column.id());
        keys.put("method", PlainValue.id(method));
      }
      case CleaningStep.Binning(var column, int bins, var method) -> {
        keys.put("column", column.id());
        keys.put("bins", bins);
        keys.put("method", PlainValue.id(method));
      }
      case CleaningStep.Categories(int level, String separator, int keep, String other) -> {
        keys.put("level", level);
        keys.put("separator", separator);
        keys.put("keep", keep);
        keys.put("other", other);
      }
      case CleaningStep.Sampling(var of, double share, long seed) -> {
        keys.put("of", PlainValue.id(of));
        keys.put("share", share);
        keys.put("seed", seed);
      }
    }
    return keys;
  }
}
