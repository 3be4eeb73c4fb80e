package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Where a model looks, by layer and head. FX thread only. */
public final class AttentionViewModel {
  /** Stands for the mean over all heads. */
  public static final int MEAN = -1;

  /** Stands for all heads side by side. */
  public static final int ALL = -2;

  /** Choices of how many of the last positions are shown; 0: all. */
  public static final List<Integer> WINDOWS = List.of(12, 25, 50, 0);

  private final UsersService service;
  private final ItemFocus focus;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Explanation> slot;
  private final ObservableList<Integer> layers = FXCollections.observableArrayList();
  private final ObservableList<Integer> heads = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
  private final ObjectProperty<Integer> head = new SimpleObjectProperty<>(MEAN);
  private final ObjectProperty<Integer> window = new SimpleObjectProperty<>(WINDOWS.getFirst());
  private final ReadOnlyObjectWrapper<HeatMap.Matrix> matrix =
      new ReadOnlyObjectWrapper<>(HeatMap.Matrix.EMPTY);
  private final ReadOnlyObjectWrapper<List<HeadMap>> multiples =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Explanation> explained = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Asked> askedOf =
      new ReadOnlyObjectWrapper<>(new Asked(null, null));
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper item = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private Shown shown = new Shown(null, null, null);
  private boolean updating;

  private record Shown(String user, RunItem run, String item) {}

  /** Whom it is about, and which run; null when none. */
  record Asked(String user, RunItem run) {}

  /** One head's weights. */
  public record HeadMap(String name, HeatMap.Matrix matrix) {}

  public AttentionViewModel(
      UsersService service, Background background, ItemFocus focus, Texts texts, Numbers numbers) {
    this.service = service;
    this.focus = focus;
    this.texts = texts;
    this.numbers = numbers;
    this.slot = background.slot(texts.of("users.job.explain"));
    layer.subscribe((before, now) -> draw());
    head.subscribe((before, now) -> draw());
    window.subscribe((before, now) -> draw());
    focus.itemProperty().subscribe((before, now) -> draw());
    clear();
  }

  /**
   * Explains why a run shows an item; does nothing when everything is as it was.
   *
   * @param user null shows none
   * @param by whose list has the item
   * @param wanted null takes the first of the run's list
   */
  void show(String user, RunItem by, String wanted) {
    Shown asked = new Shown(user, by, wanted);
    if (!Objects.equals(asked, shown)) {
      shown = asked;
      askedOf.set(new Asked(user, by));
      again();
    }
  }

  /** Asks once more, such as after the worker died: the next question starts another. */
  public void again() {
    slot.clear();
    Shown asked = shown;
    if (asked.user() == null || asked.run() == null) {
      clear();
      return;
    }
    title.set(texts.of("attention.title", asked.run().name()));
    if (explained.get() == null) {
      empty.set(texts.of("attention.wait"));
    }
    slot.read(
        control ->
            service.explain(
                new RunFolder(asked.run().path()), asked.user(), Optional.ofNullable(asked.item())),
        this::explained,
        () -> {
          clear();
          empty.set(texts.of("attention.failed"));
        });
  }

  private void clear() {
    explained.set(null);
    title.set(texts.of("attention.head.title"));
    item.set("");
    draw();
  }

  private void explained(Explanation found) {
    explained.set(found);
    item.set(texts.of("attention.item", ListsViewModel.name(found.title(), found.item())));
    List<List<List<List<Double>>>> weights = found.attention();
    int count = weights.isEmpty() ? 0 : weights.getFirst().size();
    updating = true;
    List<Integer> kept = new ArrayList<>(IntStream.range(0, weights.size()).boxed().toList());
    if (kept.size() > 1) {
      kept.add(MEAN);
    }
    if (!layers.equals(kept)) {
      layers.setAll(kept);
    }
    List<Integer> offered = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    if (count > 0) {
      offered.add(MEAN);
    }
    if (count > 1) {
      offered.add(ALL);
    }
    if (!heads.equals(offered)) {
      heads.setAll(offered);
    }
    if (!weights.isEmpty()) {
      layer.set(layers.contains(layer.get()) ? layer.get() : weights.size() - 1);
      head.set(heads.contains(head.get()) ? head.get() : MEAN);
    }
    updating = false;
    draw();
  }

  private void draw() {
    if (updating) {
      return;
    }
    Explanation explanation = explained.get();
    if (explanation == null) {
      matrix.set(HeatMap.Matrix.EMPTY);
      multiples.set(List.of());
      summary.set("");
      empty.set(texts.of("attention.none"));
      return;
    }
    boolean attends = !explanation.attention().isEmpty();
    empty.set(attends ? "" : texts.of("attention.without", shown.run().name()));
    List<String> named = named(explanation);
    double[][] cells = attends ? cells(head.get() == ALL ? MEAN : head.get()) : new double[0][];
    List<String> seen = named.subList(explanation.first(), named.size());
    matrix.set(attends ? windowed(seen, cells) : HeatMap.Matrix.EMPTY);
    multiples.set(attends && head.get() == ALL ? multiples(seen) : List.of());
    summary.set(attends ? strongest(seen, cells) : "");
  }

