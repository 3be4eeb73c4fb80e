package io.aisle.ui.training;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Palette;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** Trainings under way with their curves, finished runs, and interrupted ones. FX thread only. */
public final class RunsViewModel implements Refreshable {
  private final TrainingService service;
  private final RunShelf shelf;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final List<ActiveRun> active = new ArrayList<>();
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> loss =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> valid =
      new ReadOnlyObjectWrapper<>(List.of());

  public RunsViewModel(
      TrainingService service,
      RunShelf shelf,
      Background background,
      Notices notices,
      Texts texts) {
    this.service = service;
    this.shelf = shelf;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  @Override
  public void refresh() {
    shelf.refresh();
  }

  /** Puts a training into the queue. */
  public void start(Experiment experiment) {
    var unused =
        background.read(
            texts.of("train.job.start"),
            control -> service.start(experiment),
            training -> follow(training, experiment.name(), Palette.of(experiment.model().kind())));
  }

  /** Goes on with an interrupted run from its last checkpoint. */
  void resume(Path folder) {
    var unused =
        background.read(
            texts.of("train.job.start"),
            control -> service.resume(new RunFolder(folder)),
            training -> follow(training, folder.getFileName().toString(), active.size()));
  }

  void remove(Path folder) {
    var unused =
        background.start(
            texts.of("runs.job.remove", folder.getFileName()),
            JobNeeds.LIGHT,
            control -> {
              service.remove(new RunFolder(folder));
              return folder;
            },
            outcome -> shelf.refresh());
  }

  private void follow(TrainingJob training, String name, int colour) {
    if (active.stream().noneMatch(ActiveRun::running)) {
      active.clear(); // a new round of trainings gets empty charts
    }
    active.add(new ActiveRun(training, name, colour));
    shelf.refresh();
    drawCurves();
    background.follow(
        training.job(),
        outcome -> {
          if (outcome instanceof JobOutcome.Done<?>) {
            notices.done(texts.of("train.done", name));
          }
          shelf.refresh();
        });
  }

  /** Looks for new epochs; called by the sampler. */
  public void look() {
    boolean news = false;
    for (ActiveRun run : active) {
      news |= run.look();
    }
    if (news) {
      drawCurves();
    }
  }

  private void drawCurves() {
    loss.set(curves(ActiveRun::loss));
    valid.set(curves(ActiveRun::valid));
  }

  private List<CurveChart.Curve> curves(Function<ActiveRun, CurveChart.Curve> kind) {
    return active.stream().filter(ActiveRun::iterative).map(kind).toList();
  }

  /** Newest first. */
  public ObservableList<RunItem> finished() {
    return shelf.finished();
  }

  /** Runs that did not end and are not under way in this session. */
  public ObservableList<Path> interrupted() {
    return shelf.unfinished();
  }

  /** Training loss of the runs of this round that have epochs. */
  public ReadOnlyObjectProperty<List<CurveChart.Curve>> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Monitored validation metric of the same runs. */
  public ReadOnlyObjectProperty<List<CurveChart.Curve>> validProperty() {
    return valid.getReadOnlyProperty();
  }
}
