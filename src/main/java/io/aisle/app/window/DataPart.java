package io.aisle.app.window;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.settings.KeptMappings;
import io.aisle.domain.settings.KeptQueries;
import io.aisle.domain.settings.Settings;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.dataset.AppendController;
import io.aisle.ui.dataset.CleaningController;
import io.aisle.ui.dataset.CleaningViewModel;
import io.aisle.ui.dataset.DataController;
import io.aisle.ui.dataset.DataViewModel;
import io.aisle.ui.dataset.DatasetMenu;
import io.aisle.ui.dataset.DescriptionController;
import io.aisle.ui.dataset.DescriptionViewModel;
import io.aisle.ui.dataset.ImportCheckController;
import io.aisle.ui.dataset.ImportColumnsController;
import io.aisle.ui.dataset.ImportController;
import io.aisle.ui.dataset.ImportFileController;
import io.aisle.ui.dataset.ImportViewModel;
import io.aisle.ui.dataset.KnowledgeRowsController;
import io.aisle.ui.dataset.MappingShelfViewModel;
import io.aisle.ui.dataset.ProfileController;
import io.aisle.ui.dataset.QualityController;
import io.aisle.ui.dataset.RowExport;
import io.aisle.ui.dataset.RowMenus;
import io.aisle.ui.dataset.RowsController;
import io.aisle.ui.dataset.RowsViewModel;
import io.aisle.ui.dataset.SqlController;
import io.aisle.ui.dataset.SqlShelfViewModel;
import io.aisle.ui.dataset.SqlViewModel;
import io.aisle.ui.dataset.VersionController;
import io.aisle.ui.dataset.VersionViewModel;
import io.aisle.ui.dataset.VersionsController;
import io.aisle.ui.dataset.VersionsViewModel;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;

/** Wires the Data screen. */
final class DataPart {
  private final Frame frame;
  private final DataViewModel data;
  private final ImportViewModel form;
  private final DescriptionViewModel description;
  private final MappingShelfViewModel shelf;
  private final VersionViewModel version;
  private final RowsViewModel rows;
  private final SqlViewModel sql;
  private final CleaningViewModel cleaning;
  private final VersionsViewModel catalogue;

  DataPart(Frame frame) {
    this.frame = frame;
    var datasets = frame.services().datasets();
    this.data =
        new DataViewModel(
            datasets, frame.background(), frame.notices(), frame.changes(), frame.texts());
    this.form =
        new ImportViewModel(
            datasets, frame.background(), data::importPlan, frame.texts(), frame.numbers());
    this.shelf =
        new MappingShelfViewModel(
            new SettingsFile<>(frame.paths().mappings(), KeptMappings.class, KeptMappings.NONE),
            form,
            frame.background(),
            frame.notices(),
            frame.texts());
    this.rows = new RowsViewModel(datasets, frame.background(), frame.texts());
    this.version =
        new VersionViewModel(
            datasets,
            rows.knowledge().countsProperty(),
            frame.background(),
            frame.texts(),
            frame.numbers());
    this.description =
        new DescriptionViewModel(
            datasets,
            form,
            frame.background(),
            data::importPlan,
            data::append,
            shelf::save,
            frame.texts());
    this.cleaning =
        new CleaningViewModel(
            datasets, frame.background(), frame.notices(), data::made, frame.texts());
    this.catalogue =
        new VersionsViewModel(
            datasets,
            frame.services().lineage(),
            data,
            cleaning::reopen,
            frame.background(),
            frame.notices(),
            frame.texts(),
            frame.numbers());
    this.sql =
        new SqlViewModel(
            frame.services().sql(),
            new SqlShelfViewModel(
                new SettingsFile<>(frame.paths().queries(), KeptQueries.class, KeptQueries.NONE),
                frame.background(),
                frame.texts()),
            frame.background(),
            frame.notices(),
            frame.texts(),
            frame.numbers());
  }

  Refreshable wire() {
    data.selectedProperty().subscribe(version::show);
    data.selectedProperty().subscribe(rows::show);
    data.selectedProperty().subscribe(sql::show);
    data.selectedProperty().subscribe(cleaning::show);
    data.selectedProperty().subscribe(catalogue::show);
    frame.sampler().add(cleaning::look);
    data.selectedProperty().subscribe(frame.current().datasetProperty()::set);
    frame.changes().onDatasets(data::refresh);
    frame
        .lifetime()
        .add(
            frame
                .preferences()
                .settingsProperty()
                .map(Settings::groupSize)
                .subscribe((before, now) -> showAgain()));
    controllers();
    places();
    return data;
  }

  /** What may be shown of few users has changed. */
  private void showAgain() {
    if (version.versionProperty().get() != null) {
      version.retry();
      rows.again();
      catalogue.comparison().compare();
    }
  }

