package io.aisle.ui.users;

import io.aisle.core.comparison.Palette;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One run's list under its name; another user only changes what stands in it. FX thread only. */
final class ModelListView extends VBox {
  static final double ROW = 22;
  static final double HEAD = 24;
  static final double GAP = 4;

  private static final double MIX = 16;

  /** Where the list begins. */
  static final double TOP = HEAD + GAP + MIX + GAP;

  private final Texts texts;
  private final RunItem run;
  private final Label hit = new Label();
  private final Label mix = new Label();
  private final ListView<ListedItem> list = new ListView<>();

  /** What can be done with the places of the list. */
  record Deeds(
      BiConsumer<RunItem, ListedItem> explain,
      Consumer<ListedItem> whoHad,
      BiConsumer<Node, String> card,
      BiConsumer<RunItem, String> copy,
      Consumer<RunItem> export,
      Runnable pin,
      Consumer<RunItem> remove) {}

  ModelListView(RunItem run, Texts texts, Numbers numbers, ItemFocus focus, Deeds deeds) {
    this.run = run;
    this.texts = texts;
    getStyleClass().add("model-column");
    setSpacing(GAP);
    setPrefWidth(100);
    HBox.setHgrow(this, Priority.ALWAYS);
    list.setId("list-" + run.path().getFileName());
    list.getStyleClass().addAll("plain-list", "model-list");
    list.setAccessibleText(texts.of("users.list.of", run.name()));
    list.setFixedCellSize(ROW);
    list.setMinHeight(ListsViewModel.DEPTH * ROW + 2);
    list.setCellFactory(unused -> new PlaceCell(texts, numbers, focus));
    ContextMenu menu = menu(deeds);
    list.setContextMenu(menu);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            item -> {
              if (item != null) {
                focus.point(item.item());
                deeds.explain().accept(run, item);
              }
            });
    ItemOpener.equip(list, ListedItem::item, deeds.card());
    VBox.setVgrow(list, Priority.ALWAYS);
    mix.getStyleClass().addAll("subtle", "data-text");
    mix.setMinHeight(MIX);
    mix.setMaxHeight(MIX);
    getChildren().setAll(head(menu), mix, list);
  }

  private Node head(ContextMenu menu) {
    Label name = new Label(run.name());
    name.getStyleClass().addAll("strong", "data-text");
    name.setTooltip(new Tooltip(run.name()));
    hit.getStyleClass().add("muted");
    hit.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(6, ColouredName.dot(Palette.of(run.record().model())), name, hit);
    head.getStyleClass().add("name-cell");
    head.setMinHeight(HEAD);
    head.setMaxHeight(HEAD);
    head.setOnContextMenuRequested(
        event -> menu.show(head, event.getScreenX(), event.getScreenY()));
    return head;
  }

  private ContextMenu menu(Deeds deeds) {
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .setAll(
            item("users.menu.explain", picked -> deeds.explain().accept(run, picked)),
            item("users.menu.card", picked -> deeds.card().accept(list, picked.item())),
            item("users.menu.who", deeds.whoHad()),
            new SeparatorMenuItem(),
            item("users.menu.copy", picked -> copy(picked.item() + "\t" + picked.name())),
            always("users.menu.copy.list", () -> deeds.copy().accept(run, tsv())),
            always("users.menu.export", () -> deeds.export().accept(run)),
            always("users.menu.pin", deeds.pin()),
            new SeparatorMenuItem(),
            always("users.menu.remove", () -> deeds.remove().accept(run)));
    return menu;
  }

  private MenuItem item(String key, Consumer<ListedItem> deed) {
    MenuItem item = new MenuItem(texts.of(key, run.name()));
    item.setOnAction(
        event -> {
          ListedItem picked = list.getSelectionModel().getSelectedItem();
          if (picked != null) {
            deed.accept(picked);
          }
        });
    return item;
  }

  private MenuItem always(String key, Runnable deed) {
    MenuItem item = new MenuItem(texts.of(key, run.name()));
    item.setOnAction(event -> deed.run());
    return item;
  }

  private String tsv() {
    return list.getItems().stream()
        .map(each -> each.rank() + "\t" + each.item() + "\t" + each.name() + "\t" + each.score())
        .collect(Collectors.joining("\n", "rank\titem\ttitle\tscore\n", "\n"));
  }

  private static void copy(String words) {
    Clips.put(words);
  }

  RunItem run() {
    return run;
  }

  void show(ModelColumn column) {
    int first = column.firstHit();
    hit.setText(
        column.stale() ? "" : first == 0 ? texts.of("users.no.hit") : texts.of("users.hit", first));
    describe(column);
    if (!list.getItems().equals(column.items())) {
      list.getItems().setAll(column.items());
    }
  }

  /** How new the list is to the user, and of which categories. */
  private void describe(ModelColumn column) {
    String fresh =
        column.items().isEmpty()
            ? ""
            : texts.of("users.fresh", column.fresh(), column.items().size());
    String words =
        Stream.concat(
                Stream.of(fresh),
                column.mix().entrySet().stream().map(each -> each.getKey() + " " + each.getValue()))
            .collect(Collectors.joining(" · "));
    mix.setText(words);
    mix.setTooltip(words.isEmpty() ? null : new Tooltip(words.replace(" · ", "\n")));
    list.setAccessibleText(texts.of("users.list.of", run.name()) + ". " + words);
  }
}
