package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** The Data screen: the list on the left, beside it the way of an import or a version. */
public final class DataController {
  private final DataViewModel model;
  private final ImportViewModel form;
  private final SqlViewModel sql;
  private final CleaningViewModel cleaning;
  private final VersionsViewModel catalogue;
  private final DatasetMenu menu;
  private final Navigator navigator;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private TextField search;
  @FXML private ListView<DatasetVersion> versions;
  @FXML private Button openSql;
  @FXML private Button openCleaning;
  @FXML private Button openVersions;
  @FXML private Region empty;
  @FXML private Region importForm;
  @FXML private Region versionView;
  @FXML private Region sqlPanel;
  @FXML private Region cleaningPanel;
  @FXML private Region versionsPanel;

  public DataController(
      DataViewModel model,
      ImportViewModel form,
      SqlViewModel sql,
      CleaningViewModel cleaning,
      VersionsViewModel catalogue,
      DatasetMenu menu,
      Navigator navigator,
      Dialogs dialogs,
      Texts texts) {
    this.model = model;
    this.form = form;
    this.sql = sql;
    this.cleaning = cleaning;
    this.catalogue = catalogue;
    this.menu = menu;
    this.navigator = navigator;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    search.textProperty().bindBidirectional(model.searchProperty());
    versions.setItems(model.shown());
    versions.setCellFactory(list -> new DatasetCell(texts, menu));
    Label none = new Label();
    none.setWrapText(true);
    none.textProperty()
        .bind(
            Bindings.when(model.listedProperty().not())
                .then(texts.of("train.data.reading"))
                .otherwise(
                    Bindings.when(model.searchProperty().isEmpty())
                        .then(texts.of("data.none"))
                        .otherwise(texts.of("data.none.found"))));
    versions.setPlaceholder(none);
    versions.setOnKeyPressed(
        event -> {
          DatasetVersion chosen = versions.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.DELETE && chosen != null) {
            menu.remove(chosen);
          }
        });
    var selection = versions.getSelectionModel();
    model
        .selectedProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !chosen.equals(selection.getSelectedItem())) {
                selection.select(chosen);
              }
            });
    // what is shown stays when a search or a new reading takes it out of the list for a moment
    selection
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.selectedProperty().set(chosen);
              }
            });
    Late.show(importForm, form.filesProperty().map(files -> !files.isEmpty()));
    BooleanBinding choosing = importForm.visibleProperty().not().and(chosen());
    openSql.disableProperty().bind(choosing.not());
    openVersions
        .disableProperty()
        .bind(
            choosing
                .not()
                .or(
                    Bindings.createBooleanBinding(
                        () -> !VersionsViewModel.shows(model.selectedProperty().get()),
                        model.selectedProperty())));
    openCleaning
        .disableProperty()
        .bind(
            choosing
                .not()
                .or(
                    Bindings.createBooleanBinding(
                        () -> !CleaningViewModel.cleans(model.selectedProperty().get()),
                        model.selectedProperty())));
    panel(sqlPanel, sql.shownProperty());
    panel(cleaningPanel, cleaning.shownProperty());
    panel(versionsPanel, catalogue.shownProperty());
    OnlyOne.of(sql.shownProperty(), cleaning.shownProperty(), catalogue.shownProperty());
    BooleanBinding panels =
        sqlPanel
            .visibleProperty()
            .or(cleaningPanel.visibleProperty())
            .or(versionsPanel.visibleProperty());
    versionView.visibleProperty().bind(choosing.and(panels.not()));
    empty
        .visibleProperty()
        .bind(importForm.visibleProperty().not().and(chosen().not()).and(model.listedProperty()));
  }

  private BooleanBinding chosen() {
    return model.selectedProperty().isNotNull();
  }

  /** A panel lies over the version when it was asked for and no import is being set up. */
  private void panel(Node panel, BooleanProperty asked) {
    Late.show(panel, asked.and(importForm.visibleProperty().not()).and(chosen()));
  }

  @FXML
  private void openVersions() {
    catalogue.shownProperty().set(true);
  }

  @FXML
  private void openCleaning() {
    cleaning.shownProperty().set(true);
  }

  @FXML
  private void openSql() {
    sql.shownProperty().set(true);
  }

  @FXML
  private void openSamples() {
    navigator.go(new Place.OfSamples(true));
  }

  @FXML
  private void chooseFile() {
    List<Path> chosen = dialogs.openSeveral(texts.of("data.import.choose"));
    if (!chosen.isEmpty()) {
      form.open(chosen);
    }
  }

  @FXML
  private void chooseFolder() {
    dialogs
        .folder(texts.of("data.import.folder.choose"))
        .ifPresent(folder -> form.open(List.of(folder)));
  }
}
