package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.WorkerJson.Type;
import io.aisle.domain.job.Progress;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What a worker says. Thread-safe; each message is one write. When nobody can hear it any more the
 * process ends.
 */
final class WorkerOutput {
  private final OutputStream out;

  WorkerOutput(OutputStream out) {
    this.out = out;
  }

  void hello(WorkerHello hello) {
    ObjectNode message = withMemory(message(Type.HELLO));
    message.put("pid", hello.pid()).put("device", hello.device()).put("threads", hello.threads());
    ObjectNode versions = message.putObject("versions");
    hello.versions().forEach(versions::put);
    write(message);
  }

  void beat() {
    write(withMemory(message(Type.BEAT)));
  }

  void progress(long id, Progress progress) {
    write(
        message(Type.PROGRESS)
            .put("id", id)
            .put("phase", progress.phase())
            .put("done", progress.done())
            .put("total", progress.total())
            .put("least", progress.remaining().least())
            .put("most", progress.remaining().most()));
  }

  void event(long id, String name, JsonNode data) {
    write(message(Type.EVENT).put("id", id).put("name", name).set("data", data));
  }

  void result(long id, JsonNode value) {
    write(withMemory(message(Type.RESULT)).put("id", id).set("value", value));
  }

  void failure(long id, WorkerFailure failure) {
    write(
        withMemory(message(Type.FAILURE))
            .put("id", id)
            .put("kind", failure.kind().name())
            .put("sentence", failure.sentence())
            .put("code", failure.code()));
  }

  private static ObjectNode message(Type type) {
    return WorkerJson.object().put("type", type.name());
  }

  private static ObjectNode withMemory(ObjectNode message) {
    Memory memory = Memory.ofThisProcess();
    return message.put("residentMb", memory.residentMb()).put("peakMb", memory.peakMb());
  }

  /** The line feed in front ends whatever a native library left standing on the line. */
  private void write(JsonNode message) {
    try {
      byte[] json = WorkerJson.MAPPER.writeValueAsBytes(message);
      byte[] line = new byte[json.length + 2];
      line[0] = '\n';
      System.arraycopy(json, 0, line, 1, json.length);
      line[line.length - 1] = '\n';
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0); // the parent is gone
    }
  }
}