  private void places() {
    var navigator = frame.navigator();
    navigator.serve(
        Place.OfDataset.class,
        Screen.DATA,
        place -> {
          form.cancel();
          data.show(place.dataset(), place.version());
        });
    navigator.serve(Place.OfFiles.class, Screen.DATA, place -> form.open(place.files()));
    var texts = frame.texts();
    frame
        .actions()
        .add(
            Action.of(
                "data.import", texts.of("data.action.import"), "Shortcut+O", frame::openFiles));
    frame
        .actions()
        .add(
            Action.of(
                "data.import.folder", texts.of("data.action.import.folder"), "", this::openFolder));
    frame
        .actions()
        .add(
            new Action(
                "data.sql",
                texts.of("sql.action"),
                "Shortcut+Shift+Q",
                data.selectedProperty()
                    .isNotNull()
                    .and(Bindings.createBooleanBinding(this::noForm, form.filesProperty())),
                () -> {
                  navigator.go(new Place.OfScreen(Screen.DATA));
                  sql.shownProperty().set(true);
                }));
    panel("data.cleaning", "cleaning.action", CleaningViewModel::cleans, cleaning.shownProperty());
    panel("data.versions", "versions.action", VersionsViewModel::shows, catalogue.shownProperty());
    frame
        .actions()
        .add(
            Action.of(
                "data.clear",
                texts.of("data.action.clear"),
                "",
                () -> {
                  navigator.go(new Place.OfScreen(Screen.DATA));
                  rows.dropAll();
                }));
  }

  /** A panel of the Data screen by the palette. */
  private void panel(
      String id, String title, Predicate<DatasetVersion> fits, BooleanProperty shown) {
    var selected = data.selectedProperty();
    frame
        .actions()
        .add(
            new Action(
                id,
                frame.texts().of(title),
                "",
                Bindings.createBooleanBinding(
                    () -> noForm() && fits.test(selected.get()), selected, form.filesProperty()),
                () -> {
                  frame.navigator().go(new Place.OfScreen(Screen.DATA));
                  shown.set(true);
                }));
  }

  /** Whether no import is being set up, which would lie over everything else. */
  private boolean noForm() {
    return form.filesProperty().get().isEmpty();
  }

  private void openFolder() {
    frame
        .dialogs()
        .folder(frame.texts().of("data.import.folder.choose"))
        .ifPresent(folder -> frame.navigator().go(new Place.OfFiles(List.of(folder))));
  }

  private void controllers() {
    var controllers = frame.controllers();
    var texts = frame.texts();
    var numbers = frame.numbers();
    var dialogs = frame.dialogs();
    DatasetMenu menu = new DatasetMenu(data, catalogue, frame.navigator(), dialogs, texts);
    RowMenus rowMenus = new RowMenus(rows, frame.navigator(), texts);
    RowExport export =
        new RowExport(
            frame.services().datasets(),
            rows,
            frame.background(),
            frame.notices(),
            new LicenceQuestion(dialogs, texts),
            texts);
    ChartTools tools = frame.chartTools();
    controllers.put(
        DataController.class,
        () ->
            new DataController(
                data, form, sql, cleaning, catalogue, menu, frame.navigator(), dialogs, texts));
    controllers.put(
        CleaningController.class, () -> new CleaningController(cleaning, dialogs, tools));
    controllers.put(
        VersionsController.class, () -> new VersionsController(catalogue, menu, dialogs, tools));
    controllers.put(
        AppendController.class, () -> new AppendController(catalogue.appending(), texts));
    controllers.put(SqlController.class, () -> new SqlController(sql, dialogs, tools));
    controllers.put(
        ImportController.class, () -> new ImportController(form, shelf, dialogs, texts));
    controllers.put(
        ImportFileController.class, () -> new ImportFileController(form, texts, numbers));
    controllers.put(
        ImportColumnsController.class, () -> new ImportColumnsController(form, dialogs, texts));
    controllers.put(
        ImportCheckController.class, () -> new ImportCheckController(form, shelf, texts, numbers));
    controllers.put(
        DescriptionController.class, () -> new DescriptionController(description, dialogs, texts));
    controllers.put(VersionController.class, () -> new VersionController(version, menu, texts));
    controllers.put(ProfileController.class, () -> new ProfileController(version, rows, tools));
    controllers.put(
        QualityController.class,
        () -> new QualityController(version, rows, cleaning, texts, numbers));
    controllers.put(
        KnowledgeRowsController.class,
        () -> new KnowledgeRowsController(rows, export, rowMenus, texts, numbers));
    controllers.put(
        RowsController.class,
        () -> new RowsController(rows, export, rowMenus, dialogs, texts, numbers));
  }
}
