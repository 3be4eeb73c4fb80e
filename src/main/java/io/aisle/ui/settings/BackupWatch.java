package io.aisle.ui.settings;

import io.aisle.core.job.Job;
import io.aisle.core.workspace.BackupSchedule;
import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Starts the schedule's backups while the window is open: a little after its start and from minute
 * to minute, when one is due and no other job is under way. After a change of the schedule a minute
 * passes, since more may be changed. FX thread only.
 */
public final class BackupWatch {
  /** Of the looks that the window takes at its jobs, ten a second: about a minute. */
  static final int LOOKS = 600;

  /** The first look comes sooner, when the start is over. */
  static final int FIRST = 100;

  /** A job that is paused may be so for days. */
  private static final Set<Job.State> RESTING = Set.of(Job.State.ENDED, Job.State.PAUSED);

  private final BackupSchedule schedule;
  private final Supplier<BackupRule> rule;
  private final Runnable start;
  private final Background background;
  private final Slot<Boolean> slot;
  private BackupRule seen;
  private int looks = LOOKS - FIRST;

  /**
   * @param rule what the analyst has chosen
   * @param start writes a backup
   */
  public BackupWatch(
      BackupSchedule schedule,
      Supplier<BackupRule> rule,
      Runnable start,
      Background background,
      Texts texts) {
    this.schedule = schedule;
    this.rule = rule;
    this.start = start;
    this.background = background;
    this.seen = rule.get();
    this.slot = background.slot(texts.of("settings.schedule.due.job"));
  }

  /** To be called ten times a second. */
  public void look() {
    BackupRule now = rule.get();
    if (!now.equals(seen)) {
      seen = now;
      looks = 0;
    }
    looks++;
    if (looks >= LOOKS && now.rhythm() != Rhythm.OFF && !slot.busyProperty().get() && idle()) {
      looks = 0;
      slot.read(
          control -> schedule.isDue(),
          due -> {
            if (due && idle()) {
              start.run();
            }
          });
    }
  }

  private boolean idle() {
    return background.visible().stream().map(Job::state).allMatch(RESTING::contains);
  }
}
