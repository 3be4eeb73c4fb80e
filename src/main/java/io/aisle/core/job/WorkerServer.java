package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's side. One thread reads requests, cancellations and pauses, one runs operations in
 * turn (the thread that called {@link #serve}), one sends a heartbeat each second. The process ends
 * at once, whatever an operation or a native library is doing, when the input ends, that is, when
 * the parent closes it or dies.
 */
public final class WorkerServer {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerServer.class);
  private static final long BEAT_MILLIS = 1000;

  /** Exit code of a worker in which a thread that it cannot do without found no memory. */
  static final int NO_MEMORY = 4;

  private static final int BROKEN = 3;

  private final Map<String, WorkerOp> operations;
  private final BufferedReader input;
  private final WorkerOutput output;
  private final BlockingQueue<WorkerCall> waiting = new LinkedBlockingQueue<>();
  private final Map<Long, WorkerCall> open = new ConcurrentHashMap<>();

  /**
   * @param operations by name
   * @param input requests, a JSON object on each line
   * @param output answers; nobody else may write to it
   */
  public WorkerServer(Map<String, WorkerOp> operations, InputStream input, OutputStream output) {
    this.operations = Map.copyOf(operations);
    this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    this.output = new WorkerOutput(output);
  }

  /**
   * Says hello and serves until the process ends; does not return.
   *
   * @param needs what the worker was started with
   */
  public void serve(WorkerNeeds needs) {
    output.hello(
        new WorkerHello(
            ProcessHandle.current().pid(), needs.device(), needs.threads(), Versions.ofThisJvm()));
    start("input", this::read);
    start("heartbeat", this::beat);
    while (true) {
      try {
        answer(waiting.take());
      } catch (InterruptedException e) {
        halt(e);
      }
    }
  }

  private void answer(WorkerCall call) {
    try {
      WorkerOp operation = operations.get(call.operation());
      if (operation == null) {
        throw new OperationException("The worker has no operation \"" + call.operation() + "\".");
      }
      call.check();
      call.succeed(operation.run(call.args(), call));
    } catch (CancelledException e) {
      call.fail(WorkerFailure.of(e));
    } catch (Throwable e) { // nothing may vanish, not even an Error
      Failures.failed(call.operation(), e); // first: once told, the parent may end this process
      call.fail(WorkerFailure.of(e));
    } finally {
      open.remove(call.id());
    }
  }

  private void read() {
    try {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        WorkerJson.parse(line).ifPresent(this::take);
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0); // the pipe broke: the parent is gone
    }
    Runtime.getRuntime().halt(0);
  }

  private void take(JsonNode request) {
    if (request.has("cancel")) {
      called(request, "cancel").ifPresent(WorkerCall::cancel);
    } else if (request.has("pause")) {
      called(request, "pause").ifPresent(WorkerCall::pause);
    } else if (request.has("resume")) {
      called(request, "resume").ifPresent(WorkerCall::resume);
    } else if (request.has("sealed")) {
      DataKey key = DataKey.ofHex(request.path("key").asText());
      SealedFileSystem unused = Sealed.mount(Path.of(request.path("sealed").asText()), () -> key);
    } else {
      WorkerCall call = new WorkerCall(request, output);
      open.put(call.id(), call);
      waiting.add(call);
    }
  }

  /** The call that a message is about, while it is open. */
  private Optional<WorkerCall> called(JsonNode request, String what) {
    return Optional.ofNullable(open.get(request.path(what).asLong()));
  }

  private void beat() {
    try {
      while (true) {
        beatOnce();
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      halt(e);
    }
  }

  /** Where the memory is used up for a moment, the parent hears the next beat. */
  private void beatOnce() {
    try {
      output.beat();
    } catch (OutOfMemoryError e) {
      LOG.warn("no memory for a heartbeat", e);
    }
  }

  /** A thread of the worker that fails ends the process, so that the parent need not wait. */
  private static void start(String name, Runnable body) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .uncaughtExceptionHandler((_, failure) -> halt(failure))
        .start(body);
  }

  private static void halt(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      Runtime.getRuntime().halt(NO_MEMORY);
    }
    Failures.failed("worker", failure);
    Runtime.getRuntime().halt(BROKEN);
  }
}
