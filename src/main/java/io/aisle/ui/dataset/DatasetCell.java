package io.aisle.ui.dataset;

import io.aisle.core.licence.ExportGate;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.FilledCell;
import io.aisle.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A data set in the list: its name, what is in it, its version, and its licence when it binds. */
final class DatasetCell extends FilledCell<DatasetVersion> {
  private final Texts texts;
  private final DatasetMenu menu;

  DatasetCell(Texts texts, DatasetMenu menu) {
    this.texts = texts;
    this.menu = menu;
    setPrefWidth(0);
  }

  @Override
  protected void fill(DatasetVersion version) {
    setGraphic(graphic(version));
    setContextMenu(menu.of(version));
    setTooltip(new Tooltip(texts.of("data.cell.tip", version.source(), version.imported())));
  }

  private Node graphic(DatasetVersion version) {
    Label name = new Label(version.dataset());
    name.getStyleClass().add("strong");
    Label content = new Label(content(version));
    content.getStyleClass().add("muted");
    Label below = new Label(texts.of("data.cell.version", version.version(), version.source()));
    below.getStyleClass().add("subtle");
    below.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(6, below, gap);
    foot.getStyleClass().add("reason-row");
    if (version.state() != DatasetVersion.State.COMPLETE) {
      String word = texts.word("data.state.", version.state().name());
      foot.getChildren().add(new Badge(word, Badge.Tone.WARN));
    } else if (restricted(version)) {
      foot.getChildren().add(new Badge(texts.of("data.licence.badge"), Badge.Tone.WARN));
    }
    return new VBox(2, name, content, foot);
  }

  private String content(DatasetVersion version) {
    return version.events() > 0
        ? texts.of("data.cell.events", version.events(), version.users(), version.items())
        : version.judgements() > 0
            ? texts.of("data.cell.judged", version.items(), version.queries())
            : texts.of("data.cell.items", version.items());
  }

  /** As every export judges it. */
  static boolean restricted(DatasetVersion version) {
    return !ExportGate.limits(version.licence()).isEmpty();
  }
}
