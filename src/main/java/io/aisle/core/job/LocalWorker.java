package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Progress;
import java.util.Map;

/** A worker in the calling thread, for tests: the same operations, no process. */
public final class LocalWorker implements WorkerLink {
  private final Map<String, WorkerOp> operations;
  private final WorkerHello hello;
  private volatile boolean closed;

  public LocalWorker(Map<String, WorkerOp> operations, WorkerNeeds needs) {
    this.operations = Map.copyOf(operations);
    this.hello =
        new WorkerHello(
            ProcessHandle.current().pid(), needs.device(), needs.threads(), Versions.ofThisJvm());
  }

  @Override
  public WorkerHello hello() {
    return hello;
  }

  @Override
  public synchronized JsonNode call(
      String operation, JsonNode args, WorkerEvents events, CancelSignal cancel) {
    if (closed) {
      throw new OperationException("The worker has been closed; start another one.");
    }
    cancel.check();
    WorkerOp op = operations.get(operation);
    if (op == null) {
      throw new OperationException("The worker has no operation \"" + operation + "\".");
    }
    try {
      return op.run(args, context(events, cancel));
    } catch (InputException | OperationException | CancelledException e) {
      throw e;
    } catch (Exception e) {
      throw new OperationException(FailureText.of(e), e);
    }
  }

  private static WorkerContext context(WorkerEvents events, CancelSignal cancel) {
    return new WorkerContext() {
      @Override
      public void at(Progress progress) {
        events.progress(progress);
      }

      @Override
      public boolean raised() {
        return cancel.raised();
      }

      @Override
      public boolean paused() {
        return cancel.paused();
      }

      @Override
      public void check() {
        cancel.check();
      }

      @Override
      public void emit(String name, JsonNode data) {
        events.event(name, data);
      }
    };
  }

  @Override
  public boolean alive() {
    return !closed;
  }

  @Override
  public long peakMemoryMb() {
    return 0;
  }

  @Override
  public void close() {
    closed = true;
  }
}
