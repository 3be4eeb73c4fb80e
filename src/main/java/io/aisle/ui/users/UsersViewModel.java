package io.aisle.ui.users;

import io.aisle.core.training.RunFolder;
import io.aisle.core.users.ItemUsers;
import io.aisle.core.users.UserLine;
import io.aisle.core.users.UsersService;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunChoices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which runs and which user are looked at. FX thread only. */
public final class UsersViewModel implements Refreshable {
  private static final Metric SHOWN = new Metric(MetricKind.NDCG, 10);
  private static final int LEAST_TYPED = 2;

  private final RunShelf shelf;
  private final UsersService service;
  private final ProfileViewModel profile;
  private final ListsViewModel lists;
  private final AttentionViewModel attention;
  private final Texts texts;
  private final Slot<List<UserRow>> slot;
  private final Slot<List<UserRow>> sortSlot;
  private final Slot<ItemUsers> itemSlot;
  private final RunChoices choices;
  private final ObservableList<RunItem> chosen = FXCollections.observableArrayList();
  private final ObjectProperty<RunItem> run = new SimpleObjectProperty<>();
  private final ObjectProperty<UserOrder> order = new SimpleObjectProperty<>(UserOrder.BEST);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
  private final ObservableList<UserRow> users = FXCollections.observableArrayList();
  private final FilteredList<UserRow> shown = new FilteredList<>(users);
  private final ObjectProperty<UserRow> user = new SimpleObjectProperty<>();
  private List<UserRow> read = List.of();

  /** The run that was put in place without being asked for. */
  private RunItem proposed;

  /** The user that was put in place without being asked for. */
  private UserRow proposedUser;

  /** The user and runs that are to be shown as soon as they are listed. */
  private String awaitedUser = "";

  private List<Path> awaitedRuns = List.of();
  private boolean updating;

  public UsersViewModel(
      RunShelf shelf,
      UsersService service,
      ProfileViewModel profile,
      ListsViewModel lists,
      AttentionViewModel attention,
      Background background,
      Texts texts) {
    this.shelf = shelf;
    this.service = service;
    this.profile = profile;
    this.lists = lists;
    this.attention = attention;
    this.texts = texts;
    this.slot = background.slot(texts.of("users.job.list"));
    this.sortSlot = background.slot(texts.of("users.job.list"));
    this.itemSlot = background.slot(texts.of("users.job.find"));
    this.choices = new RunChoices(shelf, texts);
    run.subscribe((before, now) -> listUsers());
    order.subscribe((before, now) -> sort());
    filter.subscribe(typed -> find(typed));
    user.subscribe((before, now) -> open());
    choices.onChange(this::chosenChanged);
    shelf.listedProperty().subscribe(listed -> chooseAwaited());
  }

  @Override
  public void refresh() {
    shelf.refresh();
  }

  /**
   * Opens a user, as soon as runs and users are listed.
   *
   * @param wanted external id; empty: whoever is or would be open
   * @param runs folders to look with; empty: those that are chosen
   */
  public void show(String wanted, List<Path> runs) {
    awaitedUser = wanted;
    awaitedRuns = List.copyOf(runs);
    filter.set("");
    chooseAwaited();
    select();
  }

  /** Lists the users who had an item. */
  public void showWhoHad(String item) {
    filter.set(item);
  }

  private void chooseAwaited() {
    if (shelf.listedProperty().get() && !awaitedRuns.isEmpty()) {
      List<Path> runs = awaitedRuns;
      awaitedRuns = List.of();
      choices.choose(runs);
    }
  }

  private void chosenChanged() {
    updating = true;
    RunItem kept = run.get();
    List<RunItem> now =
        choices.chosen().stream()
            .sorted(Comparator.comparingDouble(UsersViewModel::quality).reversed())
            .toList();
    chosen.setAll(now);
    boolean keep = now.contains(kept) && !kept.equals(proposed);
    proposed = keep ? proposed : preferred(now);
    run.set(keep ? kept : proposed);
    updating = false;
    open();
  }

  /** By the validation part, as models are chosen. */
  private static double quality(RunItem run) {
    return run.record().metrics().valid().getOrDefault(SHOWN.id(), 0.0);
  }

  /** A run whose attention can be looked into, if there is one. */
  private static RunItem preferred(List<RunItem> runs) {
    return runs.stream()
        .filter(
            each ->
                each.record().model() != null && each.record().model().has(ModelTrait.ATTENTION))
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
        lines -> {
          read = lines;
          sort();
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
        line.activity());
  }

  /** In the background: there may be a million. */
  private void sort() {
    List<UserRow> rows = read;
    UserOrder by = order.get();
    sortSlot.read(
        control -> rows.stream().sorted(by.comparator()).toList(),
        sorted -> {
          updating = true;
          users.setAll(sorted);
          updating = false;
          select();
          tell(null);
        });
  }

  /** Keeps the user that was chosen, else takes the one that is awaited, else the first. */
  private void select() {
    UserRow kept = user.get();
    boolean asked = kept != null && !kept.equals(proposedUser);
    UserRow wanted = named(awaitedUser);
    awaitedUser = wanted == null ? awaitedUser : "";
    UserRow next = wanted != null ? wanted : asked ? named(kept.user()) : null;
    proposedUser = next == null && !users.isEmpty() ? users.getFirst() : null;
    user.set(next == null ? proposedUser : next);
    open();
  }

  private UserRow named(String name) {
    return read.stream().filter(row -> row.user().equals(name)).findFirst().orElse(null);
  }

  private void find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    narrow(wanted, Set.of());
    itemSlot.clear();
    tell(null);
    if (wanted.length() >= LEAST_TYPED && run.get() != null) {
      RunFolder folder = new RunFolder(run.get().path());
      itemSlot.read(
          control -> service.whoHad(folder, typed),
          who -> {
            narrow(wanted, who.users());
            tell(who);
          });
    }
  }

  private void narrow(String wanted, Set<String> whoHad) {
    UserRow kept = user.get();
    updating = true;
    shown.setPredicate(
        row ->
            wanted.isEmpty()
                || row.user().toLowerCase(Locale.ROOT).contains(wanted)
                || whoHad.contains(row.user()));
    updating = false;
    if (kept != null) {
      user.set(kept); // a list that is narrowed does not close what is open
    }
  }

  private void tell(ItemUsers who) {
    found.set(
        who == null || who.items() == 0
            ? texts.of("users.count", shown.size())
            : who.title().isEmpty()
                ? texts.of("users.had.some", who.users().size(), who.items())
                : texts.of("users.had.one", who.users().size(), who.title()));
  }

  private void open() {
    if (updating) {
      return;
    }
    String name = user.get() == null || run.get() == null ? null : user.get().user();
    profile.show(name, run.get());
    lists.show(name, chosen);
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

  public ObjectProperty<UserOrder> orderProperty() {
    return order;
  }

  /** What a user's id, or an item that the user had, must contain. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** How many users are listed and why. */
  public ReadOnlyStringProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  public ObservableList<UserRow> users() {
    return shown;
  }

  /** The user that is looked at; null when none. */
  public ObjectProperty<UserRow> userProperty() {
    return user;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Whether the runs of the workspace were listed. */
  public ReadOnlyBooleanProperty listedProperty() {
    return shelf.listedProperty();
  }
}
