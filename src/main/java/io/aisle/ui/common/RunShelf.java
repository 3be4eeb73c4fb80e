package io.aisle.ui.common;

import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.InputException;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs of the workspace, read once for all screens that show them. FX thread only. */
public final class RunShelf implements Refreshable {
  private final TrainingService service;
  private final Slot<Content> slot;
  private final RunNames names;
  private final ObservableList<RunItem> finished = FXCollections.observableArrayList();
  private final ObservableList<Path> unfinished = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  private record Content(List<RunItem> finished, List<Path> unfinished) {}

  public RunShelf(TrainingService service, Background background, Texts texts) {
    this.service = service;
    this.names = new RunNames(texts);
    this.slot = background.slot(texts.of("runs.job.list"));
  }

  @Override
  public void refresh() {
    slot.read(
        control -> read(),
        content -> {
          if (!content.finished().equals(finished)) {
            finished.setAll(content.finished());
          }
          if (!content.unfinished().equals(unfinished)) {
            unfinished.setAll(content.unfinished());
          }
          listed.set(true);
        });
  }

  private Content read() {
    Map<Path, RunRecord> complete = new LinkedHashMap<>();
    List<Path> rest = new ArrayList<>();
    service.interrupted().forEach(folder -> rest.add(folder.path()));
    service.runs().forEach(folder -> add(folder, complete, rest));
    List<RunRecord> records = List.copyOf(complete.values());
    List<RunItem> items = new ArrayList<>();
    complete.forEach((path, run) -> items.add(new RunItem(path, run, names.of(run, records))));
    return new Content(items, rest);
  }

  private static void add(RunFolder folder, Map<Path, RunRecord> complete, List<Path> rest) {
    try {
      complete.put(folder.path(), folder.record());
    } catch (InputException e) {
      rest.add(folder.path()); // damaged, or of another version: it can only be removed
    }
  }

  /** Newest first. */
  public ObservableList<RunItem> finished() {
    return finished;
  }

  /** Interrupted runs, and ones that this version cannot read. */
  public ObservableList<Path> unfinished() {
    return unfinished;
  }

  /** Whether the list was read at least once. */
  public ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }
}
