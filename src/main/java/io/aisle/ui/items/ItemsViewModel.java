package io.aisle.ui.items;

import io.aisle.core.neighbours.ItemTraits;
import io.aisle.core.neighbours.Neighbour;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.neighbours.Neighbourhood;
import io.aisle.core.report.ShellWord;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Which runs and which item are looked at, and what is near to it. Nothing is read before the
 * screen came to the front for the first time. FX thread only.
 */
public final class ItemsViewModel implements Refreshable {
  static final int NEAREST = 20;

  private final RunShelf shelf;
  private final NeighbourService service;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<ItemTraits> reading;
  private final Slot<Two> comparing;
  private final Slot<Drifts> drifting;
  private final ObservableList<RunItem> runs = FXCollections.observableArrayList();
  private final ObservableList<Optional<RunItem>> rivals = FXCollections.observableArrayList();
  private final ObjectProperty<RunItem> run = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<RunItem>> rival =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ItemTraits> traits = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Integer> item = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ItemRow> nearest = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Drifts> drifts = new ReadOnlyObjectWrapper<>(Drifts.NONE);
  private final ItemFinder finder = new ItemFinder(traits);
  private boolean looked;
  private boolean updating;
  private String kept = "";
  private Optional<RunFolder> measured = Optional.empty();

  /** Neighbourhoods of one item. */
  private record Two(Neighbourhood run, Optional<Neighbourhood> rival) {}

