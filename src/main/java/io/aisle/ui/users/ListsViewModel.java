package io.aisle.ui.users;

import io.aisle.core.explanation.WhatIf;
import io.aisle.core.export.ListFile;
import io.aisle.core.export.ListFormat;
import io.aisle.core.export.ListRow;
import io.aisle.core.report.ShellWord;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.ItemFacts;
import io.aisle.core.users.Recommended;
import io.aisle.core.users.UsersService;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ui.chart.RankFlow;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.LicenceGate;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What each run shows one user next. FX thread only. */
public final class ListsViewModel {
  /** Places of each list. */
  public static final int DEPTH = 10;

  private final UsersService service;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Map<Path, Slot<ModelColumn>> slots = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<ModelColumn>> columns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private Shown shown = new Shown(null, List.of());
  private List<HistoryEdit> edits = List.of();

  private record Shown(String user, List<RunItem> runs) {}

  public ListsViewModel(UsersService service, Background background, Notices notices, Texts texts) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /**
   * Shows another user; does nothing when everything is as it was.
   *
   * @param user null shows none
   */
  void show(String user, List<RunItem> runs) {
    Shown wanted = new Shown(user, List.copyOf(runs));
    if (!wanted.equals(shown) || failed.get()) {
      edits = user != null && user.equals(shown.user()) ? edits : List.of();
      shown = wanted;
      again();
    }
  }

  /** Shows what the runs would recommend after edits of the history; none: what they do. */
  void edit(List<HistoryEdit> wanted) {
    if (!wanted.equals(edits)) {
      edits = List.copyOf(wanted);
      again();
    }
  }

  /** Asks once more, such as after the worker died: the next question starts another. */
  public void again() {
    slots.values().forEach(Slot::clear);
    failed.set(false);
    if (shown.user() == null) {
      columns.set(List.of());
      busy.set(false);
      return;
    }
    Map<Path, ModelColumn> before = byRun();
    columns.set(
        shown.runs().stream()
            .map(
                run ->
                    before
                        .getOrDefault(run.path(), new ModelColumn(run, List.of(), true))
                        .waiting(run))
            .toList());
    busy.set(!shown.runs().isEmpty());
    shown.runs().forEach(this::ask);
  }

  private Map<Path, ModelColumn> byRun() {
    return columns.get().stream()
        .collect(Collectors.toMap(column -> column.run().path(), column -> column));
  }

  /** Each run by itself: the first lists stand there while other models are still being loaded. */
  private void ask(RunItem run) {
    String user = shown.user();
    List<HistoryEdit> made = edits;
    slots
        .computeIfAbsent(run.path(), path -> background.slot(texts.of("users.job.lists")))
        .read(
            control -> read(user, run, made, control),
            this::arrived,
            () -> {
              failed.set(true);
              arrived(new ModelColumn(run, List.of(), false));
            });
  }

  private void arrived(ModelColumn found) {
    columns.set(
        columns.get().stream()
            .map(column -> column.run().equals(found.run()) ? found : column)
            .toList());
    busy.set(columns.get().stream().anyMatch(ModelColumn::stale));
  }

  private ModelColumn read(String user, RunItem run, List<HistoryEdit> made, CancelSignal cancel) {
    RunFolder folder = new RunFolder(run.path());
    List<Recommended> list =
        made.isEmpty()
            ? service.lists(List.of(folder), user, DEPTH, cancel).getFirst().list()
            : service
                .explanations()
                .whatIf(List.of(folder), user, made, DEPTH, cancel)
                .lists()
                .getFirst()
                .list()
                .stream()
                .map(ListsViewModel::recommended)
                .toList();
    Map<String, ItemFacts> facts =
        service.items(
            folder, user, list.stream().map(Recommended::item).collect(Collectors.toSet()));
    return new ModelColumn(run, list.stream().map(place -> item(place, facts)).toList(), false);
  }

