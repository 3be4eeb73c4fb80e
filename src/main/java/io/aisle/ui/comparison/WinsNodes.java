package io.aisle.ui.comparison;

import atlantafx.base.controls.Popover;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws for whom a run is better and worse, with a way to those users. FX thread only. */
final class WinsNodes {
  private static final double NAME = 110;
  private static final double LINK = 84;
  private static final double ROW = 28;
  private static final double LIST_WIDTH = 300;
  private static final int ROWS = 10;

  private final Texts texts;
  private final Numbers numbers;
  private final Navigator navigator;

  WinsNodes(Texts texts, Numbers numbers, Navigator navigator) {
    this.texts = texts;
    this.numbers = numbers;
    this.navigator = navigator;
  }

  Node of(WinsRow row) {
    Node name = ColouredName.of(row.run().name(), row.colour());
    HBox named = new HBox(name);
    named.setMinWidth(NAME);
    named.setPrefWidth(NAME);
    named.setMaxWidth(NAME);
    WinsBar bar = new WinsBar(row.better(), row.same(), row.worse());
    bar.setAccessibleText(texts.of("compare.wins.words", row.better(), row.same(), row.worse()));
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(8, named, link(row, true), bar, link(row, false));
    line.getStyleClass().add("name-cell");
    return line;
  }

  private Node link(WinsRow row, boolean gains) {
    Hyperlink link =
        new Hyperlink(
            texts.of(
                gains ? "compare.wins.better" : "compare.wins.worse",
                gains ? row.better() : row.worse()));
    link.getStyleClass().add(gains ? "wins-better" : "wins-worse");
    link.setMinWidth(LINK);
    link.setDisable(row.count(gains) == 0);
    link.setOnAction(event -> open(link, row, gains));
    return link;
  }

  private void open(Node owner, WinsRow row, boolean gains) {
    List<WinsRow.OfUser> users = row.users(gains);
    Label head =
        new Label(
            texts.of(
                gains ? "compare.wins.gains" : "compare.wins.losses",
                row.count(gains),
                row.run().name(),
                users.size()));
    head.getStyleClass().add("muted");
    head.setWrapText(true);
    head.setMaxWidth(LIST_WIDTH);
    ListView<WinsRow.OfUser> list = new ListView<>();
    list.getStyleClass().add("plain-list");
    list.setFixedCellSize(ROW);
    list.setPrefSize(LIST_WIDTH, Math.min(ROWS, users.size()) * ROW + 2);
    list.getItems().setAll(users);
    list.setCellFactory(unused -> cell());
    VBox box = new VBox(8, head, list);
    Popover popover = new Popover(box);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
    list.setOnMouseClicked(event -> go(popover, list, row));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go(popover, list, row);
          }
        });
    popover.show(owner);
    list.requestFocus();
  }

  private ListCell<WinsRow.OfUser> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(WinsRow.OfUser user, boolean empty) {
        super.updateItem(user, empty);
        setText(
            empty || user == null
                ? null
                : texts.of(
                    "compare.wins.user",
                    user.user(),
                    numbers.metric(user.run()),
                    numbers.metric(user.reference())));
      }
    };
  }

  private void go(Popover popover, ListView<WinsRow.OfUser> list, WinsRow row) {
    WinsRow.OfUser chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      popover.hide();
      navigator.go(
          new Place.OfUser(chosen.user(), List.of(row.run().path(), row.reference().path())));
    }
  }
}
