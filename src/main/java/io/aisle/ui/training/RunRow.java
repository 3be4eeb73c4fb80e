package io.aisle.ui.training;

import io.aisle.core.training.Unfinished;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run of the workspace, finished or not, as the table shows it.
 *
 * @param name with what tells it from its namesakes
 * @param record what came out; null when it did not finish or cannot be read
 * @param asked what was asked for; null when it finished or that cannot be read
 * @param epochs passes so far
 */
public record RunRow(
    Path path, State state, String name, RunRecord record, Experiment asked, int epochs) {
  /** What kind of row it is. */
  public enum State {
    FINISHED,
    /** Fitted on everything, without test figures. */
    EVERYTHING,
    /** Lists of another system. */
    IMPORTED,
    INTERRUPTED,
    /** Of another version of the program, or damaged. */
    UNREADABLE
  }

  /** What of it a filter looks at. */
  String words(Texts texts) {
    return String.join(
        " ",
        name(),
        folder(),
        model() == null ? "" : model().id(),
        finished() ? record().dataset() : "",
        finished() ? record().protocolHash() : "",
        seed().map(seed -> texts.of("runlist.seed", Long.toString(seed))).orElse(""),
        texts.of("runlist.state." + state.name()));
  }

  /** A run that did not finish. */
  static RunRow of(Unfinished run) {
    Path path = run.folder().path();
    return run.experiment()
        .map(
            asked ->
                new RunRow(path, RunRow.State.INTERRUPTED, asked.name(), null, asked, run.epochs()))
        .orElseGet(
            () ->
                new RunRow(
                    path, RunRow.State.UNREADABLE, path.getFileName().toString(), null, null, 0));
  }

  static RunRow of(RunItem run) {
    RunRecord record = run.record();
    State state = record.answers() ? State.FINISHED : State.IMPORTED;
    return new RunRow(
        run.path(),
        record.fittedOnEverything() ? State.EVERYTHING : state,
        run.name(),
        record,
        null,
        record.epochs());
  }

  public String folder() {
    return path.getFileName().toString();
  }

  /** Null for lists of another system and for what cannot be read. */
  public ModelKind model() {
    if (record != null) {
      return record.model();
    }
    return asked == null ? null : asked.model().kind();
  }

  /** Name of the data set; empty when it is not known, or files were trained on. */
  String dataset() {
    if (record != null) {
      return record.dataset();
    }
    return asked != null && asked.dataset() instanceof DatasetSpec.Named named ? named.name() : "";
  }

  /** Seed of its randomness; empty when it is not known. */
  public Optional<Long> seed() {
    if (record != null) {
      return Optional.of(record.seed());
    }
    return Optional.ofNullable(asked).map(each -> each.training().seed());
  }

  public boolean finished() {
    return record != null;
  }

  /** Whether it has test figures, so that it can stand beside others. */
  public boolean judged() {
    return state == State.FINISHED || state == State.IMPORTED;
  }

  /** Whether its lists can be made anew, changed and judged. */
  boolean changeable() {
    return state == State.FINISHED;
  }

  /** Whether it has a model of its own that can be trained again. */
  public boolean trainable() {
    return answers() && model() != null;
  }

  /** Whether there is something to ask for lists: a model, or several. */
  public boolean answers() {
    return state == State.FINISHED || state == State.EVERYTHING;
  }
}
