package io.aisle.ui.users;

import io.aisle.core.explanation.HistoryItem;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.ModelList;
import io.aisle.core.users.Recommended;
import io.aisle.core.users.UsersService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One user's history and what each run shows next. FX thread only. */
public final class ListsViewModel {
  private static final int DEPTH = 10;

  private final UsersService service;
  private final Texts texts;
  private final Slot<List<HistoryItem>> historySlot;
  private final Slot<List<ModelList>> listsSlot;
  private final ObservableList<HistoryRow> history = FXCollections.observableArrayList();
  private final ObservableList<ModelColumn> columns = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private Shown shown = new Shown(null, null, List.of());

  private record Shown(String user, RunItem run, List<RunItem> runs) {}

  public ListsViewModel(UsersService service, Background background, Texts texts) {
    this.service = service;
    this.texts = texts;
    this.historySlot = background.slot(texts.of("users.job.history"));
    this.listsSlot = background.slot(texts.of("users.job.lists"));
  }

  /**
   * Shows another user; does nothing when everything is as it was.
   *
   * @param user null shows none
   * @param run whose data hold the history
   */
  void show(String user, RunItem run, List<RunItem> runs) {
    Shown wanted = new Shown(user, run, List.copyOf(runs));
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    historySlot.clear();
    listsSlot.clear();
    if (user == null) {
      history.clear();
      columns.clear();
      title.set("");
      return;
    }
    historySlot.read(
        control -> service.history(new RunFolder(run.path()), user), this::showHistory);
    List<RunFolder> folders = runs.stream().map(each -> new RunFolder(each.path())).toList();
    listsSlot.read(control -> service.lists(folders, user, DEPTH, control), this::showLists);
  }

  private void showHistory(List<HistoryItem> items) {
    List<HistoryRow> rows = new ArrayList<>();
    for (int index = items.size() - 1; index >= 0; index--) {
      HistoryItem item = items.get(index);
      rows.add(
          new HistoryRow(index + 1, item.item(), name(item.title(), item.item()), item.time()));
    }
    history.setAll(rows);
    title.set(texts.of("users.title", shown.user(), items.size()));
  }

  private void showLists(List<ModelList> lists) {
    Map<Path, RunItem> runs =
        shown.runs().stream().collect(Collectors.toMap(RunItem::path, run -> run));
    columns.setAll(
        lists.stream()
            .filter(list -> Objects.nonNull(runs.get(list.run().path())))
            .map(list -> new ModelColumn(runs.get(list.run().path()), items(list)))
            .toList());
  }

  private static List<ListedItem> items(ModelList list) {
    return list.list().stream().map(ListsViewModel::item).toList();
  }

  private static ListedItem item(Recommended place) {
    return new ListedItem(
        place.rank(), place.item(), name(place.title(), place.item()), place.score(), place.hit());
  }

  static String name(String title, String item) {
    return title == null || title.isEmpty() ? item : title;
  }

  /** Newest first. */
  public ObservableList<HistoryRow> history() {
    return history;
  }

  public ObservableList<ModelColumn> columns() {
    return columns;
  }

  /** The user and the length of the history; empty when there is none. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return listsSlot.busyProperty();
  }
}
