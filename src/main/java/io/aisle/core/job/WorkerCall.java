package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.domain.job.Progress;

/**
 * One call on the worker's side, and what its operation is given. Thread-safe.
 *
 * <p>Progress is thinned out to twenty messages a second; the start and the end of a phase are
 * always sent.
 */
final class WorkerCall implements WorkerContext {
  private static final long PAUSE = 50_000_000L;

  private final long id;
  private final String operation;
  private final JsonNode args;
  private final WorkerOutput output;
  private final PauseGate gate = new PauseGate();
  private volatile boolean cancelled;
  private String phase = "";
  private long sent;

  WorkerCall(JsonNode request, WorkerOutput output) {
    this.id = request.path("id").asLong();
    this.operation = request.path("op").asText();
    this.args = request.path("args");
    this.output = output;
  }

  long id() {
    return id;
  }

  String operation() {
    return operation;
  }

  JsonNode args() {
    return args;
  }

  void cancel() {
    cancelled = true;
    gate.open();
  }

  void pause() {
    gate.close();
  }

  void resume() {
    gate.open();
  }

  void succeed(JsonNode value) {
    output.result(id, value == null ? NullNode.getInstance() : value);
  }

  void fail(WorkerFailure failure) {
    output.failure(id, failure);
  }

  @Override
  public synchronized void at(Progress progress) {
    long now = System.nanoTime();
    boolean lastOfPhase = progress.total() > 0 && progress.done() >= progress.total();
    if (lastOfPhase || !progress.phase().equals(phase) || now - sent >= PAUSE) {
      phase = progress.phase();
      sent = now;
      output.progress(id, progress);
    }
  }

  @Override
  public void emit(String name, JsonNode data) {
    output.event(id, name, data);
  }

  @Override
  public boolean raised() {
    return cancelled;
  }

  @Override
  public void check() {
    gate.pass(this);
  }

  @Override
  public long pausedNanos() {
    return gate.nanos();
  }
}