  private static ListedItem item(Recommended place, Map<String, ItemFacts> facts) {
    ItemFacts known = facts.get(place.item());
    return new ListedItem(
        place.rank(),
        place.item(),
        name(place.title(), place.item()),
        known == null ? "" : known.category(),
        place.score(),
        place.hit(),
        known != null && known.known(),
        known == null ? -1 : known.users());
  }

  private static Recommended recommended(WhatIf.Entry entry) {
    return new Recommended(
        entry.rank(), entry.item().item(), entry.item().title(), entry.score(), entry.hit());
  }

  static String name(String title, String item) {
    return title == null || title.isEmpty() ? item : title;
  }

  /** Where the items of one list stand in the next. */
  public static List<RankFlow.Link> links(ModelColumn left, ModelColumn right) {
    List<RankFlow.Link> links = new ArrayList<>();
    for (int row = 0; row < left.items().size(); row++) {
      ListedItem item = left.items().get(row);
      for (int other = 0; other < right.items().size(); other++) {
        if (right.items().get(other).item().equals(item.item())) {
          links.add(new RankFlow.Link(row, other, item.hit()));
        }
      }
    }
    return links;
  }

  /** Goes on when the licence of the run's data lets the list out. */
  void whenAllowed(RunItem run, LicenceQuestion question, Runnable then) {
    new LicenceGate(background, question)
        .whenAllowed(
            texts.of("users.job.export"), new RunFolder(run.path()), run.record().dataset(), then);
  }

  /** Writes the user's list of a run; the file's ending says how. */
  void export(RunItem run, Path file) {
    String user = shown.user();
    List<ListedItem> items =
        columns.get().stream()
            .filter(column -> column.run().equals(run))
            .flatMap(column -> column.items().stream())
            .toList();
    var unused =
        background.read(
            texts.of("users.job.export"),
            control -> {
              ListFile.write(file, ListFormat.of(file), sink -> rows(user, items).forEach(sink));
              return file;
            },
            done -> notices.done(texts.of("users.export.done", done)));
  }

  private static Stream<ListRow> rows(String user, List<ListedItem> items) {
    return items.stream()
        .map(
            each -> new ListRow(user, each.rank(), each.item(), each.name(), (float) each.score()));
  }

  /** Where the lists come from; empty until all are those of the user. */
  Optional<ViewOrigin> origin() {
    List<RunItem> runs = columns.get().stream().map(ModelColumn::run).toList();
    if (shown.user() == null
        || runs.isEmpty()
        || !edits.isEmpty()
        || columns.get().stream().anyMatch(ModelColumn::stale)) {
      return Optional.empty();
    }
    return Optional.of(
        ViewOrigin.ofUser(
            texts.of("users.pin.of", shown.user()),
            runs,
            runs.stream()
                .map(
                    run ->
                        "aisle recommend --run %s --users %s -k %d"
                            .formatted(
                                ViewOrigin.folders(List.of(run)),
                                ShellWord.quoted(shown.user()),
                                DEPTH))
                .toList()));
  }

  /** The lists beside each other, with the hits marked. */
  ViewOrigin.Content content() {
    List<String> header = new ArrayList<>(List.of(texts.of("history.column.place")));
    columns.get().forEach(column -> header.add(column.run().name()));
    List<List<String>> rows = new ArrayList<>();
    for (int rank = 0; rank < DEPTH; rank++) {
      int at = rank;
      List<String> row = new ArrayList<>(List.of(Integer.toString(rank + 1)));
      columns.get().forEach(column -> row.add(words(column.items(), at)));
      rows.add(row);
    }
    return ViewOrigin.Content.ofTable(texts.of("users.lists"), header, rows);
  }

  private static String words(List<ListedItem> items, int at) {
    return at >= items.size() ? "" : items.get(at).name() + (items.get(at).hit() ? " ✓" : "");
  }

  /** One for each run; stale ones are of the user before, or empty, until the new ones come. */
  public ReadOnlyObjectProperty<List<ModelColumn>> columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether a list could not be made; why was told. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }
}