  public ItemsViewModel(
      RunShelf shelf,
      NeighbourService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.numbers = numbers;
    this.shelf = shelf;
    this.service = service;
    this.texts = texts;
    this.reading = background.slot(texts.of("items.job.read"));
    this.comparing = background.slot(texts.of("items.job.nearest"));
    this.drifting = background.slot(texts.of("items.job.drift"));
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> fill());
    run.subscribe((before, now) -> chosen());
    rival.subscribe((before, now) -> compare());
  }

  @Override
  public void refresh() {
    shelf.refresh();
    if (!looked) {
      looked = true;
      fill();
    }
  }

  /** Where the neighbours of the item come from; empty when none is chosen. */
  Optional<ViewOrigin> origin() {
    if (nearest.isEmpty() || run.get() == null || item.get() == null) {
      return Optional.empty();
    }
    List<RunItem> both = new ArrayList<>(List.of(run.get()));
    rival.get().ifPresent(both::add);
    String against =
        rival.get().map(other -> " --against " + ViewOrigin.folders(List.of(other))).orElse("");
    String command =
        "aisle neighbours --run %s --item %s -k %d%s"
            .formatted(
                ViewOrigin.folders(List.of(run.get())),
                ShellWord.quoted(traits.get().item().get(item.get())),
                NEAREST,
                against);
    return Optional.of(
        new ViewOrigin(run.get().name(), ViewOrigin.sources(both), List.of(command))
            .under(new RunFolder(run.get().path())::licence));
  }

  private void fill() {
    if (!looked) {
      return;
    }
    List<RunItem> there = shelf.finished().stream().filter(ItemsViewModel::knowsItems).toList();
    RunItem before = run.get();
    updating = true;
    if (!runs.equals(there)) {
      runs.setAll(there);
    }
    run.set(there.contains(before) ? before : preferred(there));
    updating = false;
    if (before == null || !before.equals(run.get())) {
      chosen();
    }
  }

  private static boolean knowsItems(RunItem run) {
    return run.record().answers() && (has(run, ModelTrait.ITEM_WEIGHTS) || hasVectors(run));
  }

  private static boolean has(RunItem run, ModelTrait trait) {
    return run.record().model() != null && run.record().model().has(trait);
  }

  /** Whether a map can be drawn of it. */
  static boolean hasVectors(RunItem run) {
    return has(run, ModelTrait.ITEM_VECTORS);
  }

  /** The newest with vectors. */
  private static RunItem preferred(List<RunItem> runs) {
    return runs.stream()
        .filter(ItemsViewModel::hasVectors)
        .findFirst()
        .or(() -> runs.stream().findFirst())
        .orElse(null);
  }

  private void chosen() {
    if (updating) {
      return;
    }
    RunItem now = run.get();
    List<Optional<RunItem>> others = new ArrayList<>(List.of(Optional.empty()));
    runs.stream()
        .filter(each -> !each.equals(now) && now != null)
        .filter(each -> each.record().dataset().equals(now.record().dataset()))
        .map(Optional::of)
        .forEach(others::add);
    Optional<RunItem> before = rival.get();
    updating = true;
    rivals.setAll(others);
    rival.set(others.contains(before) ? before : Optional.empty());
    updating = false;
    clear(texts.of("items.wait"));
    item.set(null);
    traits.set(null); // even when the next run has the same: what is drawn of it differs
    if (now == null) {
      reading.clear();
      return;
    }
    reading.read(
        control -> service.traits(folder(now), control),
        this::arrived,
        () -> nothing.set(texts.of("items.failed")));
  }

  private void clear(String instead) {
    comparing.clear();
    drifting.clear();
    drifts.set(Drifts.NONE);
    measured = Optional.empty();
    nearest.clear();
    heading.set(texts.of("items.column.near"));
    nothing.set(instead);
  }

  private void arrived(ItemTraits known) {
    traits.set(known);
    Integer same = known.place().get(kept);
    open(same == null ? popular(known) : same);
  }

  private static int popular(ItemTraits known) {
    return IntStream.range(0, known.users().length)
        .reduce((one, other) -> known.users()[other] > known.users()[one] ? other : one)
        .orElse(-1);
  }

  /** Looks at an item. */
  public void open(int place) {
    if (place < 0 || traits.get() == null) {
      return;
    }
    kept = traits.get().item().get(place);
    item.set(place);
    compare();
  }

  private void compare() {
    if (updating || item.get() == null || run.get() == null) {
      return;
    }
    String id = kept;
    RunFolder one = folder(run.get());
    Optional<RunFolder> other = rival.get().map(ItemsViewModel::folder);
    comparing.read(
        control ->
            new Two(
                service.nearest(one, id, NEAREST, control),
                other.map(folder -> service.nearest(folder, id, NEAREST, control))),
        this::show,
        () -> clear(texts.of("items.failed")));
    drift(one, other);
  }

  /** Compares the whole catalogues when another run was chosen. */
  private void drift(RunFolder one, Optional<RunFolder> other) {
    if (other.equals(measured)) {
      return;
    }
    measured = other;
    drifting.clear();
    drifts.set(Drifts.NONE);
    other.ifPresent(
        folder ->
            drifting.read(
                control -> Drifts.of(service.drift(one, folder, NEAREST, control)), drifts::set));
  }

  private static RunFolder folder(RunItem run) {
    return new RunFolder(run.path());
  }

  private void show(Two two) {
    ItemTraits known = traits.get();
    Set<String> there =
        two.rival().stream()
            .flatMap(each -> each.nearest().stream())
            .map(Neighbour::item)
            .collect(Collectors.toSet());
    heading.set(texts.of("items.measure." + two.run().measure()));
    nothing.set(texts.of("items.unlearned"));
    List<ItemRow> rows = new ArrayList<>();
    for (Neighbour each : two.run().nearest()) {
      int place = known.place().get(each.item());
      boolean also = there.contains(each.item());
      rows.add(ItemRow.of(known, place, each.similarity(), also, Double.NaN, Double.NaN));
    }
    nearest.setAll(rows);
  }

  /** What an item is called. */
  String label(int place) {
    return traits.get().label(place);
  }

  /** What is known of an item, in one line. */
  String facts(int place) {
    ItemTraits known = traits.get();
    List<String> said = new ArrayList<>(List.of(known.item().get(place)));
    if (!known.category().get(place).isEmpty()) {
      said.add(known.category().get(place));
    }
    if (Double.isFinite(known.price()[place])) {
      said.add(numbers.money(known.price()[place]));
    }
    said.add(texts.of("items.users", known.users()[place]));
    return String.join(" · ", said);
  }

  /** Finds items by what is typed. */
  ItemFinder finder() {
    return finder;
  }

  /** The runs whose models know something of items, the newest first. */
  public ObservableList<RunItem> runs() {
    return runs;
  }

  /** None, and the runs of the same data set that can be held against the chosen one. */
  public ObservableList<Optional<RunItem>> rivals() {
    return rivals;
  }

  public ObjectProperty<RunItem> runProperty() {
    return run;
  }

  public ObjectProperty<Optional<RunItem>> rivalProperty() {
    return rival;
  }

  /** The items of the run; null until they were read. */
  public ReadOnlyObjectProperty<ItemTraits> traitsProperty() {
    return traits.getReadOnlyProperty();
  }

  /** Place of the item that is looked at; null for none. */
  public ReadOnlyObjectProperty<Integer> itemProperty() {
    return item.getReadOnlyProperty();
  }

  /** The nearest first. */
  public ObservableList<ItemRow> nearest() {
    return nearest;
  }

  /** In what nearness is measured. */
  public ReadOnlyStringProperty headingProperty() {
    return heading.getReadOnlyProperty();
  }

  /** Why nothing is listed, when nothing is. */
  public ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  /** Whether the price of any item is known. */
  ObservableValue<Boolean> priced() {
    return traits
        .map(known -> Arrays.stream(known.price()).anyMatch(Double::isFinite))
        .orElse(false);
  }

  /** Whether any item has a category. */
  ObservableValue<Boolean> categorised() {
    return traits
        .map(known -> known.category().stream().anyMatch(each -> !each.isEmpty()))
        .orElse(false);
  }

  /** How far items moved to the other run. */
  public ReadOnlyObjectProperty<Drifts> driftsProperty() {
    return drifts.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return comparing.busyProperty();
  }

  public ReadOnlyBooleanProperty driftingProperty() {
    return drifting.busyProperty();
  }

  /** Whether the runs of the workspace were listed. */
  public ReadOnlyBooleanProperty listedProperty() {
    return shelf.listedProperty();
  }
}
