package io.aisle.ui.common;

import io.aisle.core.training.ListedRuns;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs of the workspace, read once for all screens that show them. FX thread only. */
public final class RunShelf implements Refreshable {
  /** The newest runs stand there at once; where there are more, all of them follow. */
  private static final int FIRST = 500;

  private final TrainingService service;
  private final Slot<Content> slot;
  private final RunNames names;
  private final ObservableList<RunItem> finished = FXCollections.observableArrayList();
  private final ObservableList<Path> unfinished = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  private record Content(List<RunItem> finished, List<Path> unfinished, boolean whole) {}

  public RunShelf(TrainingService service, Background background, Texts texts) {
    this.service = service;
    this.names = new RunNames(texts);
    this.slot = background.slot(texts.of("runs.job.list"));
  }

  @Override
  public void refresh() {
    int most = listed.get() ? Integer.MAX_VALUE : FIRST;
    slot.read(control -> read(most), this::arrived);
  }

  private void arrived(Content content) {
    if (!content.finished().equals(finished)) {
      finished.setAll(content.finished());
    }
    if (!content.unfinished().equals(unfinished)) {
      unfinished.setAll(content.unfinished());
    }
    listed.set(true);
    if (!content.whole()) {
      refresh();
    }
  }

  private Content read(int most) {
    ListedRuns listed = service.listed(most);
    List<Path> rest = new ArrayList<>();
    service.interrupted().forEach(folder -> rest.add(folder.path()));
    listed.unreadable().forEach(folder -> rest.add(folder.path()));
    List<RunRecord> records = listed.finished().stream().map(ListedRuns.Finished::record).toList();
    List<String> called = names.of(records);
    List<RunItem> items = new ArrayList<>();
    for (int at = 0; at < called.size(); at++) {
      ListedRuns.Finished run = listed.finished().get(at);
      items.add(new RunItem(run.folder().path(), run.record(), called.get(at)));
    }
    return new Content(items, rest, listed.whole());
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
