package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.job.JobOutcome;
import io.aisle.testkit.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that learn only after they have begun how much memory they need. */
@Beside
@Timeout(30)
class ClaimTest {
  private static final JobNeeds SMALL = new JobNeeds(1, 100, true);

  private final QueueJobRunner runner = new QueueJobRunner(4, 1000);
  private final List<Claimer> claimers = new ArrayList<>();

  @AfterEach
  void close() {
    claimers.forEach(each -> each.end.countDown());
    runner.close();
  }

  /** A job that claims, says that it has what it claimed, and holds it until it is let go. */
  private final class Claimer {
    private final CountDownLatch has = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Job<String> job;

    Claimer(String title, long memoryMb) {
      this(title, memoryMb, new CountDownLatch(0));
    }

    Claimer(String title, long memoryMb, CountDownLatch before) {
      claimers.add(this);
      job =
          runner.submit(
              title,
              SMALL,
              control -> {
                before.await();
                control.claim(memoryMb);
                has.countDown();
                end.await();
                control.check();
                return title;
              });
    }

    void awaitHas() throws InterruptedException {
      assertThat(has.await(10, TimeUnit.SECONDS)).as("%s has its memory", job.title()).isTrue();
    }

    /** Has begun and stands where it claims. */
    void awaitClaiming() throws InterruptedException {
      while (job.started().isEmpty() || job.state() != Job.State.WAITING) {
        Thread.sleep(2);
      }
      assertThat(has.getCount()).isOne();
    }
  }

  private static <T> JobOutcome<T> end(Job<T> job) {
    return job.ended().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void oneThatDoesNotFitBesideAnotherWaitsUntilThatHasEnded() throws InterruptedException {
    Claimer first = new Claimer("first", 700);
    first.awaitHas();
    Claimer second = new Claimer("second", 400);
    second.awaitClaiming();
    first.end.countDown();
    second.awaitHas();
    second.end.countDown();
    assertThat(List.of(end(first.job), end(second.job)))
        .allMatch(JobOutcome.Done.class::isInstance);
  }

  @Test
  void thoseThatFitTogetherRunTogether() throws InterruptedException {
    Claimer first = new Claimer("first", 600);
    Claimer second = new Claimer("second", 400);
    first.awaitHas();
    second.awaitHas();
    first.end.countDown();
    second.end.countDown();
  }

  @Test
  void twoThatClaimAtOnceDoNotHoldEachOtherBack() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(1);
    Claimer first = new Claimer("first", 950, together);
    Claimer second = new Claimer("second", 950, together);
    while (first.job.started().isEmpty() || second.job.started().isEmpty()) {
      Thread.sleep(2);
    }
    together.countDown();
    while (first.has.getCount() + second.has.getCount() > 1) {
      Thread.sleep(2);
    }
    Claimer now = first.has.getCount() == 0 ? first : second;
    Claimer then = now == first ? second : first;
    then.awaitClaiming();
    now.end.countDown();
    then.awaitHas();
    then.end.countDown();
  }

  @Test
  void oneThatWaitsForMemoryLendsItsCoresAndIsNotOvertakenByWhatComesLater()
      throws InterruptedException {
    Claimer first = new Claimer("first", 800);
    first.awaitHas();
    Claimer second = new Claimer("second", 900);
    second.awaitClaiming();
    Job<String> later = runner.submit("later", SMALL, _ -> "later");
    Job<String> light = runner.submit("light", JobNeeds.LIGHT, _ -> "light");
    assertThat(end(light)).isEqualTo(new JobOutcome.Done<>("light"));
    assertThat(later.state()).isEqualTo(Job.State.WAITING);
    second.job.cancel();
    assertThat(end(second.job)).isEqualTo(new JobOutcome.Cancelled<>());
    assertThat(end(later)).isEqualTo(new JobOutcome.Done<>("later"));
    first.end.countDown();
  }

  @Test
  void oneThatIsPausedWhereItClaimsStaysThereUntilItIsToGoOn() throws InterruptedException {
    Claimer first = new Claimer("first", 800);
    first.awaitHas();
    Claimer second = new Claimer("second", 900);
    second.awaitClaiming();
    second.job.pause();
    first.end.countDown();
    assertThat(end(first.job)).isInstanceOf(JobOutcome.Done.class);
    assertThat(end(runner.submit("third", SMALL, _ -> "third")))
        .isInstanceOf(JobOutcome.Done.class);
    assertThat(second.job.state()).isEqualTo(Job.State.PAUSED);
    second.job.resume();
    second.awaitHas();
    second.end.countDown();
    assertThat(end(second.job)).isInstanceOf(JobOutcome.Done.class);
  }

  @Test
  void oneThatClaimsMoreThanThereIsRunsAlone() throws InterruptedException {
    Claimer huge = new Claimer("huge", 5000);
    huge.awaitHas();
    Job<String> next = runner.submit("next", SMALL, _ -> "next");
    assertThat(next.state()).isEqualTo(Job.State.WAITING);
    huge.end.countDown();
    assertThat(end(next)).isEqualTo(new JobOutcome.Done<>("next"));
  }

  @Test
  void onTheThreadOfTheCallerNothingIsWaitedFor() {
    try (CallerJobRunner caller = new CallerJobRunner()) {
      Job<String> job =
          caller.submit(
              "job",
              SMALL,
              control -> {
                control.claim(5000);
                return "done";
              });
      assertThat(end(job)).isEqualTo(new JobOutcome.Done<>("done"));
    }
  }
}
