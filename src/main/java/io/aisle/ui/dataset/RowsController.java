package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.data.RowSort;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** The tables of a version with what is filtered among them. */
public final class RowsController {
  private final RowsViewModel model;
  private final RowExport exports;
  private final RowMenus menus;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ToggleButton eventsTab;
  @FXML private ToggleButton refusedTab;
  @FXML private ToggleButton itemsTab;
  @FXML private ToggleButton judgementsTab;
  @FXML private ToggleButton queriesTab;
  @FXML private ToggleButton reviewsTab;
  @FXML private ToggleButton triplesTab;
  @FXML private Label count;
  @FXML private FlowPane chips;
  @FXML private TextField search;
  @FXML private Button export;
  @FXML private TableView<EventRow> events;
  @FXML private TableColumn<EventRow, String> seq;
  @FXML private TableColumn<EventRow, String> user;
  @FXML private TableColumn<EventRow, String> item;
  @FXML private TableColumn<EventRow, String> itemTitle;
  @FXML private TableColumn<EventRow, String> kind;
  @FXML private TableColumn<EventRow, String> time;
  @FXML private TableColumn<EventRow, String> session;
  @FXML private TableColumn<EventRow, String> value;
  @FXML private TableColumn<EventRow, String> quantity;
  @FXML private TableColumn<EventRow, String> price;
  @FXML private TableView<Refusal> refused;
  @FXML private TableColumn<Refusal, String> refusedFile;
  @FXML private TableColumn<Refusal, String> refusedRow;
  @FXML private TableColumn<Refusal, String> refusedColumn;
  @FXML private TableColumn<Refusal, String> refusedReason;
  @FXML private TableColumn<Refusal, String> refusedLine;
  @FXML private TableView<ItemRow> items;
  @FXML private TableColumn<ItemRow, String> itemSeq;
  @FXML private TableColumn<ItemRow, String> itemId;
  @FXML private TableColumn<ItemRow, String> itemName;
  @FXML private TableColumn<ItemRow, String> itemCategory;
  @FXML private TableColumn<ItemRow, String> itemMore;
  @FXML private TableView<JudgementRow> judgements;
  @FXML private TableColumn<JudgementRow, String> query;
  @FXML private TableColumn<JudgementRow, String> gradedItem;
  @FXML private TableColumn<JudgementRow, String> gradedTitle;
  @FXML private TableColumn<JudgementRow, String> grade;

  public RowsController(
      RowsViewModel model,
      RowExport exports,
      RowMenus menus,
      Dialogs dialogs,
      Texts texts,
      Numbers numbers) {
    this.model = model;
    this.exports = exports;
    this.menus = menus;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    eventColumns();
    refusedColumns();
    itemColumns();
    HeadSort<EventRow> heads = new HeadSort<>(events, model.eventsProperty());
    fill(events, model.eventsProperty());
    fill(refused, model.refusalsProperty());
    fill(items, model.itemsProperty());
    fill(judgements, model.judgementsProperty());
    for (FoundRows<?> table :
        List.of(
            model.knowledge().queries(),
            model.knowledge().reviews(),
            model.knowledge().triples())) {
      table.rowsProperty().subscribe(this::showCount);
      table.busyProperty().subscribe(this::showCount);
    }
    Tables.equip(events, texts, exports::whenAllowed, menus.ofEvents(events));
    sortEvents(heads);
    Tables.equip(refused, texts, exports::whenAllowed);
    Tables.equip(items, texts, exports::whenAllowed, menus.ofItems(items));
    Tables.equip(judgements, texts, exports::whenAllowed);
    Map.of(
            RowsViewModel.Tab.EVENTS, events,
            RowsViewModel.Tab.REFUSED, refused,
            RowsViewModel.Tab.ITEMS, items,
            RowsViewModel.Tab.JUDGEMENTS, judgements)
        .forEach((tab, table) -> Late.show(table, model.tabProperty().isEqualTo(tab)));
    chooseTab();
    search.textProperty().bindBidirectional(model.wordsProperty());
    new Chips(model, texts, numbers).keep(chips.getChildren());
    model.versionProperty().subscribe(this::showTabs);
    model.knowledge().countsProperty().subscribe(this::showTabs);
  }

  private <T> void fill(TableView<T> table, ObservableValue<ObservableList<T>> rows) {
    fill(table, rows, texts);
    rows.subscribe(this::showCount);
  }

  /** Shows the rows of a table, or that there are none. */
  static <T> void fill(TableView<T> table, ObservableValue<ObservableList<T>> rows, Texts texts) {
    table.itemsProperty().bind(rows);
    Label none = new Label(texts.of("data.rows.none"));
    none.getStyleClass().add("muted");
    table.setPlaceholder(none);
  }

