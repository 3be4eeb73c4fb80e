package io.aisle.core.tuning;

import io.aisle.core.dataset.PlainValue;
import io.aisle.core.training.ExperimentWriter;
import io.aisle.core.training.ParamsCodec;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a search as a map in the shape of a search file, which {@link SearchReader} reads back.
 */
public final class SearchWriter {
  private SearchWriter() {}

  /** The whole search, every default filled in. */
  public static Map<String, Object> toMap(Search search) {
    Map<String, Object> map = ExperimentWriter.toMap(search.candidates().getFirst().experiment());
    map.remove("model");
    map.remove("training");
    map.put("name", search.name());
    List<Object> models = new ArrayList<>();
    for (Search.Candidate candidate : search.candidates()) {
      Map<String, Object> own = ExperimentWriter.toMap(candidate.experiment());
      Map<String, Object> model = new LinkedHashMap<>();
      if (own.get("model") instanceof Map<?, ?> params) {
        params.forEach((key, value) -> model.put(String.valueOf(key), value));
      }
      model.put("training", own.get("training"));
      model.put("space", space(candidate.space()));
      models.add(model);
    }
    map.put("models", models);
    map.put("search", ParamsCodec.toMap(search.spec()));
    return map;
  }

  /** The ranges by section. */
  public static Map<String, Object> space(SearchSpace space) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("model", ranges(space.model()));
    map.put("training", ranges(space.training()));
    return map;
  }

  private static Map<String, Object> ranges(Map<String, ParameterRange> ranges) {
    Map<String, Object> map = new LinkedHashMap<>();
    ranges.forEach((name, range) -> map.put(name, plain(range)));
    return map;
  }

  private static Object plain(ParameterRange range) {
    return switch (range) {
      case ParameterRange.Choices choices -> choices.values();
      case ParameterRange.Between between -> {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", between.from());
        map.put("to", between.to());
        map.put("scale", PlainValue.id(between.scale()));
        if (between.points() > 0) {
          map.put("points", between.points());
        }
        yield map;
      }
    };
  }
}
