package io.aisle.ui.start;

import io.aisle.core.training.TrainingJob;
import io.aisle.domain.job.Progress;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The first minute in the words of one language. FX thread only. */
public final class GuideViewModel {
  private final FirstMinuteViewModel minute;
  private final Texts texts;
  private final Runnable importing;
  private final StepWords words;
  private final ObservableList<GuideStep> steps = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper trained = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
  private final BooleanProperty open = new SimpleBooleanProperty(true);
  private long begun;

  /**
   * @param navigator takes the window to places
   * @param importing lets the user choose a file to import
   */
  public GuideViewModel(
      FirstMinuteViewModel minute,
      Consumer<Place> navigator,
      Texts texts,
      Numbers numbers,
      Runnable importing) {
    this.minute = minute;
    this.texts = texts;
    this.importing = importing;
    this.words = new StepWords(texts, numbers);
    minute.serve(navigator, this::read);
  }

  private void read(Minute now) {
    shown.set(now != null);
    if (now == null) {
      return;
    }
    if (now.began() != begun) {
      begun = now.began();
      open.set(true);
    }
    running.set(now.running());
    trained.set(now.complete() && !now.sample().facts().models().isEmpty());
    stopped.set(!now.running() && !now.complete());
    heading.set(words.heading(now));
    next.set(words.next(now));
    look();
  }

  /** Looks at what goes on; called by the sampler. */
  public void look() {
    Minute now = minute.minuteProperty().get();
    if (now == null) {
      return;
    }
    clock.set(words.clock(now.seconds(System.nanoTime())));
    List<GuideStep> read = new ArrayList<>();
    now.steps().forEach(state -> read.add(step(now, state)));
    for (int i = 0; i < read.size(); i++) {
      if (i >= steps.size()) {
        steps.add(read.get(i));
      } else if (!steps.get(i).equals(read.get(i))) {
        steps.set(i, read.get(i)); // a row that says the same as before is not drawn anew
      }
    }
    steps.remove(read.size(), steps.size());
  }

  private GuideStep step(Minute now, StepState state) {
    Progress progress = minute.importing();
    List<TrainingJob> trainings = minute.trainings();
    boolean runs = state.status() == StepState.Status.RUNNING;
    double fraction = -1;
    String said =
        switch (state.status()) {
          case WAITING -> words.waiting(now, state.step());
          case RUNNING -> words.running(state.step());
          case DONE -> words.found(state.finding().orElseThrow());
          case FAILED -> words.failed(state.failure());
          case CANCELLED -> words.cancelled();
        };
    if (runs && state.step() == Step.IMPORT) {
      said = words.importing(progress);
      fraction = progress.fraction();
    } else if (runs && state.step() == Step.TRAIN && !trainings.isEmpty()) {
      said = words.training(trainings);
      long ended = trainings.stream().filter(t -> t.job().outcome().isPresent()).count();
      fraction = (double) ended / trainings.size();
    }
    return new GuideStep(
        state.step(),
        state.status(),
        words.name(now, state.step()),
        said,
        fraction,
        state.status() == StepState.Status.DONE);
  }

  /** What can be done from anywhere while the guide is there. */
  public void offer(Actions actions) {
    actions.add(
        new Action("start.cancel", texts.of("start.action.cancel"), "", running, minute::cancel));
    actions.add(new Action("start.close", texts.of("start.action.close"), "", shown, this::close));
  }

  void cancel() {
    minute.cancel();
  }

  /** Begins the same sample anew. */
  void again() {
    minute.begin(minute.minuteProperty().get().sample(), texts);
  }

  void close() {
    minute.close();
  }

  void show(Step step) {
    minute.show(step);
  }

  void trainMore() {
    minute.trainMore();
  }

  void importOwn() {
    importing.run();
  }

  public ObservableList<GuideStep> steps() {
    return steps;
  }

  public ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether it came to its end with models that were compared. */
  public ReadOnlyBooleanProperty trainedProperty() {
    return trained.getReadOnlyProperty();
  }

  /** Whether it ended before its end. */
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty headingProperty() {
    return heading.getReadOnlyProperty();
  }

  /** Time used. */
  public ReadOnlyStringProperty clockProperty() {
    return clock.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nextProperty() {
    return next.getReadOnlyProperty();
  }

  /** Whether the steps are unfolded. */
  public BooleanProperty openProperty() {
    return open;
  }

  public BooleanProperty followProperty() {
    return minute.followProperty();
  }
}
