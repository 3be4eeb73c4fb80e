package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker in a process of its own. Made by {@link ProcessLauncher}. */
final class WorkerProcess implements WorkerLink {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final Duration LOOK = Duration.ofMillis(50);

  /**
   * A worker has no heartbeat before its libraries are there; unpacked for the first time, or on a
   * busy machine, they take this many times as long as the longest pause between heartbeats.
   */
  private static final int STARTING = 4;

  private final WorkerSetup setup;
  private final Process process;
  private final Path log;
  private final WorkerInbox inbox;
  private final WorkerPulse pulse;
  private final WorkerHello hello;
  private final ReentrantLock turn = new ReentrantLock(true);
  private long lastCall;

  private WorkerProcess(WorkerSetup setup, Process process, Path log) {
    this.setup = setup;
    this.process = process;
    this.log = log;
    this.inbox = new WorkerInbox(process.pid(), process.getInputStream());
    this.pulse = new WorkerPulse(process, inbox, log);
    sendKeys();
    this.hello = awaitHello();
  }

  static WorkerProcess start(WorkerSetup setup, WorkerNeeds needs) {
    Path log;
    Process process;
    try {
      log = WorkerLogs.next(setup.logs());
      process = WorkerCommand.of(setup, needs, log).start();
    } catch (IOException e) {
      throw new OperationException(
          "The worker could not be started with " + setup.java() + ": " + e.getMessage() + ".", e);
    }
    if (Sealed.isSealed(log)) {
      WorkerLogs.follow(process.getErrorStream(), log, process.pid());
    }
    return new WorkerProcess(setup, process, log);
  }

  /** Keys go through the pipe, which nobody else can read; a command line can be seen. */
  private void sendKeys() {
    for (SealedFileSystem files : Sealed.unlocked()) {
      send(
          WorkerJson.object().put("sealed", files.root().toString()).put("key", files.key().hex()));
    }
  }

  private WorkerHello awaitHello() {
    try {
      while (true) {
        Optional<JsonNode> said = inbox.next(LOOK);
        if (said.isPresent()) {
          return WorkerSaid.hello(said.get());
        }
        pulse.check("started", setup.silence().multipliedBy(STARTING));
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  @Override
  public JsonNode call(String operation, JsonNode args, WorkerEvents events, CancelSignal cancel) {
    try {
      while (!turn.tryLock(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        cancel.check();
      }
      try {
        cancel.check();
        return converse(operation, args, events, cancel);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private JsonNode converse(
      String operation, JsonNode args, WorkerEvents events, CancelSignal cancel)
      throws InterruptedException {
    long id = ++lastCall;
    inbox.open(id);
    ObjectNode request = WorkerJson.object().put("id", id).put("op", operation);
    request.set("args", args);
    send(request);
    boolean answered = false;
    boolean paused = false;
    long deadline = 0;
    try {
      while (true) {
        if (deadline == 0 && cancel.paused() != paused) {
          paused = !paused;
          send(WorkerJson.object().put(paused ? "pause" : "resume", id));
        }
        if (deadline == 0 && cancel.raised()) {
          send(WorkerJson.object().put("cancel", id));
          deadline = System.nanoTime() + setup.grace().toNanos();
        }
        if (deadline != 0 && System.nanoTime() > deadline) {
          kill(); // deaf
          throw new CancelledException();
        }
        Optional<JsonNode> said = inbox.next(LOOK);
        if (said.isEmpty()) {
          pulse.check("ran \"" + operation + "\"", setup.silence());
        } else if (said.get().path("id").asLong() != id) {
          LOG.debug("worker {} spoke late of an earlier call", process.pid());
        } else if (WorkerSaid.isAnswer(said.get())) {
          answered = true;
          return WorkerSaid.answer(said.get(), log);
        } else {
          WorkerSaid.report(said.get(), events);
        }
      }
    } finally {
      if (!answered && deadline == 0) { // a listener threw, or the worker died
        send(WorkerJson.object().put("cancel", id));
      }
    }
  }

  /** A pipe that is broken is noticed by the one who reads. */
  private void send(JsonNode message) {
    try {
      OutputStream out = process.getOutputStream();
      out.write(WorkerJson.MAPPER.writeValueAsBytes(message));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      LOG.debug("worker {} takes no message", process.pid(), e);
    }
  }

  private void kill() {
    process.destroyForcibly();
  }

  @Override
  public WorkerHello hello() {
    return hello;
  }

  @Override
  public Optional<Path> log() {
    return Optional.of(log);
  }

  @Override
  public boolean alive() {
    return process.isAlive() && !inbox.exhausted();
  }

  @Override
  public long peakMemoryMb() {
    return inbox.peakMb();
  }

  /** Closes the worker's input, at which it ends. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        kill();
        process.waitFor();
      }
    } catch (IOException e) {
      LOG.debug("worker {} was gone already", process.pid(), e);
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
