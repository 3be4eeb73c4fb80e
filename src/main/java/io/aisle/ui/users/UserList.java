package io.aisle.ui.users;

import io.aisle.core.training.RunFolder;
import io.aisle.core.users.ItemUsers;
import io.aisle.core.users.UserLine;
import io.aisle.core.users.UsersService;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The users of a run that are listed: in an order, found by what was typed, of a group, or better
 * served than by another run. Put together in the background, for there may be a million; what is
 * typed meanwhile starts anew. FX thread only.
 */
public final class UserList {
  /** What users are ordered by. */
  static final Metric SHOWN = new Metric(MetricKind.NDCG, 10);

  private static final int LEAST_TYPED = 2;

  private final UsersService service;
  private final Texts texts;
  private final Slot<List<UserRow>> readSlot;
  private final Slot<List<UserRow>> arrangeSlot;
  private final Slot<ItemUsers> itemSlot;
  private final ObjectProperty<UserOrder> order = new SimpleObjectProperty<>(UserOrder.BEST);
  private final ObjectProperty<RunItem> rival = new SimpleObjectProperty<>();
  private final ObjectProperty<UserGroup> group = new SimpleObjectProperty<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<UserRow>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private List<UserRow> read = List.of();
  private RunItem run;
  private ItemUsers whoHad = new ItemUsers(0, "", Set.of());

  /** What another run reached for each user, kept while it is the rival. */
  private record Reached(RunItem run, Map<String, Double> values) {}

  private volatile Reached reached = new Reached(null, Map.of());

  UserList(UsersService service, Background background, Texts texts) {
    this.service = service;
    this.texts = texts;
    this.readSlot = background.slot(texts.of("users.job.list"));
    this.arrangeSlot = background.slot(texts.of("users.job.list"));
    this.itemSlot = background.slot(texts.of("users.job.find"));
    order.subscribe((before, now) -> arrange());
    rival.subscribe((before, now) -> arrange());
    group.subscribe((before, now) -> arrange());
    filter.subscribe((before, now) -> find());
  }

  /**
   * Lists the users of a run.
   *
   * @param by null lists nobody
   */
  void list(RunItem by) {
    readSlot.clear();
    run = by;
    if (by == null) {
      read = List.of();
      arrange();
      return;
    }
    RunFolder folder = new RunFolder(by.path());
    readSlot.read(
        control -> rows(folder),
        rows -> {
          read = rows;
          find();
        });
  }

  private List<UserRow> rows(RunFolder folder) {
    int column = folder.perUser().metrics().indexOf(SHOWN);
    return service.users(folder).stream().map(line -> row(line, column)).toList();
  }

  private static UserRow row(UserLine line, int column) {
    boolean known = column >= 0 && column < line.values().length;
    return new UserRow(
        line.user(),
        line.history(),
        line.testItems(),
        known ? line.values()[column] : Double.NaN,
        Double.NaN,
        line.activity());
  }

  /** Ids that contain what was typed are there at once, users of an item follow. */
  private void find() {
    String typed = filter.get().strip();
    whoHad = new ItemUsers(0, "", Set.of());
    itemSlot.clear();
    arrange();
    if (typed.length() >= LEAST_TYPED && run != null) {
      RunFolder folder = new RunFolder(run.path());
      itemSlot.read(
          control -> service.whoHad(folder, typed),
          who -> {
            whoHad = who;
            arrange();
          });
    }
  }

  private void arrange() {
    List<UserRow> rows = read;
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    Set<String> had = whoHad.users();
    UserOrder by = order.get();
    UserGroup of = group.get();
    RunItem other = by == UserOrder.BEATS ? rival.get() : null;
    arrangeSlot.read(
        control -> {
          Stream<UserRow> kept =
              rows.stream()
                  .filter(row -> of == null || of.users().contains(row.user()))
                  .filter(
                      row ->
                          wanted.isEmpty()
                              || row.user().toLowerCase(Locale.ROOT).contains(wanted)
                              || had.contains(row.user()));
          return beside(kept, other, control).sorted(by.comparator()).toList();
        },
        arranged -> {
          shown.set(arranged);
          tell();
        });
  }

  /** Those whom the run serves better than the other one; all of them without another one. */
  private Stream<UserRow> beside(Stream<UserRow> rows, RunItem other, CancelSignal cancel) {
    if (other == null) {
      return rows;
    }
    Map<String, Double> values = valuesOf(other);
    cancel.check();
    return rows.map(row -> row.against(values.getOrDefault(row.user(), Double.NaN)))
        .filter(row -> row.gain() > 0);
  }

  private Map<String, Double> valuesOf(RunItem other) {
    Reached known = reached;
    if (other.equals(known.run())) {
      return known.values();
    }
    RunFolder folder = new RunFolder(other.path());
    int column = folder.perUser().metrics().indexOf(SHOWN);
    Map<String, Double> values = new HashMap<>();
    if (column >= 0) {
      folder.perUserValues().forEach((user, row) -> values.put(user, row[column]));
    }
    reached = new Reached(other, values);
    return values;
  }

  private void tell() {
    int count = shown.get().size();
    found.set(
        whoHad.items() == 0
            ? texts.of("users.count", count)
            : whoHad.title().isEmpty()
                ? texts.of("users.had.some", count, whoHad.items())
                : texts.of("users.had.one", count, whoHad.title()));
  }

  /** The row of a user of the run, listed or not; null when there is none. */
  UserRow named(String user) {
    return read.stream().filter(row -> row.user().equals(user)).findFirst().orElse(null);
  }

  public ObjectProperty<UserOrder> orderProperty() {
    return order;
  }

  /** The run that must be beaten where that is the order; null for none. */
  public ObjectProperty<RunItem> rivalProperty() {
    return rival;
  }

  /** The group that is listed; null lists all users. */
  public ObjectProperty<UserGroup> groupProperty() {
    return group;
  }

  /** What a user's id, or an item that the user had, must contain. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** How many users are listed and why. */
  public ReadOnlyStringProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Those that are listed, in their order. */
  public ReadOnlyObjectProperty<List<UserRow>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return readSlot.busyProperty();
  }
}
