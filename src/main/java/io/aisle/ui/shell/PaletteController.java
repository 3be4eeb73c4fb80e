package io.aisle.ui.shell;

import io.aisle.ui.common.KeyInstead;
import io.aisle.ui.common.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** The command palette: a field and what it finds. The focus stays in the field. */
public final class PaletteController {
  private static final int PAGE = 8;

  private final PaletteViewModel model;
  private final Panels panels;
  private final Texts texts;

  @FXML private TextField paletteQuery;
  @FXML private ListView<PaletteEntry> paletteList;

  public PaletteController(PaletteViewModel model, Panels panels, Texts texts) {
    this.model = model;
    this.panels = panels;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    paletteQuery.textProperty().bindBidirectional(model.typedProperty());
    paletteList.setItems(model.found());
    KeyInstead.of(paletteList, "\u2191 \u2193", texts);
    paletteList.setPlaceholder(new Label(texts.of("palette.nothing")));
    paletteList.setCellFactory(list -> new PaletteCell(texts, this::run));
    model.found().addListener((ListChangeListener<PaletteEntry>) change -> choose(0));
    paletteQuery.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    panels
        .paletteProperty()
        .subscribe(
            shown -> {
              if (shown) {
                model.open();
                choose(0);
              }
            });
  }

  private void pressed(KeyEvent event) {
    int at = paletteList.getSelectionModel().getSelectedIndex();
    int last = paletteList.getItems().size() - 1;
    switch (event.getCode()) {
      case DOWN -> choose(at == last ? 0 : at + 1);
      case UP -> choose(at <= 0 ? last : at - 1);
      case PAGE_DOWN -> choose(Math.min(last, at + PAGE));
      case PAGE_UP -> choose(Math.max(0, at - PAGE));
      case ENTER -> run(paletteList.getSelectionModel().getSelectedItem());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int index) {
    if (index >= 0 && index < paletteList.getItems().size()) {
      paletteList.getSelectionModel().clearAndSelect(index);
      paletteList.scrollTo(Math.max(0, index - 3));
    }
  }

  private void run(PaletteEntry entry) {
    if (entry != null) {
      panels.paletteProperty().set(false); // first: the focus goes back before it goes elsewhere
      entry.run().run();
    }
  }
}
