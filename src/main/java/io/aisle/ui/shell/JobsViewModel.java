package io.aisle.ui.shell;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The jobs of the tray and what the status line says of them. FX thread only. */
public final class JobsViewModel {
  private static final int KEPT = 60;

  private final Background background;
  private final Texts texts;
  private final Numbers numbers;
  private final InstantSource clock;
  private final ObservableList<JobLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public JobsViewModel(Background background, Texts texts, Numbers numbers, InstantSource clock) {
    this.background = background;
    this.texts = texts;
    this.numbers = numbers;
    this.clock = clock;
    summarise();
  }

  /** Looks at the runner's jobs; called by the sampler. */
  public void look() {
    lines.forEach(JobLine::look);
    Set<Long> known = lines.stream().map(JobLine::id).collect(Collectors.toSet());
    List<JobLine> fresh =
        background.visible().stream()
            .filter(job -> !known.contains(job.id()))
            .map(job -> new JobLine(job, texts, numbers, clock))
            .toList();
    if (!fresh.isEmpty()) {
      lines.addAll(0, fresh);
      if (lines.size() > KEPT) {
        lines.remove(KEPT, lines.size());
      }
    }
    summarise();
  }

  private void summarise() {
    List<JobLine> active = lines.stream().filter(line -> line.activeProperty().get()).toList();
    busy.set(!active.isEmpty());
    if (active.isEmpty()) {
      summary.set(texts.of("shell.idle"));
      waiting.set("");
      fraction.set(0);
      return;
    }
    List<JobLine> running =
        active.stream()
            .filter(line -> line.stageProperty().get() == JobLine.Stage.RUNNING)
            .toList();
    JobLine oldest = running.isEmpty() ? active.getLast() : running.getLast();
    summary.set(oldest.title() + " · " + oldest.statusProperty().get());
    fraction.set(oldest.fractionProperty().get());
    waiting.set(
        Stream.of(JobLine.Stage.RUNNING, JobLine.Stage.PAUSED, JobLine.Stage.WAITING)
            .map(stage -> others(active, oldest, stage))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  private String others(List<JobLine> active, JobLine told, JobLine.Stage stage) {
    long many =
        active.stream().filter(line -> line != told && line.stageProperty().get() == stage).count();
    return many == 0 ? "" : texts.of("shell." + stage.name().toLowerCase(Locale.ROOT), many);
  }

  /** Cancels whatever runs or waits. */
  public void cancelAll() {
    lines.stream().filter(line -> line.activeProperty().get()).forEach(JobLine::cancel);
  }

  /** Newest first. */
  public ObservableList<JobLine> lines() {
    return lines;
  }

  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** How many others run and wait, in words; empty when none does. */
  public ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Progress of the job that runs longest: 0 to 1, -1 when unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** Whether any job runs or waits. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
