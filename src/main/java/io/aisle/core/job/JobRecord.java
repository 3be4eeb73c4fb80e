package io.aisle.core.job;

import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job and its control in one: what the runners share. State changes are guarded by this object's
 * monitor; progress and the cancel flag are volatile, for they are read and written all the time.
 *
 * @param <T> the result
 */
final class JobRecord<T> implements Job<T>, JobControl {
  private static final Logger log = LoggerFactory.getLogger(JobRecord.class);

  private final long id;
  private final String title;
  private volatile JobNeeds needs;

  /** Gone once it has run: the record is kept in lists longer than what the work refers to. */
  private JobWork<T> work;

  private final Instant submitted = Instant.now();
  private final CompletableFuture<JobOutcome<T>> ended = new CompletableFuture<>();
  private final Consumer<JobRecord<?>> onChange;
  private final PauseGate gate = new PauseGate();
  private final List<Path> logs = new CopyOnWriteArrayList<>();
  private State state = State.WAITING;
  private Instant started;
  private Instant finished;
  private JobOutcome<T> outcome;
  private boolean claiming;
  private volatile boolean cancelled;
  private Runnable onCancel = () -> {};
  private volatile Progress progress = Progress.NONE;

  /**
   * @param onChange called after a job that waits was cancelled, after one told what it holds, and
   *     after one was paused, claims memory or is to go on, which takes a call of {@link #proceed}
   */
  JobRecord(
      long id, String title, JobNeeds needs, JobWork<T> work, Consumer<JobRecord<?>> onChange) {
    this.id = id;
    this.title = title;
    this.needs = needs;
    this.work = work;
    this.onChange = onChange;
  }

  /** Runs the work on this thread and keeps its outcome; throws nothing. */
  void run() {
    if (!begin()) {
      work = null;
      end(new JobOutcome.Cancelled<>());
      return;
    }
    JobOutcome<T> result;
    try {
      JobWork<T> todo = work;
      work = null;
      result = new JobOutcome.Done<>(todo.run(this));
    } catch (Throwable failure) { // nothing may vanish, not even an Error
      result = Failures.outcome(title, failure);
    }
    end(result);
  }

  /** Ends a job that could not be run at all. */
  void fail(Throwable failure) {
    end(Failures.outcome(title, failure));
  }

  private synchronized boolean begin() {
    if (cancelled) {
      return false;
    }
    started = Instant.now();
    progress = Progress.STARTING;
    if (state == State.PAUSED) {
      gate.close();
    } else {
      state = State.RUNNING;
    }
    return true;
  }

  private synchronized void end(JobOutcome<T> result) {
    outcome = result;
    onCancel = () -> {};
    state = State.ENDED;
    finished = Instant.now();
  }

  /** Tells those who wait for the end. Their exceptions are theirs. */
  void announce() {
    JobOutcome<T> result = outcome().orElseThrow();
    if (!ended.complete(result)) {
      log.warn("job {} was announced twice", id);
    }
  }

  JobNeeds needs() {
    return needs;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public synchronized State state() {
    return state;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public Instant submitted() {
    return submitted;
  }

  @Override
  public synchronized Optional<Instant> started() {
    return Optional.ofNullable(started);
  }

  @Override
  public synchronized Optional<Instant> finished() {
    return Optional.ofNullable(finished);
  }

  @Override
  public List<Path> logs() {
    return List.copyOf(logs);
  }

  @Override
  public void logsTo(Path file) {
    logs.add(file);
  }

  @Override
  public void holds(long memoryMb) {
    needs = new JobNeeds(needs.cores(), memoryMb, needs.pausable());
    onChange.accept(this);
  }

  @Override
  public void claim(long memoryMb) {
    synchronized (this) {
      needs = new JobNeeds(needs.cores(), memoryMb, needs.pausable());
      if (!cancelled) {
        claiming = true;
        gate.close();
        if (state == State.RUNNING) {
          state = State.WAITING;
        }
      }
    }
    onChange.accept(this);
    check();
  }

  /** Whether it waits for memory beside its cores. */
  synchronized boolean claiming() {
    return claiming;
  }

  /** Memory that others have to do without, MiB. */
  synchronized long heldMb() {
    return claiming ? 0 : needs.memoryMb();
  }

  @Override
  public void onCancel(Runnable hook) {
    boolean late;
    synchronized (this) {
      onCancel = hook;
      late = cancelled;
    }
    if (late) {
      hook.run();
    }
  }

  @Override
  public synchronized Optional<JobOutcome<T>> outcome() {
    return Optional.ofNullable(outcome);
  }

  @Override
  public CompletionStage<JobOutcome<T>> ended() {
    return ended.minimalCompletionStage();
  }

  @Override
  public void cancel() {
    boolean waits;
    Runnable hook;
    synchronized (this) {
      cancelled = true;
      hook = onCancel;
      waits = started == null;
      if (started != null && state != State.ENDED) {
        state = State.CANCELLING;
      }
    }
    gate.open();
    hook.run();
    if (waits) {
      onChange.accept(this);
    }
  }

  @Override
  public boolean pausable() {
    return needs.pausable();
  }

  @Override
  public void pause() {
    synchronized (this) {
      if (!pausable() || cancelled || (state != State.WAITING && state != State.RUNNING)) {
        return;
      }
      if (started != null) {
        gate.close();
      }
      state = State.PAUSED;
    }
    onChange.accept(this);
  }

  @Override
  public void resume() {
    synchronized (this) {
      if (state != State.PAUSED) {
        return;
      }
      state = State.WAITING;
    }
    onChange.accept(this);
  }

  /** Whether it has begun, is to go on, and waits for its cores and what it claims. */
  synchronized boolean resuming() {
    return state == State.WAITING && started != null;
  }

  /** Lets a job go on that is {@link #resuming}; its cores and what it claims are free. */
  synchronized void proceed() {
    if (resuming()) {
      claiming = false;
      state = State.RUNNING;
      gate.open();
    }
  }

  /** Whether it leaves its cores to others. */
  synchronized boolean idle() {
    return state == State.PAUSED || resuming();
  }

  @Override
  public void at(Progress now) {
    progress = now;
  }

  @Override
  public boolean raised() {
    return cancelled;
  }

  @Override
  public synchronized boolean paused() {
    return idle() && !cancelled;
  }

  @Override
  public void check() {
    gate.pass(this);
  }
}
