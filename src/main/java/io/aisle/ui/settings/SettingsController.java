package io.aisle.ui.settings;

import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewLoader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Settings screen: its sections, each loaded when it is looked at for the first time. */
public final class SettingsController {
  private final SettingsViewModel model;
  private final Supplier<ViewLoader> views;
  private final Texts texts;
  private final Map<Section, Parent> loaded = new EnumMap<>(Section.class);

  @FXML private ListView<Section> sections;
  @FXML private StackPane content;

  /**
   * @param views asked when a section is loaded
   */
  public SettingsController(SettingsViewModel model, Supplier<ViewLoader> views, Texts texts) {
    this.model = model;
    this.views = views;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    sections.setCellFactory(list -> new NodeListCell<>(this::cell));
    sections.getItems().setAll(model.sections());
    sections.getSelectionModel().select(model.sectionProperty().get());
    sections
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.sectionProperty().set(chosen);
              }
            });
    model.sectionProperty().subscribe(section -> sections.getSelectionModel().select(section));
    // only what is looked at is laid out: a section is made when the screen first shows it
    content
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                show(model.sectionProperty().get());
              }
            });
    model
        .sectionProperty()
        .subscribe(
            section -> {
              if (content.getScene() != null) {
                show(section);
              }
            });
  }

  private void show(Section section) {
    Parent view = loaded.computeIfAbsent(section, each -> views.get().load(each.view()));
    content.getChildren().setAll(view);
  }

  private Node cell(Section section) {
    HBox row = new HBox(new FontIcon(section.icon()), new Label(title(section)));
    row.getStyleClass().add("section-cell");
    return row;
  }

  private String title(Section section) {
    return texts.of("settings.section." + section.name());
  }
}
