package io.aisle.ui.settings;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.workspace.OpeningProblem;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notice;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The page that stands where no workspace is open: it says why, and what can be done about it; or
 * it shows how far the way to the next workspace is. FX thread only.
 */
public final class OccupiedViewModel {
  private final Background background;
  private final Texts texts;
  private final Door door;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper restorable = new ReadOnlyBooleanWrapper();
  private Job<?> job;

  /** What leads out of the page. */
  public interface Door {
    /** Opens a workspace and makes it this user's default. */
    void open(Path folder);

    /** Tries the same workspace again. */
    void retry();

    /**
     * Opens the same workspace, which is encrypted.
     *
     * @param passphrase overwritten when it was used
     */
    void unlock(char[] passphrase);

    /** Ends the program. */
    void leave();
  }

  public OccupiedViewModel(Background background, Notices notices, Texts texts, Door door) {
    this.background = background;
    this.texts = texts;
    this.door = door;
    notices.newestProperty().subscribe((before, now) -> told(now));
  }

  private void told(Notice notice) {
    error.set(notice == null ? "" : texts.sentence(notice.sentence()));
  }

  /**
   * Says why a workspace was not opened.
   *
   * @param folder of the workspace
   */
  public void show(OpeningProblem problem, Path folder) {
    job = null;
    busy.set(false);
    title.set(texts.of("settings.occupied.title." + problem.kind().name()));
    sentence.set(
        problem.kind() == OpeningProblem.Kind.HELD
            ? texts.of("settings.occupied.held", folder, problem.process())
            : texts.sentence(problem.sentence()));
    boolean coded = problem.kind() == OpeningProblem.Kind.OTHER;
    code.set(coded ? texts.of("settings.occupied.code", problem.code()) : "");
    restorable.set(problem.kind() != OpeningProblem.Kind.HELD);
    error.set("");
  }

  /** Shows how far a job is that ends in another workspace. */
  public void show(String what, Job<?> under) {
    begin(what);
    job = under;
  }

  private void begin(String what) {
    title.set(what);
    sentence.set("");
    code.set("");
    error.set("");
    progress.set(-1);
    busy.set(true);
  }

  /** Looks at the job; to be called ten times a second. */
  public void look() {
    if (job == null) {
      return;
    }
    Progress now = job.progress();
    progress.set(now.fraction());
    status.set(texts.word("phase.", now.phase()));
  }

  /** Opens another workspace, or makes one. */
  public void choose(Path folder) {
    error.set("");
    var unused =
        background.read(
            texts.of("settings.job.look"),
            control -> {
              WorkspaceService.checkWorkspace(folder);
              return folder;
            },
            door::open);
  }

  /** Unpacks a backup into a new folder and opens that. */
  public void restore(Path file, Path folder) {
    String before = title.get();
    String said = sentence.get();
    begin(texts.of("settings.restore.job"));
    Job<Path> restoring =
        background.start(
            texts.of("settings.restore.job"),
            JobNeeds.LIGHT,
            control -> WorkspaceService.restore(file, folder, control).place(),
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Path> done) {
                door.open(done.value());
                return;
              }
              job = null;
              busy.set(false);
              title.set(before);
              sentence.set(said);
            });
    if (busy.get()) { // else it has ended already
      job = restoring;
    }
  }

  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  public void retry() {
    error.set("");
    door.retry();
  }

  public void leave() {
    door.leave();
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Finds the stack in the log; empty when the sentence says it all. */
  public ReadOnlyStringProperty codeProperty() {
    return code.getReadOnlyProperty();
  }

  /** Why what was tried last did not work; empty when it did. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** What the job is doing. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** 0 to 1, or -1 when unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether a backup may help. */
  public ReadOnlyBooleanProperty restorableProperty() {
    return restorable.getReadOnlyProperty();
  }
}
