package io.aisle.ui.users;

import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UserLine;
import io.aisle.core.users.UsersService;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunChoices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which runs and which user are looked at. FX thread only. */
public final class UsersViewModel implements Refreshable {
  private static final Metric SHOWN = new Metric(MetricKind.NDCG, 10);

  private final RunShelf shelf;
  private final UsersService service;
  private final ListsViewModel lists;
  private final AttentionViewModel attention;
  private final Slot<List<UserRow>> slot;
  private final RunChoices choices;
  private final ObservableList<RunItem> chosen = FXCollections.observableArrayList();
  private final ObjectProperty<RunItem> run = new SimpleObjectProperty<>();
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.BEST);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<UserRow> users = FXCollections.observableArrayList();
  private final FilteredList<UserRow> shown = new FilteredList<>(users);
  private final ObjectProperty<UserRow> user = new SimpleObjectProperty<>();
  private List<UserRow> read = List.of();

  /** The run that was put in place without being asked for. */
  private RunItem proposed;

  private boolean updating;

  /** Orders of the list of users. */
  public enum Order {
    BEST(Comparator.comparingDouble((UserRow row) -> -orLowest(row.value()))),
    WORST(Comparator.comparingDouble((UserRow row) -> orHighest(row.value()))),
    NAME(Comparator.comparing(UserRow::user));

    private final Comparator<UserRow> comparator;

    Order(Comparator<UserRow> comparator) {
      this.comparator = comparator;
    }

    private static double orLowest(double value) {
      return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private static double orHighest(double value) {
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
  }

  public UsersViewModel(
      RunShelf shelf,
      UsersService service,
      ListsViewModel lists,
      AttentionViewModel attention,
      Background background,
      Texts texts) {
    this.shelf = shelf;
    this.service = service;
    this.lists = lists;
    this.attention = attention;
    this.slot = background.slot(texts.of("users.job.list"));
    this.choices = new RunChoices(shelf, texts);
    run.subscribe((before, now) -> listUsers());
    order.subscribe((before, now) -> sort());
    filter.subscribe(this::narrow);
    user.subscribe((before, now) -> open());
    choices.onChange(this::chosenChanged);
  }

  @Override
  public void refresh() {
    shelf.refresh();
  }

  private void chosenChanged() {
    updating = true;
    RunItem kept = run.get();
    List<RunItem> now = choices.chosen();
    chosen.setAll(now);
    updating = false;
    boolean keep = now.contains(kept) && !kept.equals(proposed);
    proposed = keep ? proposed : preferred(now);
    run.set(keep ? kept : proposed);
    open();
  }

  /** A run whose attention can be looked into, if there is one. */
  private static RunItem preferred(List<RunItem> runs) {
    return runs.stream()
        .filter(each -> each.record().model() == ModelKind.SASREC)
        .findFirst()
        .or(() -> runs.stream().findFirst())
        .orElse(null);
  }

  private void listUsers() {
    slot.clear();
    RunItem listed = run.get();
    if (listed == null) {
      read = List.of();
      sort();
      return;
    }
    RunFolder folder = new RunFolder(listed.path());
    slot.read(
        control -> rows(folder),
        found -> {
          read = found;
          sort();
        });
  }

  private List<UserRow> rows(RunFolder folder) {
    int column = folder.perUser().metrics().indexOf(SHOWN);
    return service.users(folder).stream().map(line -> row(line, column)).toList();
  }

  private static UserRow row(UserLine line, int column) {
    boolean known = column >= 0 && column < line.values().length;
    return new UserRow(line.user(), line.testItems(), known ? line.values()[column] : Double.NaN);
  }

  private void sort() {
    UserRow kept = user.get();
    updating = true;
    users.setAll(read.stream().sorted(order.get().comparator).toList());
    updating = false;
    UserRow again =
        kept == null
            ? null
            : read.stream().filter(row -> row.user().equals(kept.user())).findFirst().orElse(null);
    user.set(again == null && !users.isEmpty() ? users.getFirst() : again);
    open();
  }

  private void narrow(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(row -> row.user().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private void open() {
    if (updating) {
      return;
    }
    String name = user.get() == null || run.get() == null ? null : user.get().user();
    lists.show(name, run.get(), chosen);
    attention.show(name, run.get(), null);
  }

  /** Explains an item of one of the lists by the run that it belongs to. */
  public void explain(RunItem by, String item) {
    attention.show(user.get().user(), by, item);
  }

  public RunChoices choices() {
    return choices;
  }

  /** The runs whose lists stand side by side. */
  public ObservableList<RunItem> chosen() {
    return chosen;
  }

  /** The run whose metric orders the users and whose attention is shown. */
  public ObjectProperty<RunItem> runProperty() {
    return run;
  }

  public ObjectProperty<Order> orderProperty() {
    return order;
  }

  /** What a user's id must contain. */
  public StringProperty filterProperty() {
    return filter;
  }

  public ObservableList<UserRow> users() {
    return shown;
  }

  /** The user that is looked at; null when none. */
  public ObjectProperty<UserRow> userProperty() {
    return user;
  }
}
