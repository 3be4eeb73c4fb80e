package io.aisle.ui.settings;

import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.core.job.SystemOpener;
import io.aisle.core.workspace.OpeningProblem;
import io.aisle.core.workspace.StandIn;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceRepair;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The page that stands where no workspace is open: it says why, and what can be done about it; or
 * it shows how far the way to the next workspace is. FX thread only.
 */
public final class OccupiedViewModel {
  private final Background background;
  private final Texts texts;
  private final RepairWords words;
  private final OtherWorkspace other;
  private final Door door;
  private final DoorJob work;
  private final SystemOpener opener = SystemOpener.ofThisSystem();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Ways> ways = new ReadOnlyObjectWrapper<>(Ways.ELSEWHERE);
  private final ReadOnlyObjectWrapper<List<Row>> standIns = new ReadOnlyObjectWrapper<>(List.of());
  private Path folder;

  /** Where the page leads. */
  public enum Ways {
    /** Another process has the workspace: into another one, or into this one later. */
    ELSEWHERE,
    /** A backup may help too. */
    RESTORE,
    /** The store is damaged: it can be repaired, or something can take its place. */
    REPAIR,
    /** The store was put in order. */
    OPEN
  }

  /**
   * What can take the place of the store.
   *
   * @param title when it was written, and how large it is
   * @param content what is in it
   */
  public record Row(StandIn standIn, String title, String content) {
    Path file() {
      return standIn.file();
    }

    /** Whether it can be put in place; others become a workspace in another folder. */
    boolean inPlace() {
      return standIn instanceof StandIn.Copy;
    }
  }

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

  public OccupiedViewModel(
      Background background, Notices notices, Texts texts, RepairWords words, Door door) {
    this.background = background;
    this.texts = texts;
    this.words = words;
    this.door = door;
    this.other = new OtherWorkspace(background, notices, texts, door);
    this.work = new DoorJob(texts);
  }

  /**
   * Says why a workspace was not opened.
   *
   * @param where folder of the workspace
   */
  public void show(OpeningProblem problem, Path where) {
    folder = where;
    title.set(texts.of("settings.occupied.title." + problem.kind().name()));
    sentence.set(
        problem.kind() == OpeningProblem.Kind.HELD
            ? texts.of("settings.occupied.held", where, problem.process())
            : texts.sentence(problem.sentence()));
    boolean coded = problem.kind() == OpeningProblem.Kind.OTHER;
    code.set(coded ? texts.of("settings.occupied.code", problem.code()) : "");
    ways.set(
        switch (problem.kind()) {
          case HELD -> Ways.ELSEWHERE;
          case DAMAGED -> Ways.REPAIR;
          case NEWER, FOLDER, OTHER -> Ways.RESTORE;
        });
    work.end();
    standIns.set(List.of());
    other.say("");
    if (problem.kind() == OpeningProblem.Kind.DAMAGED) {
      var unused =
          background.read(texts.of("settings.job.look"), control -> care().standIns(), this::known);
    }
  }

  private WorkspaceRepair care() {
    return new WorkspaceRepair(new WorkspaceLayout(folder));
  }

  private void known(List<StandIn> found) {
    standIns.set(
        found.stream().map(each -> new Row(each, words.title(each), words.content(each))).toList());
  }

  /** Shows how far a job is that ends in another workspace. */
  public void show(String what, Job<?> under) {
    begin(what);
    work.follow(under);
  }

  private void begin(String what) {
    title.set(what);
    sentence.set("");
    code.set("");
    other.say("");
    work.begin();
  }

  /** Looks at the job; to be called ten times a second. */
  public void look() {
    work.look();
  }

  /** Does something that takes time; when it fails the page is what it was, and says why. */
  private <T> void run(String what, JobWork<T> job, Consumer<T> then) {
    String before = title.get();
    String said = sentence.get();
    begin(texts.of(what));
    work.follow(
        background.start(
            texts.of(what),
            JobNeeds.LIGHT,
            job,
            outcome -> {
              if (outcome instanceof JobOutcome.Done<T> done) {
                then.accept(done.value());
                return;
              }
              work.end();
              title.set(before);
              sentence.set(said);
            }));
  }

  /** Opens another workspace, or makes one. */
  public void choose(Path wanted) {
    other.choose(wanted);
  }

  /** Unpacks a backup into a new folder and opens that. */
  public void restore(Path file, Path into) {
    run(
        "settings.restore.job",
        control -> WorkspaceService.restore(file, into, control).place(),
        door::open);
  }

  /** Saves what can be saved of a damaged store. */
  public void repair() {
    WorkspaceRepair care = care();
    run("settings.repair.job", care::repair, this::repaired);
  }

  private void repaired(RepairReport report) {
    boolean opens = report.outcome() != Outcome.HOPELESS;
    ended(words.title(report), words.said(report), opens ? Ways.OPEN : Ways.REPAIR);
  }

  /** Puts a copy of the store in its place. */
  public void putBack(Row copy) {
    WorkspaceRepair care = care();
    run(
        "settings.restore.job",
        control -> care.putBack(copy.file(), control),
        kept ->
            ended(
                texts.of("settings.repair.replaced.title"),
                texts.of("settings.repair.replaced", kept),
                Ways.OPEN));
  }

  private void ended(String what, String said, Ways next) {
    title.set(what);
    sentence.set(said);
    ways.set(next);
    work.end();
  }

  /** Shows the folder of the workspace's store with the system's program for folders. */
  public void showFolder() {
    Path store = new WorkspaceLayout(folder).store();
    var unused =
        background.read(
            texts.of("settings.job.open"),
            control -> {
              opener.open(store);
              return store;
            },
            shown -> {});
  }

  public void cancel() {
    work.cancel();
  }

  public void retry() {
    other.say("");
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
    return other.errorProperty();
  }

  /** What the job is doing. */
  public ReadOnlyStringProperty statusProperty() {
    return work.statusProperty();
  }

  /** 0 to 1, or -1 when unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return work.progressProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return work.busyProperty();
  }

  public ReadOnlyObjectProperty<Ways> waysProperty() {
    return ways.getReadOnlyProperty();
  }

  /** What can take the place of a damaged store, newest first. */
  public ReadOnlyObjectProperty<List<Row>> standInsProperty() {
    return standIns.getReadOnlyProperty();
  }
}
