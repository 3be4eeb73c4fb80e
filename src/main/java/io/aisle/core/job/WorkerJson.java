package io.aisle.core.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The words of the protocol: one JSON object on a line. To the worker go {@code {"id", "op",
 * "args"}}, {@code {"cancel": id}}, {@code {"pause": id}} and {@code {"resume": id}}, and before
 * all others {@code {"sealed": folder, "key": hex}} for each encrypted workspace; from it come
 * objects whose {@code type} is one of {@link Type}. Numbers may be NaN, for losses and metrics can
 * be.
 */
final class WorkerJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  /** What a worker says; everything but hello and beat carries the {@code id} of the call. */
  enum Type {
    HELLO,
    BEAT,
    PROGRESS,
    EVENT,
    RESULT,
    FAILURE
  }

  private WorkerJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The object on a line; empty when the line is something else, a message of a library. */
  static Optional<JsonNode> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The type of a worker's object; empty when it has none and so is not of the protocol. */
  static Optional<Type> type(JsonNode message) {
    String name = message.path("type").asText();
    for (Type type : Type.values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
