package io.aisle.app.window;

import io.aisle.ui.common.Refreshable;
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
            frame.services().samples(),
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
    data.selectedProperty().subscribe(frame.current().datasetProperty()::set);
    frame.changes().onDatasets(data::refresh);
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
