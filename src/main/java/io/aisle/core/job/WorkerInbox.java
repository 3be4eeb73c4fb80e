package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerJson.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the parent hears from a worker. A thread of its own reads; hello and the messages of the
 * call that is open are handed on, heartbeats are noted, messages of an earlier call are dropped,
 * and a line that is not of the protocol goes to the log.
 */
final class WorkerInbox {
  private static final Logger log = LoggerFactory.getLogger(WorkerInbox.class);

  private static final long SLEPT = Duration.ofSeconds(5).toNanos();

  private final long pid;
  private final BufferedReader reader;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private volatile long openCall;
  private volatile boolean ended;
  private volatile long heard = System.nanoTime();
  private volatile long peakMb;
  private long asked = System.nanoTime();

  WorkerInbox(long pid, InputStream output) {
    this.pid = pid;
    this.reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .daemon()
        .name("worker-" + pid)
        .uncaughtExceptionHandler(Failures.uncaught())
        .start(this::read);
  }

  private void read() {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        heard = System.nanoTime();
        take(line);
      }
    } catch (IOException e) {
      log.debug("the pipe of worker {} broke", pid, e);
    } finally {
      ended = true;
    }
  }

  private void take(String line) {
    Optional<JsonNode> message = WorkerJson.parse(line);
    Optional<Type> type = message.flatMap(WorkerJson::type);
    if (type.isEmpty()) {
      if (!line.isBlank()) {
        log.info("worker {}: {}", pid, line);
      }
      return;
    }
    JsonNode said = message.orElseThrow();
    peakMb = Math.max(peakMb, said.path("peakMb").asLong());
    if (type.get() == Type.HELLO
        || (type.get() != Type.BEAT && said.path("id").asLong() == openCall)) {
      messages.add(said);
    }
  }

  /** Opens a call: from now on its messages are heard, and no other's. */
  void open(long call) {
    openCall = call;
    messages.clear();
  }

  /** The next message; empty when none came within the time. */
  Optional<JsonNode> next(Duration wait) throws InterruptedException {
    return Optional.ofNullable(messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Whether the worker will say nothing more and everything it said was taken. */
  boolean exhausted() {
    return ended && messages.isEmpty();
  }

  /**
   * How long the worker has been silent. To be asked all the time: when the last question is long
   * ago this process slept, as on a laptop that was closed, and the worker with it.
   */
  Duration silence() {
    long now = System.nanoTime();
    if (now - asked > SLEPT) {
      heard = now;
    }
    asked = now;
    return Duration.ofNanos(now - heard);
  }

  /** The worker's resident memory at its highest, MiB. */
  long peakMb() {
    return peakMb;
  }
}
