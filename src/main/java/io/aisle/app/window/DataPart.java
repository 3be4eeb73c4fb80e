package io.aisle.app.window;

import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.dataset.DataController;
import io.aisle.ui.dataset.DataViewModel;
import io.aisle.ui.dataset.ImportController;
import io.aisle.ui.dataset.ImportViewModel;
import io.aisle.ui.dataset.VersionController;
import io.aisle.ui.dataset.VersionViewModel;

/** Wires the Data screen. */
final class DataPart {
  private final Frame frame;

  DataPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    DataViewModel data =
        new DataViewModel(
            frame.services().datasets(),
            frame.background(),
            frame.notices(),
            frame.texts());
    ImportViewModel form =
        new ImportViewModel(
            frame.services().datasets(), frame.background(), data::importPlan, frame.texts());
    VersionViewModel version =
        new VersionViewModel(
            frame.services().datasets(), frame.background(), frame.texts(), frame.numbers());
    data.selectedProperty().subscribe(version::show);
    frame.changes().onDatasets(data::refresh);
    var navigator = frame.navigator();
    navigator.serve(
        Place.OfDataset.class,
        Screen.DATA,
        place -> data.show(place.dataset(), place.version()));
    navigator.serve(
        Place.OfFiles.class, Screen.DATA, place -> form.open(place.files().getFirst()));
    navigator.serve(
        Place.OfSamples.class, Screen.DATA, place -> data.samplesProperty().set(place.open()));
    var controllers = frame.controllers();
    controllers.put(
        DataController.class,
        () -> new DataController(data, form, frame.dialogs(), frame.texts(), frame.numbers()));
    controllers.put(ImportController.class, () -> new ImportController(form, frame.texts()));
    controllers.put(
        VersionController.class,
        () ->
            new VersionController(data, version, frame.dialogs(), frame.texts(), frame.numbers()));
    return data;
  }
}
