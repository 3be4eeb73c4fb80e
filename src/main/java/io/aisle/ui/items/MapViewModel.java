package io.aisle.ui.items;

import io.aisle.core.neighbours.ItemMap;
import io.aisle.core.neighbours.ItemTraits;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.neighbours.Projection;
import io.aisle.core.report.ShellWord;
import io.aisle.core.training.RunFolder;
import io.aisle.ui.chart.Cloud;
import io.aisle.ui.chart.PointCloud;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The map of the items, and which of them are selected. FX thread only. */
public final class MapViewModel {
  static final long SEED = 1;

  private final ItemsViewModel items;
  private final NeighbourService service;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<ItemMap> slot;
  private final ObjectProperty<Drawing> projection = new SimpleObjectProperty<>(Drawing.UMAP);
  private final ObjectProperty<Colouring> colouring =
      new SimpleObjectProperty<>(Colouring.CATEGORY);
  private final ObservableList<Colouring> colourings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Cloud> cloud = new ReadOnlyObjectWrapper<>(Cloud.EMPTY);
  private final ReadOnlyObjectWrapper<PointCloud.Marks> marks =
      new ReadOnlyObjectWrapper<>(PointCloud.Marks.NONE);
  private final ObjectProperty<BitSet> selection = new SimpleObjectProperty<>(new BitSet());
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
  private ItemMap map;
  private int[] places = new int[0];
  private int[] points = new int[0];
  private boolean updating;

  public MapViewModel(
      ItemsViewModel items,
      NeighbourService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.items = items;
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.slot = background.slot(texts.of("items.job.map"));
    items.traitsProperty().subscribe(this::draw);
    projection.subscribe((before, now) -> draw());
    colouring.subscribe((before, now) -> colour());
    items.driftsProperty().subscribe((before, now) -> offer());
    items.nearest().addListener((ListChangeListener<ItemRow>) change -> mark());
    items.itemProperty().subscribe((before, now) -> mark());
    offer();
    draw();
  }

  /** Draws the map of the run anew. */
  void draw() {
    slot.clear();
    map = null;
    selection.set(new BitSet());
    show();
    RunItem run = items.runProperty().get();
    if (run == null || items.traitsProperty().get() == null) {
      nothing.set(texts.of("items.map.wait"));
      return;
    }
    if (!ItemsViewModel.hasVectors(run)) {
      nothing.set(texts.of("items.map.weights", run.name()));
      return;
    }
    nothing.set(texts.of("items.map.drawing." + projection.get()));
    Projection wanted = projection.get().projection();
    slot.read(
        control -> service.map(new RunFolder(run.path()), wanted, SEED, control),
        found -> {
          map = found;
          show();
        },
        () -> nothing.set(texts.of("items.map.failed")));
  }

  /** Gives up a map that takes too long. */
  public void cancel() {
    slot.clear();
    nothing.set(texts.of("items.map.cancelled"));
  }

  private void show() {
    ItemTraits traits = items.traitsProperty().get();
    if (map == null || traits == null) {
      places = new int[0];
      cloud.set(Cloud.EMPTY);
      marks.set(PointCloud.Marks.NONE);
      subtitle.set("");
      return;
    }
    places = map.item().stream().mapToInt(traits.place()::get).toArray();
    points = new int[traits.item().size()];
    Arrays.fill(points, -1);
    for (int point = 0; point < places.length; point++) {
      points[places[point]] = point;
    }
    List<String> said = new ArrayList<>();
    said.add(texts.of("items.map.items", places.length));
    if (map.kept() != null) {
      said.add(texts.of("items.map.kept", numbers.percent(map.kept())));
    }
    if (map.rare() > 0) {
      said.add(texts.of("items.map.rare", map.rare()));
    }
    subtitle.set(String.join(" · ", said));
    offer();
    colour();
    mark();
  }

