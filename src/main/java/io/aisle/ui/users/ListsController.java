package io.aisle.ui.users;

import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lists of several runs side by side. */
public final class ListsController {
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final double ROW = 26;

  private final UsersViewModel users;
  private final ListsViewModel model;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ProgressIndicator busy;
  @FXML private HBox lists;

  public ListsController(UsersViewModel users, ListsViewModel model, Texts texts, Numbers numbers) {
    this.users = users;
    this.model = model;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    busy.visibleProperty().bind(model.busyProperty());
    MappedList.keep(lists.getChildren(), model.columns(), this::column);
  }

  private Node column(ModelColumn column) {
    int first = column.firstHit();
    Label hit = new Label(first == 0 ? texts.of("users.no.hit") : texts.of("users.hit", first));
    hit.getStyleClass().add("muted");
    HBox head =
        new HBox(
            6, ColouredName.of(column.run().record().name(), column.run().record().model()), hit);
    head.getStyleClass().add("name-cell");
    ListView<ListedItem> list = new ListView<>();
    list.setId("list-" + column.run().path().getFileName());
    list.getStyleClass().addAll("plain-list", "model-list");
    list.setFixedCellSize(ROW);
    list.getItems().setAll(column.items());
    list.setCellFactory(unused -> marked());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            item -> {
              if (item != null) {
                users.explain(column.run(), item.item());
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox box = new VBox(6, head, list);
    box.setPrefWidth(100);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private ListCell<ListedItem> marked() {
    NodeListCell<ListedItem> cell = new NodeListCell<>(this::place);
    cell.itemProperty()
        .subscribe(item -> cell.pseudoClassStateChanged(HIT, item != null && item.hit()));
    return cell;
  }

  private Node place(ListedItem item) {
    Label rank = new Label(numbers.count(item.rank()));
    rank.getStyleClass().addAll("muted", "rank");
    Label words = new Label(item.name());
    words.setTextOverrun(OverrunStyle.ELLIPSIS);
    words.setTooltip(
        new Tooltip(
            texts.of(
                item.hit() ? "users.item.hit" : "users.item",
                item.name(),
                item.item(),
                numbers.metric(item.score()))));
    HBox row = new HBox(8, rank, words);
    row.getStyleClass().add("name-cell");
    return row;
  }
}
