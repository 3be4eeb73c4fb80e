package io.aisle.ui.shell;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Theme;
import io.aisle.ui.common.Themes;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top: data set, protocol, palette, notices, theme. */
public final class TopBarController {
  private final TopBarViewModel model;
  private final Panels panels;
  private final Notices notices;
  private final Preferences preferences;
  private final Themes themes;
  private final Lifetime lifetime;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private MenuButton dataset;
  @FXML private Label datasetName;
  @FXML private Label datasetFacts;
  @FXML private MenuButton protocol;
  @FXML private Label protocolName;
  @FXML private Label paletteKeys;
  @FXML private Label unread;
  @FXML private FontIcon themeIcon;

  public TopBarController(
      TopBarViewModel model,
      Panels panels,
      Notices notices,
      Preferences preferences,
      Themes themes,
      Lifetime lifetime,
      Texts texts,
      Numbers numbers) {
    this.model = model;
    this.panels = panels;
    this.notices = notices;
    this.preferences = preferences;
    this.themes = themes;
    this.lifetime = lifetime;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    paletteKeys.setText(Shortcuts.words("Shortcut+K"));
    model.datasetProperty().subscribe(this::show);
    model.protocolProperty().subscribe(this::show);
    model.versions().addListener((ListChangeListener<DatasetVersion>) change -> listDatasets());
    model.protocols().addListener((ListChangeListener<ProtocolChoice>) change -> listProtocols());
    dataset.managedProperty().bind(dataset.visibleProperty());
    protocol.managedProperty().bind(protocol.visibleProperty());
    lifetime.add(
        notices
            .unreadProperty()
            .subscribe(
                count -> {
                  unread.setText(count.intValue() > 99 ? "99+" : count.toString());
                  unread.setVisible(count.intValue() > 0);
                }));
    lifetime.add(themes.shownProperty().subscribe(this::draw));
  }

  private void draw(Theme shown) {
    themeIcon.setIconLiteral(shown == Theme.DARK ? "fth-sun" : "fth-moon");
  }

  private void show(DatasetVersion version) {
    dataset.setVisible(version != null);
    if (version != null) {
      datasetName.setText(version.dataset());
      datasetFacts.setText(
          texts.of(
              "top.dataset.facts",
              version.version(),
              numbers.count(version.users()),
              numbers.count(version.items())));
    }
    listDatasets();
  }

  private void show(ProtocolChoice choice) {
    protocol.setVisible(choice != null);
    if (choice != null) {
      protocolName.setText(words(choice));
    }
    listProtocols();
  }

  private String words(ProtocolChoice choice) {
    return texts.word("top.split.", choice.split()) + " · " + choice.hash();
  }

  private void listDatasets() {
    dataset.getItems().clear();
    for (DatasetVersion version : model.versions()) {
      String title =
          version.dataset()
              + " · "
              + texts.of(
                  "top.dataset.facts",
                  version.version(),
                  numbers.count(version.users()),
                  numbers.count(version.items()));
      dataset
          .getItems()
          .add(
              choice(
                  title, version.equals(model.datasetProperty().get()), () -> model.open(version)));
    }
  }

  private void listProtocols() {
    protocol.getItems().clear();
    for (ProtocolChoice choice : model.protocols()) {
      String title =
          texts.of("top.protocol.choice", words(choice), choice.dataset(), choice.runs().size());
      protocol
          .getItems()
          .add(
              choice(
                  title, choice.equals(model.protocolProperty().get()), () -> model.open(choice)));
    }
  }

  private static MenuItem choice(String title, boolean current, Runnable open) {
    RadioMenuItem item = new RadioMenuItem(title);
    item.setMnemonicParsing(false);
    item.setSelected(current);
    item.setOnAction(event -> open.run());
    return item;
  }

  @FXML
  private void openPalette() {
    panels.paletteProperty().set(true);
  }

  @FXML
  private void showNotices() {
    Panels.toggle(panels.noticesProperty());
  }

  @FXML
  private void switchTheme() {
    Theme other = themes.shownProperty().get().other();
    preferences.change(settings -> settings.withTheme(other.choice()));
  }
}
