package io.aisle.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.EventRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a version of a data set has of one user.
 *
 * @param attributes by name, in the order of the user file; empty when none are known
 * @param events in the order of the files
 */
public record UserEvents(Map<String, String> attributes, List<EventRow> events) {
  static UserEvents of(String attributes, List<EventRow> events) {
    return new UserEvents(attributes(attributes), events);
  }

  /** Attributes as they are stored; null: none. */
  static Map<String, String> attributes(String json) {
    return json == null ? Map.of() : parse(json);
  }

  private static Map<String, String> parse(String attributes) {
    try {
      return JsonMapper.builder()
          .build()
          .readValue(attributes, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new OperationException(
          "The attributes of a user in the workspace are damaged: import the data set again.", e);
    }
  }
}
