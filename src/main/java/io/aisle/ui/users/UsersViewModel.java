package io.aisle.ui.users;

import io.aisle.core.users.UsersService;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunChoices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which runs and which user are looked at. FX thread only. */
public final class UsersViewModel implements Refreshable {

  private final RunShelf shelf;
  private final ProfileViewModel profile;
  private final ListsViewModel lists;
  private final AttentionViewModel attention;
  private final UserList list;
  private final RunChoices choices;
  private final ObservableList<RunItem> chosen = FXCollections.observableArrayList();
  private final FilteredList<RunItem> rivals = new FilteredList<>(chosen);
  private final ObjectProperty<RunItem> run = new SimpleObjectProperty<>();
  private final ObservableList<UserRow> users = FXCollections.observableArrayList();
  private final ObjectProperty<UserRow> user = new SimpleObjectProperty<>();

  /** The run that was put in place without being asked for. */
  private RunItem proposed;

  /** The user that was put in place without being asked for. */
  private UserRow proposedUser;

  /** The user and runs that are to be shown as soon as they are listed. */
  private String awaitedUser = "";

  private List<Path> awaitedRuns = List.of();
  private Path awaitedRun;
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
    this.profile = profile;
    this.lists = lists;
    this.attention = attention;
    this.list = new UserList(service, background, texts);
    this.choices = new RunChoices(shelf, texts);
    run.subscribe(
        (before, now) -> {
          keepRival();
          list.list(now);
        });
    list.shownProperty().subscribe((before, now) -> listed(now));
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
    list.groupProperty().set(null);
    list.filterProperty().set("");
    chooseAwaited();
    select(user.get());
  }

  /**
   * Lists some users alone, the worst served first, and opens the first of them when who is open is
   * none of them.
   *
   * @param runs folders to look with, the first of which the list is about
   */
  public void show(UserGroup group, List<Path> runs) {
    awaitedRuns = List.copyOf(runs);
    awaitedRun = runs.isEmpty() ? null : runs.getFirst();
    list.filterProperty().set("");
    chooseAwaited();
    chooseRun();
    list.orderProperty().set(UserOrder.WORST);
    list.groupProperty().set(group);
  }

  /** Lists the users who had an item. */
  public void showWhoHad(String item) {
    list.groupProperty().set(null);
    list.filterProperty().set(item);
  }

  /** Makes the awaited run the one that the list is about, once it is among the chosen. */
  private void chooseRun() {
    chosen.stream()
        .filter(each -> each.path().equals(awaitedRun))
        .findFirst()
        .ifPresent(
            found -> {
              awaitedRun = null;
              run.set(found);
            });
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
    chooseRun();
    keepRival();
    open();
  }

  /** A run is not held against itself. */
  private void keepRival() {
    RunItem by = run.get();
    rivals.setPredicate(each -> !each.equals(by));
    if (!rivals.contains(list.rivalProperty().get())) {
      list.rivalProperty().set(rivals.stream().findFirst().orElse(null));
    }
  }

  /** By the validation part, as models are chosen. */
  private static double quality(RunItem run) {
    return run.record().metrics().valid().getOrDefault(UserList.SHOWN.id(), 0.0);
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

  private void listed(List<UserRow> now) {
    UserRow kept = user.get();
    updating = true;
    users.setAll(now);
    updating = false;
    select(kept);
  }

  /**
   * Takes the user who is awaited, else keeps the one who was chosen, else takes the first. A list
   * that is narrowed does not close what is open, but a group opens one of its own.
   */
  private void select(UserRow kept) {
    UserRow wanted = list.named(awaitedUser);
    awaitedUser = wanted == null ? awaitedUser : "";
    boolean asked = kept != null && !kept.equals(proposedUser);
    UserGroup group = list.groupProperty().get();
    boolean fits = group == null || (kept != null && group.users().contains(kept.user()));
    UserRow next = wanted != null ? wanted : asked && fits ? list.named(kept.user()) : null;
    boolean narrowed = !list.filterProperty().get().isBlank() && kept != null && fits;
    proposedUser = next != null ? null : narrowed ? kept : users.stream().findFirst().orElse(null);
    user.set(next == null ? proposedUser : next);
    open();
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

  /** The runs that the one of the list can be held against. */
  public ObservableList<RunItem> rivals() {
    return rivals;
  }

  /** The run whose metric orders the users and whose attention is shown. */
  public ObjectProperty<RunItem> runProperty() {
    return run;
  }

  /** Who is listed, and why. */
  public UserList list() {
    return list;
  }

  public ObservableList<UserRow> users() {
    return users;
  }

  /** The user that is looked at; null when none. */
  public ObjectProperty<UserRow> userProperty() {
    return user;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return list.busyProperty();
  }

  /** Whether the runs of the workspace were listed. */
  public ReadOnlyBooleanProperty listedProperty() {
    return shelf.listedProperty();
  }
}