  private void chooseTab() {
    OneOf.choose(
        model.tabProperty(),
        Map.of(
            RowsViewModel.Tab.EVENTS, eventsTab,
            RowsViewModel.Tab.REFUSED, refusedTab,
            RowsViewModel.Tab.ITEMS, itemsTab,
            RowsViewModel.Tab.JUDGEMENTS, judgementsTab,
            RowsViewModel.Tab.QUERIES, queriesTab,
            RowsViewModel.Tab.REVIEWS, reviewsTab,
            RowsViewModel.Tab.TRIPLES, triplesTab));
    model.tabProperty().subscribe(this::showCount);
  }

  /** What a version does not have has no tab. */
  private void showTabs() {
    DatasetVersion shown = model.versionProperty().get();
    KnowledgeCounts counts = model.knowledge().countsProperty().get();
    show(eventsTab, shown == null || shown.events() > 0 || shown.items() == 0 && counts.sum() == 0);
    show(itemsTab, shown == null || shown.items() > 0);
    show(judgementsTab, shown != null && shown.judgements() > 0);
    show(queriesTab, counts.queries() > 0);
    show(reviewsTab, counts.reviews() > 0);
    show(triplesTab, counts.triples() > 0);
    shape(
        Stream.of(
                eventsTab, refusedTab, itemsTab, judgementsTab, queriesTab, reviewsTab, triplesTab)
            .filter(Node::isManaged)
            .toList());
    showCount();
  }

  /** The row of tabs is round at its ends. */
  private static void shape(List<ToggleButton> tabs) {
    for (ToggleButton tab : tabs) {
      tab.getStyleClass().removeAll("left-pill", "center-pill", "right-pill");
      tab.getStyleClass()
          .add(
              tab.equals(tabs.getFirst())
                  ? "left-pill"
                  : tab.equals(tabs.getLast()) ? "right-pill" : "center-pill");
    }
  }

  private static void show(ToggleButton tab, boolean there) {
    tab.setVisible(there);
    tab.setManaged(there);
  }

  private void showCount() {
    if (model.versionProperty().get() == null) {
      return;
    }
    int size = model.listed();
    export.setDisable(size == 0);
    if (model.isSorting()) {
      count.setText(texts.of("data.rows.sorting"));
      return;
    }
    long all = model.all();
    count.setText(
        size == all ? texts.of("data.rows.all", all) : texts.of("data.rows.some", size, all));
  }

  private void eventColumns() {
    Cells.number(seq, row -> numbers.count(row.seq()));
    Cells.text(user, EventRow::user);
    Cells.text(item, EventRow::item);
    Cells.text(itemTitle, row -> row.title() == null ? "" : row.title());
    Cells.text(kind, row -> texts.word("kind.", row.kind().id()));
    Cells.text(time, row -> numbers.time(row.time()));
    Cells.text(session, row -> row.session() == null ? "" : row.session());
    Cells.number(value, row -> numbers.free(row.value()));
    Cells.number(quantity, row -> numbers.free(row.quantity()));
    Cells.number(price, row -> numbers.money(row.price()));
  }

  private void sortEvents(HeadSort<EventRow> heads) {
    heads.begin( // in the order of EventColumn
        List.of(user, item, itemTitle, kind, time, session, value, quantity, price),
        model.sortProperty().map(sort -> new RowSort(sort.column().ordinal(), sort.descending())),
        sort ->
            model.sort(
                sort == null
                    ? null
                    : new EventSort(EventColumn.values()[sort.column()], sort.descending())));
    model.sortingProperty().subscribe(this::showCount);
  }

  private void refusedColumns() {
    Cells.text(refusedFile, Refusal::file);
    Cells.number(refusedRow, row -> numbers.count(row.row()));
    Cells.text(refusedColumn, Refusal::column);
    Cells.text(refusedReason, row -> texts.word("reason.", row.reason()));
    Cells.text(refusedLine, Refusal::rawLine);
  }

  private void itemColumns() {
    Cells.number(itemSeq, row -> numbers.count(row.seq()));
    Cells.text(itemId, ItemRow::item);
    Cells.text(itemName, row -> row.title() == null ? "" : row.title());
    Cells.text(itemCategory, row -> row.category() == null ? "" : row.category());
    Cells.text(
        itemMore,
        row ->
            row.attributes().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(" · ")));
    Cells.text(query, JudgementRow::query);
    Cells.text(gradedItem, JudgementRow::item);
    Cells.text(gradedTitle, row -> row.title() == null ? "" : row.title());
    Cells.number(grade, row -> numbers.count(row.grade()));
  }

  @FXML
  private void export() {
    RowsViewModel.Tab tab = model.tabProperty().get();
    String name = exports.proposedName(tab);
    exports.whenAllowed(
        () ->
            dialogs
                .save(texts.of("data.export.choose"), name)
                .ifPresent(file -> exports.write(tab, file)));
  }
}
