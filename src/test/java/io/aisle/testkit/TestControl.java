package io.aisle.testkit;

import io.aisle.core.job.JobControl;
import io.aisle.domain.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A job's control for tests: records progress and can cancel on seeing some. */
public final class TestControl implements JobControl {
  private final List<Progress> seen = new ArrayList<>();
  private final Predicate<Progress> cancelOn;
  private boolean raised;

  public TestControl() {
    this(progress -> false);
  }

  public TestControl(Predicate<Progress> cancelOn) {
    this.cancelOn = cancelOn;
  }

  @Override
  public void at(Progress progress) {
    seen.add(progress);
    raised |= cancelOn.test(progress);
  }

  @Override
  public boolean raised() {
    return raised;
  }

  public List<Progress> seen() {
    return seen;
  }
}