  /** The colours that there is something to say by. */
  private void offer() {
    List<Colouring> possible = new ArrayList<>(List.of(Colouring.CATEGORY, Colouring.POPULARITY));
    ItemTraits traits = items.traitsProperty().get();
    if (traits != null && Arrays.stream(traits.price()).anyMatch(Double::isFinite)) {
      possible.add(Colouring.PRICE);
    }
    if (items.driftsProperty().get().known()) {
      possible.add(Colouring.DRIFT);
    }
    if (traits != null && traits.category().stream().allMatch(String::isEmpty)) {
      possible.remove(Colouring.CATEGORY);
    }
    if (!colourings.equals(possible)) {
      Colouring before = colouring.get();
      updating = true;
      colourings.setAll(possible);
      colouring.set(possible.contains(before) ? before : possible.getFirst());
      updating = false;
    }
    colour();
  }

  private void colour() {
    ItemTraits traits = items.traitsProperty().get();
    if (updating || map == null || traits == null || colouring.get() == null) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (int place : places) {
      names.add(traits.label(place));
    }
    cloud.set(
        new Cloud(
            map.x(),
            map.y(),
            names,
            colouring.get().of(traits, places, items.driftsProperty().get(), texts, numbers)));
  }

  private void mark() {
    Integer item = items.itemProperty().get();
    if (map == null || item == null || item >= points.length) {
      marks.set(PointCloud.Marks.NONE);
      return;
    }
    int[] near =
        items.nearest().stream()
            .mapToInt(row -> points[row.place()])
            .filter(point -> point >= 0)
            .toArray();
    marks.set(new PointCloud.Marks(points[item], near));
  }

  /** What is said of a point beside its name. */
  List<PointCloud.Fact> facts(int point) {
    ItemTraits traits = items.traitsProperty().get();
    int place = places[point];
    List<PointCloud.Fact> facts = new ArrayList<>();
    String category = traits.category().get(place);
    if (!category.isEmpty()) {
      facts.add(new PointCloud.Fact(texts.of("items.column.category"), category));
    }
    if (Double.isFinite(traits.price()[place])) {
      facts.add(
          new PointCloud.Fact(
              texts.of("items.column.price"), numbers.money(traits.price()[place])));
    }
    facts.add(
        new PointCloud.Fact(texts.of("items.column.users"), numbers.count(traits.users()[place])));
    double overlap = items.driftsProperty().get().overlap(traits.item().get(place));
    if (Double.isFinite(overlap)) {
      facts.add(new PointCloud.Fact(texts.of("items.column.overlap"), numbers.free(overlap)));
    }
    return facts;
  }

  /** Looks at the item of a point. */
  void open(int point) {
    items.open(places[point]);
  }

  /** Places of the selected items. */
  List<Integer> selected() {
    return selection.get().stream()
        .filter(i -> i < places.length)
        .mapToObj(i -> places[i])
        .toList();
  }

  /** Where the map comes from; empty when there is none. */
  Optional<ViewOrigin> origin() {
    RunItem run = items.runProperty().get();
    if (map == null || run == null) {
      return Optional.empty();
    }
    List<RunItem> runs = new ArrayList<>(List.of(run));
    items.rivalProperty().get().ifPresent(runs::add);
    String command =
        "aisle map --run %s --projection %s --seed %d"
            .formatted(
                ViewOrigin.folders(List.of(run)),
                map.projection().name().toLowerCase(Locale.ROOT),
                map.seed());
    String against =
        items
            .rivalProperty()
            .get()
            .map(other -> " --against " + ShellWord.quoted(other.path().getFileName().toString()))
            .orElse("");
    return Optional.of(
        new ViewOrigin(run.name(), ViewOrigin.sources(runs), List.of(command + against))
            .under(new RunFolder(run.path())::licence));
  }

  public ObjectProperty<Drawing> projectionProperty() {
    return projection;
  }

  public ObjectProperty<Colouring> colouringProperty() {
    return colouring;
  }

  public ObservableList<Colouring> colourings() {
    return colourings;
  }

  public ReadOnlyObjectProperty<Cloud> cloudProperty() {
    return cloud.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<PointCloud.Marks> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** Points of the cloud. */
  public ObjectProperty<BitSet> selectionProperty() {
    return selection;
  }

  /** How many items are drawn, and what was left out. */
  public ReadOnlyStringProperty subtitleProperty() {
    return subtitle.getReadOnlyProperty();
  }

  /** Why there is no map, when there is none. */
  public ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
