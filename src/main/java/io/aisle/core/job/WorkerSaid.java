package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerJson.Type;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.Remaining;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the messages of a worker mean to the parent; the other end of {@link WorkerOutput}. */
final class WorkerSaid {
  private WorkerSaid() {}

  static WorkerHello hello(JsonNode said) {
    Map<String, String> versions = new TreeMap<>();
    said.path("versions")
        .properties()
        .forEach(e -> versions.put(e.getKey(), e.getValue().asText()));
    return new WorkerHello(
        said.path("pid").asLong(),
        said.path("device").asText(),
        said.path("threads").asInt(),
        versions);
  }

  /** Whether the call has ended with this message. */
  static boolean isAnswer(JsonNode said) {
    Type type = WorkerJson.type(said).orElseThrow();
    return type == Type.RESULT || type == Type.FAILURE;
  }

  /**
   * The result of the call, or its exception.
   *
   * @param log where the worker keeps stacks
   */
  static JsonNode answer(JsonNode said, Path log) {
    if (WorkerJson.type(said).orElseThrow() == Type.RESULT) {
      return said.path("value");
    }
    WorkerFailure.Kind kind = WorkerFailure.Kind.valueOf(said.path("kind").asText());
    throw new WorkerFailure(kind, said.path("sentence").asText(), said.path("code").asText())
        .toException(log.toString());
  }

  /** Hands progress or an event on. */
  static void report(JsonNode said, WorkerEvents events) {
    if (WorkerJson.type(said).orElseThrow() == Type.PROGRESS) {
      events.progress(
          new Progress(
              said.path("phase").asText(),
              said.path("done").asLong(),
              said.path("total").asLong(),
              new Remaining(said.path("least").asDouble(), said.path("most").asDouble())));
    } else {
      events.event(said.path("name").asText(), said.path("data"));
    }
  }
}