  private double[][] cells(int wanted) {
    return AttentionCells.of(explained.get().attention(), layer.get(), wanted);
  }

  private HeatMap.Matrix windowed(List<String> names, double[][] cells) {
    double[][] last = AttentionCells.window(cells, window.get());
    List<String> kept = names.subList(names.size() - AttentionCells.keys(last), names.size());
    return new HeatMap.Matrix(queries(kept, last), kept, last);
  }

  /** Who asks: each position, or the user alone, as in a graph. */
  private List<String> queries(List<String> keys, double[][] cells) {
    return cells.length == keys.size() ? keys : List.of(texts.of("attention.user"));
  }

  private List<HeadMap> multiples(List<String> names) {
    return heads.stream()
        .filter(each -> each >= 0)
        .map(each -> new HeadMap(headWords(each), windowed(names, cells(each))))
        .toList();
  }

  /** Titles, the one that is pointed at marked. */
  private List<String> named(Explanation explanation) {
    return explanation.history().stream()
        .map(
            each -> {
              String name = ListsViewModel.name(each.title(), each.item());
              return focus.is(each.item()) ? texts.of("attention.pointed", name) : name;
            })
        .toList();
  }

  private String strongest(List<String> names, double[][] cells) {
    if (cells.length == 0) {
      return "";
    }
    int last = cells.length - 1;
    int best = AttentionCells.strongest(cells[last]);
    String weight = numbers.metric(cells[last][best]);
    return cells.length == names.size()
        ? texts.of("attention.summary", names.get(last), names.get(best), weight)
        : texts.of("attention.summary.user", names.get(best), weight);
  }

  /** The exact weight of a cell in words; the summary when there is none. */
  public String words(HeatMap.Cell cell) {
    HeatMap.Matrix now = matrix.get();
    if (cell == null || cell.row() >= now.cells().length) {
      return summary.get();
    }
    return words(now, cell);
  }

  /** The exact weight of a cell in words. */
  public String words(HeatMap.Matrix now, HeatMap.Cell cell) {
    double weight = now.cells()[cell.row()][cell.column()];
    String row = now.rows().get(cell.row());
    String column = now.columns().get(cell.column());
    return Double.isNaN(weight)
        ? texts.of("attention.masked", row, column)
        : texts.of("attention.cell", row, column, numbers.metric(weight));
  }

  /** A head in words. */
  public String headWords(int each) {
    return switch (each) {
      case MEAN -> texts.of("attention.mean");
      case ALL -> texts.of("attention.all");
      default -> texts.of("attention.head", each + 1);
    };
  }

  /** A layer in words. */
  public String layerWords(int each) {
    return switch (each) {
      case MEAN -> texts.of("attention.mean");
      case 0 -> texts.of("attention.layer", 1);
      default -> String.valueOf(each + 1);
    };
  }

  /** Layers from 0, and {@link #MEAN} where there are several; empty without attention. */
  public ObservableList<Integer> layers() {
    return layers;
  }

  /** Heads from 0, {@link #MEAN} and {@link #ALL}; empty for models without attention. */
  public ObservableList<Integer> heads() {
    return heads;
  }

  public ObjectProperty<Integer> layerProperty() {
    return layer;
  }

  public ObjectProperty<Integer> headProperty() {
    return head;
  }

  /** How many of the last positions are shown; 0: all. */
  public ObjectProperty<Integer> windowProperty() {
    return window;
  }

  public ReadOnlyObjectProperty<HeatMap.Matrix> matrixProperty() {
    return matrix.getReadOnlyProperty();
  }

  /** Each head by itself; empty unless {@link #ALL} is chosen. */
  public ReadOnlyObjectProperty<List<HeadMap>> multiplesProperty() {
    return multiples.getReadOnlyProperty();
  }

  /** Titles of the history that is explained, oldest first, the one that is pointed at marked. */
  List<String> names() {
    return named(explained.get());
  }

  /** What is explained; null when nothing is. */
  ReadOnlyObjectProperty<Explanation> explanationProperty() {
    return explained.getReadOnlyProperty();
  }

  /** Who and which run is asked about. */
  ReadOnlyObjectProperty<Asked> askedProperty() {
    return askedOf.getReadOnlyProperty();
  }

  /** Where it all comes from, for a report. */
  Optional<ViewOrigin> origin() {
    return ExplanationOrigin.of(askedOf.get(), explained.get(), texts);
  }

  /** Whose attention it is. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** For which item. */
  public ReadOnlyStringProperty itemProperty() {
    return item.getReadOnlyProperty();
  }

  /** Why there is no heat map; empty when there is one. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** What the heat map says, for those who do not see it. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
