package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a data set as a whole. FX thread only. */
public final class DatasetMenu {
  private final DataViewModel model;
  private final VersionsViewModel catalogue;
  private final Navigator navigator;
  private final Dialogs dialogs;
  private final Texts texts;

  public DatasetMenu(
      DataViewModel model,
      VersionsViewModel catalogue,
      Navigator navigator,
      Dialogs dialogs,
      Texts texts) {
    this.model = model;
    this.catalogue = catalogue;
    this.navigator = navigator;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  ContextMenu of(DatasetVersion version) {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("data.menu.show", () -> model.selectedProperty().set(version)));
    if (version.trainable()) {
      items.add(item("data.menu.train", () -> train(version)));
    }
    if (version.state() == DatasetVersion.State.INTERRUPTED) {
      items.add(item("action.resume", () -> resume(version)));
    }
    items.add(item("data.menu.copy", () -> copy(version.dataset())));
    if (!version.licence().isBlank()) {
      items.add(item("data.menu.licence", () -> licence(version)));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("data.menu.remove", () -> remove(version)));
    ContextMenu menu = new ContextMenu();
    menu.getItems().setAll(items);
    return menu;
  }

  private MenuItem item(String key, Runnable work) {
    MenuItem item = new MenuItem(texts.of(key));
    item.setOnAction(event -> work.run());
    return item;
  }

  private void train(DatasetVersion version) {
    navigator.go(new Place.OfTraining(version.dataset(), version.version()));
  }

  void resume(DatasetVersion version) {
    model.resume(version);
  }

  private void licence(DatasetVersion version) {
    if (dialogs.confirm(
        texts.of("data.licence.title", version.dataset()),
        version.licence(),
        texts.of("data.licence.copy"))) {
      copy(version.licence());
    }
  }

  private static void copy(String text) {
    Clips.put(text);
  }

  /** Tells what depends on a version, asks, and removes it. */
  void remove(DatasetVersion version) {
    catalogue.dependents(version, dependents -> remove(version, dependents));
  }

  private void remove(DatasetVersion version, String dependents) {
    String question = texts.of("data.remove.question", version.dataset(), version.version());
    String whole = dependents.isEmpty() ? question : question + "\n\n" + dependents;
    if (dialogs.confirmLoss(texts.of("data.remove.title"), whole, texts.of("action.remove"))) {
      model.remove(version);
    }
  }
}
