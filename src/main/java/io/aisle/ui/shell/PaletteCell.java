package io.aisle.ui.shell;

import io.aisle.ui.common.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** An entry of the palette; the first of a kind stands below the name of the kind. */
final class PaletteCell extends ListCell<PaletteEntry> {
  /** Heights are fixed: a list asks for them before the cell is styled. */
  private static final double KIND = 26;

  private static final double ROW = 32;

  private final Texts texts;
  private final Label kind = new Label();
  private final FontIcon icon = new FontIcon("fth-zap");
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label keys = new Label();
  private final HBox row = new HBox(10, icon, title, detail, keys);
  private final VBox all = new VBox(kind, row);

  PaletteCell(Texts texts, Consumer<PaletteEntry> run) {
    this.texts = texts;
    kind.getStyleClass().add("palette-kind");
    kind.setMinHeight(KIND);
    kind.setPrefHeight(KIND);
    row.setMinHeight(ROW);
    row.setPrefHeight(ROW);
    kind.managedProperty().bind(kind.visibleProperty());
    row.getStyleClass().add("palette-row");
    detail.getStyleClass().add("muted");
    detail.setMinWidth(0);
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    keys.getStyleClass().add("keys");
    keys.setMinWidth(USE_PREF_SIZE);
    keys.visibleProperty().bind(keys.textProperty().isNotEmpty());
    setPrefWidth(0);
    row.setOnMouseClicked(event -> run.accept(getItem()));
  }

  @Override
  protected void updateItem(PaletteEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      return;
    }
    boolean first =
        getIndex() == 0 || getListView().getItems().get(getIndex() - 1).kind() != entry.kind();
    kind.setText(texts.word("palette.kind.", entry.kind().name().toLowerCase(Locale.ROOT)));
    kind.setVisible(first);
    icon.setIconLiteral(entry.kind().icon());
    title.setText(entry.title());
    detail.setText(entry.detail());
    keys.setText(entry.keys());
    setGraphic(all);
  }
}
