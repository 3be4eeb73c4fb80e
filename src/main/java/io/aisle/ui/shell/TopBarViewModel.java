package io.aisle.ui.shell;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Current;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The data set and the protocol that are worked with, and what else there is. FX thread only. */
public final class TopBarViewModel implements Refreshable {
  private final DatasetService datasets;
  private final RunShelf shelf;
  private final Current current;
  private final Navigator navigator;
  private final Slot<List<DatasetVersion>> slot;
  private final ObservableList<DatasetVersion> versions = FXCollections.observableArrayList();
  private final ObservableList<ProtocolChoice> protocols = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<DatasetVersion> dataset = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ProtocolChoice> protocol = new ReadOnlyObjectWrapper<>();
  private final String remembered;

  /**
   * @param remembered the data set of the session before, see {@link SessionKeeper#name}; empty:
   *     none
   */
  public TopBarViewModel(
      DatasetService datasets,
      RunShelf shelf,
      Current current,
      Navigator navigator,
      Background background,
      Texts texts,
      String remembered) {
    this.datasets = datasets;
    this.shelf = shelf;
    this.current = current;
    this.navigator = navigator;
    this.slot = background.slot(texts.of("top.job.datasets"));
    this.remembered = remembered;
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> listProtocols());
    current.runsProperty().subscribe(runs -> listProtocols());
    current
        .datasetProperty()
        .subscribe(
            chosen -> {
              choose();
              if (chosen != null && !versions.contains(chosen)) {
                refresh(); // one that has come since
              }
            });
  }

  @Override
  public void refresh() {
    slot.read(
        control -> datasets.versions(),
        found -> {
          versions.setAll(
              found.stream()
                  .filter(version -> version.state() == DatasetVersion.State.COMPLETE)
                  .toList());
          choose();
        });
  }

  private void choose() {
    DatasetVersion chosen = current.datasetProperty().get();
    if (chosen != null) {
      dataset.set(chosen);
      return;
    }
    dataset.set(
        versions.stream()
            .filter(version -> SessionKeeper.name(version).equals(remembered))
            .findFirst()
            .orElse(versions.isEmpty() ? null : versions.getFirst()));
  }

  private void listProtocols() {
    List<ProtocolChoice> found = ProtocolChoice.of(shelf.finished());
    if (!found.equals(protocols)) {
      protocols.setAll(found);
    }
    List<RunItem> runs = current.runsProperty().get();
    protocol.set(
        protocols.stream()
            .filter(choice -> runs.isEmpty() || choice.has(runs.getFirst()))
            .findFirst()
            .orElse(null));
  }

  public void open(DatasetVersion version) {
    navigator.go(new Place.OfDataset(version.dataset(), version.version()));
  }

  /** Goes to the newest runs of a protocol, side by side. */
  public void open(ProtocolChoice choice) {
    navigator.go(new Place.OfRuns(choice.newestOfEach().stream().map(RunItem::path).toList()));
  }

  /** Complete versions, newest first. */
  public ObservableList<DatasetVersion> versions() {
    return versions;
  }

  public ObservableList<ProtocolChoice> protocols() {
    return protocols;
  }

  /** Null when there is none. */
  public ReadOnlyObjectProperty<DatasetVersion> datasetProperty() {
    return dataset.getReadOnlyProperty();
  }

  /** Null when there are no runs. */
  public ReadOnlyObjectProperty<ProtocolChoice> protocolProperty() {
    return protocol.getReadOnlyProperty();
  }
}
