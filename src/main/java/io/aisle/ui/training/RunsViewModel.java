package io.aisle.ui.training;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.Delivery;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The runs of the workspace, finished and interrupted, and what can be done with them. FX thread.
 */
public final class RunsViewModel implements Refreshable {
  private final TrainingService service;
  private final RunShelf shelf;
  private final LiveViewModel live;
  private final Background background;
  private final Navigator navigator;
  private final Changes changes;
  private final Texts texts;
  private final Slot<List<RunRow>> reading;
  private final ObservableList<RunRow> all = FXCollections.observableArrayList();
  private final FilteredList<RunRow> shown = new FilteredList<>(all);
  private final ReadOnlyIntegerWrapper interrupted = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Consumer<Experiment>> user = new SimpleObjectProperty<>(each -> {});
  private List<RunRow> unfinished = List.of();

  public RunsViewModel(
      TrainingService service,
      RunShelf shelf,
      LiveViewModel live,
      Background background,
      Navigator navigator,
      Changes changes,
      Texts texts) {
    this.service = service;
    this.shelf = shelf;
    this.live = live;
    this.background = background;
    this.navigator = navigator;
    this.changes = changes;
    this.texts = texts;
    this.reading = background.slot(texts.of("runs.job.list"));
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> fill());
    shelf.unfinished().addListener((ListChangeListener<Path>) change -> readUnfinished());
    fill();
    readUnfinished();
  }

  @Override
  public void refresh() {
    shelf.refresh();
  }

  private void readUnfinished() {
    List<Path> paths = List.copyOf(shelf.unfinished());
    if (paths.isEmpty()) {
      reading.clear();
      show(List.of());
      return;
    }
    reading.read(
        control ->
            paths.stream().map(path -> RunRow.of(service.unfinished(new RunFolder(path)))).toList(),
        this::show);
  }

  private void show(List<RunRow> rows) {
    unfinished = rows;
    interrupted.set(interruptedRows().size());
    fill();
  }

  private void fill() {
    List<RunRow> rows = new ArrayList<>(unfinished);
    shelf.finished().forEach(run -> rows.add(RunRow.of(run)));
    if (!rows.equals(all)) {
      all.setAll(rows);
    }
  }

  void resume(List<RunRow> rows) {
    live.resume(
        rows.stream()
            .filter(row -> row.state() == RunRow.State.INTERRUPTED)
            .map(row -> new RunFolder(row.path()))
            .toList());
  }

  /** Removes runs with everything in their folders; the caller has asked. */
  void remove(List<RunRow> rows) {
    var unused =
        background.start(
            rows.size() == 1
                ? texts.of("runs.job.remove", rows.getFirst().name())
                : texts.of("runlist.job.remove.many", rows.size()),
            JobNeeds.LIGHT,
            control -> {
              rows.forEach(row -> service.remove(new RunFolder(row.path())));
              return rows;
            },
            outcome -> changes.runs());
  }

  /** Trains the same once more. */
  void again(List<RunRow> rows) {
    read(rows, live::start);
  }

  /** Fills the form in with what a run was made with. */
  void use(RunRow row) {
    if (row.asked() != null) {
      user.get().accept(row.asked());
      return;
    }
    read(List.of(row), experiments -> user.get().accept(experiments.getFirst()));
  }

  private void read(List<RunRow> rows, Consumer<List<Experiment>> then) {
    var unused =
        background.read(
            texts.of("runlist.job.read"),
            control -> rows.stream().map(row -> new RunFolder(row.path()).experiment()).toList(),
            then);
  }

  /** Fits on everything what was judged. */
  void deliver(RunRow row) {
    String name = texts.of("train.name.everything", row.name());
    var unused =
        background.read(
            texts.of("runlist.job.read"),
            control -> Delivery.of(new RunFolder(row.path()), name),
            read -> live.startRead(List.of(read)));
  }

  void compare(List<RunRow> rows) {
    navigator.go(new Place.OfRuns(rows.stream().map(RunRow::path).toList()));
  }

  /** Who takes settings over into the form. */
  public void usedBy(Consumer<Experiment> form) {
    user.set(form);
  }

  /** What the filter leaves, interrupted ones first, then the newest. */
  public FilteredList<RunRow> shown() {
    return shown;
  }

  public ObservableList<RunRow> all() {
    return all;
  }

  /** How many did not finish and are not under way. */
  public ReadOnlyIntegerProperty interruptedProperty() {
    return interrupted.getReadOnlyProperty();
  }

  List<RunRow> interruptedRows() {
    return unfinished.stream().filter(row -> row.state() == RunRow.State.INTERRUPTED).toList();
  }

  /** Whether the list was read at least once. */
  public ReadOnlyBooleanProperty listedProperty() {
    return shelf.listedProperty();
  }
}
