package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
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

/** Where a model looks, by layer and head, and what each history item adds. FX thread only. */
public final class AttentionViewModel {
  /** Stands for the mean over all heads. */
  public static final int MEAN = -1;

  private final UsersService service;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Explanation> slot;
  private final ObservableList<Integer> layers = FXCollections.observableArrayList();
  private final ObservableList<Integer> heads = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
  private final ObjectProperty<Integer> head = new SimpleObjectProperty<>(MEAN);
  private final ReadOnlyObjectWrapper<HeatMap.Matrix> matrix =
      new ReadOnlyObjectWrapper<>(HeatMap.Matrix.EMPTY);
  private final ReadOnlyObjectWrapper<List<BarPairs.Pair>> pairs =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private Shown shown = new Shown(null, null, null);
  private Explanation explanation;

  private record Shown(String user, RunItem run, String item) {}

  public AttentionViewModel(
      UsersService service, Background background, Texts texts, Numbers numbers) {
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.slot = background.slot(texts.of("users.job.explain"));
    layer.subscribe((before, now) -> draw());
    head.subscribe((before, now) -> draw());
    clear();
  }

  /**
   * Explains why a run shows an item; does nothing when everything is as it was.
   *
   * @param user null shows none
   * @param item null takes the first of the run's list
   */
  void show(String user, RunItem run, String item) {
    Shown wanted = new Shown(user, run, item);
    if (Objects.equals(wanted, shown)) {
      return;
    }
    shown = wanted;
    slot.clear();
    if (user == null || run == null) {
      clear();
      return;
    }
    explanation = null;
    draw();
    empty.set(texts.of("attention.wait"));
    slot.read(
        control -> service.explain(new RunFolder(run.path()), user, Optional.ofNullable(item)),
        this::explained);
  }

  private void clear() {
    explanation = null;
    title.set("");
    draw();
  }

  private void explained(Explanation found) {
    explanation = found;
    String name = ListsViewModel.name(found.title(), found.item());
    title.set(texts.of("attention.title", shown.run().record().name(), name));
    List<List<List<List<Double>>>> weights = found.attention();
    layers.setAll(IntStream.range(0, weights.size()).boxed().toList());
    int count = weights.isEmpty() ? 0 : weights.getFirst().size();
    heads.setAll(IntStream.range(MEAN, count).boxed().filter(each -> count > 0).toList());
    if (!weights.isEmpty()) {
      layer.set(Math.min(layer.get() == null ? 0 : layer.get(), weights.size() - 1));
      head.set(head.get() == null || head.get() >= count ? MEAN : head.get());
    }
    draw();
  }

  private void draw() {
    if (explanation == null) {
      matrix.set(HeatMap.Matrix.EMPTY);
      pairs.set(List.of());
      summary.set("");
      empty.set(texts.of("attention.none"));
      return;
    }
    boolean attends = !explanation.attention().isEmpty();
    double[][] cells =
        attends && layer.get() != null && head.get() != null
            ? AttentionCells.of(explanation.attention(), layer.get(), head.get())
            : new double[0][];
    List<String> names = names().subList(explanation.first(), names().size());
    matrix.set(attends ? new HeatMap.Matrix(names, names, cells) : HeatMap.Matrix.EMPTY);
    empty.set(attends ? "" : texts.of("attention.without", shown.run().record().name()));
    pairs.set(AttentionCells.pairs(names(), explanation, cells));
    summary.set(attends ? strongest(names, cells) : "");
  }

  private List<String> names() {
    return explanation.history().stream()
        .map(item -> ListsViewModel.name(item.title(), item.item()))
        .toList();
  }

  private String strongest(List<String> names, double[][] cells) {
    if (cells.length == 0) {
      return "";
    }
    int last = cells.length - 1;
    int best = AttentionCells.strongest(cells[last]);
    return texts.of(
        "attention.summary", names.get(last), names.get(best), numbers.metric(cells[last][best]));
  }

  /** The exact weight of a cell in words; the summary when there is none. */
  public String words(HeatMap.Cell cell) {
    HeatMap.Matrix now = matrix.get();
    if (cell == null || cell.row() >= now.cells().length) {
      return summary.get();
    }
    double weight = now.cells()[cell.row()][cell.column()];
    String row = now.rows().get(cell.row());
    String column = now.columns().get(cell.column());
    return Double.isNaN(weight)
        ? texts.of("attention.masked", row, column)
        : texts.of("attention.cell", row, column, numbers.metric(weight));
  }

  /** Layers from 0; empty for models without attention. */
  public ObservableList<Integer> layers() {
    return layers;
  }

  /** {@link #MEAN}, then heads from 0; empty for models without attention. */
  public ObservableList<Integer> heads() {
    return heads;
  }

  public ObjectProperty<Integer> layerProperty() {
    return layer;
  }

  public ObjectProperty<Integer> headProperty() {
    return head;
  }

  public ReadOnlyObjectProperty<HeatMap.Matrix> matrixProperty() {
    return matrix.getReadOnlyProperty();
  }

  /** What the strongest history items add, and how much attention they get. */
  public ReadOnlyObjectProperty<List<BarPairs.Pair>> pairsProperty() {
    return pairs.getReadOnlyProperty();
  }

  /** The run and the item. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
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
