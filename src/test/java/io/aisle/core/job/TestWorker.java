package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Main of a real worker process with operations that behave well and badly. */
final class TestWorker {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private TestWorker() {}

  public static void main(String[] arguments) {
    WorkerNeeds needs = WorkerNeeds.ofArguments(arguments);
    if (needs.device().equals("stillborn")) {
      Runtime.getRuntime().halt(7);
    }
    new WorkerServer(operations(), System.in, OUT).serve(needs);
  }

  static WorkerSetup setup(Path logs, Duration silence) {
    return new WorkerSetup(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        TestWorker.class.getName(),
        List.of("-Dlogback.configurationFile=logback-worker.xml"),
        () -> Map.of("AISLE_TEST_ADDED", "yes"),
        logs,
        Duration.ofMillis(600),
        silence);
  }

  static Map<String, WorkerOp> operations() {
    return Map.of(
        "echo", (args, _) -> args,
        "count", TestWorker::count,
        "tick", TestWorker::tick,
        "polite", TestWorker::polite,
        "deaf", (_, _) -> sleep(60_000),
        "sleep", (args, _) -> sleep(args.asLong()),
        "fail", (args, _) -> fail(args.asText()),
        "print", TestWorker::print,
        "freeze", (_, _) -> freeze(),
        "environment", (args, _) -> new TextNode("" + System.getenv(args.asText())));
  }

  private static JsonNode count(JsonNode args, WorkerContext context) {
    int total = args.asInt();
    for (int i = 1; i <= total; i++) {
      context.at(new Progress("counting", i, total));
      context.emit("tick", IntNode.valueOf(i));
    }
    return IntNode.valueOf(total);
  }

  /** Counts slowly and hears; says how long it was paused. */
  private static JsonNode tick(JsonNode args, WorkerContext context) throws InterruptedException {
    for (int i = 1; i <= args.asInt(); i++) {
      context.check();
      context.emit("tick", IntNode.valueOf(i));
      Thread.sleep(10);
    }
    return WorkerJson.object().put("pausedMillis", context.pausedNanos() / 1_000_000);
  }

  private static JsonNode polite(JsonNode args, WorkerContext context) throws InterruptedException {
    context.emit("begun", NullNode.getInstance());
    while (true) {
      context.check();
      Thread.sleep(5);
    }
  }

  private static JsonNode sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return NullNode.getInstance();
  }

  private static JsonNode fail(String how) throws IOException {
    switch (how) {
      case "input" -> throw new InputException("Row 3 has no user; add one.");
      case "operation" -> throw new OperationException("The disk is full; make room.");
      case "memory" -> throw new OutOfMemoryError("Java heap space");
      default -> throw new IOException(how);
    }
  }

  /** What native libraries do: text without a line feed, text that looks like JSON, binary. */
  private static JsonNode print(JsonNode args, WorkerContext context) throws IOException {
    OUT.write(
        "{\"type\":\"RESULT\"\n{broken\n[1]\n\u0000\u0007 no line feed"
            .getBytes(StandardCharsets.UTF_8));
    OUT.write(0xff);
    OUT.flush();
    context.emit("printed", args);
    OUT.write("[W] warning of a library".getBytes(StandardCharsets.UTF_8));
    OUT.flush();
    return args;
  }

  /** No thread of the process runs any more, heartbeat included. */
  private static JsonNode freeze() throws IOException, InterruptedException {
    Process stop =
        new ProcessBuilder("sh", "-c", "kill -STOP " + ProcessHandle.current().pid()).start();
    stop.waitFor();
    return sleep(60_000);
  }
}
