package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.report.ShellWord;
import io.aisle.core.slices.SliceQuestion;
import io.aisle.core.slices.SliceReport;
import io.aisle.core.slices.SliceService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * For whom a run of the comparison is weak, by the chosen metric; searched when its page is looked
 * at. FX thread only.
 */
public final class SlicesViewModel {
  /** What stands for the search among the attributes. */
  static final String WORST = "";

  /** What stands for as many users as suit the data. */
  static final int AUTOMATIC = 0;

  private final CompareViewModel table;
  private final SliceService service;
  private final Texts texts;
  private final Numbers numbers;
  private final SliceWords words;
  private final Slot<SliceReport> slot;
  private final ObservableList<RunItem> runs = FXCollections.observableArrayList();
  private final ObservableList<Optional<RunItem>> rivals = FXCollections.observableArrayList();
  private final ObservableList<String> attributes = FXCollections.observableArrayList(WORST);
  private final ObservableList<SliceRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<RunItem> run = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<RunItem>> rival =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<String> attribute = new SimpleObjectProperty<>(WORST);
  private final ObjectProperty<Integer> least = new SimpleObjectProperty<>(AUTOMATIC);
  private final ReadOnlyObjectWrapper<Heads> heads = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
  private Asked asked;
  private SliceReport report;
  private boolean updating;

  /** What the rows answer, or will. */
  private record Asked(
      RunItem run, Optional<RunItem> rival, Metric metric, String attribute, int least) {
    ViewOrigin origin() {
      List<RunItem> runs = Stream.concat(Stream.of(run), rival.stream()).toList();
      StringBuilder command =
          new StringBuilder("aisle slices --run ").append(ViewOrigin.folders(List.of(run)));
      rival.ifPresent(
          other -> command.append(" --against ").append(ViewOrigin.folders(List.of(other))));
      command.append(" --metric ").append(metric.id());
      if (least != AUTOMATIC) {
        command.append(" --min ").append(least);
      }
      if (!attribute.equals(WORST)) {
        command.append(" --by ").append(ShellWord.quoted(attribute));
      }
      return new ViewOrigin("", ViewOrigin.sources(runs), List.of(command.toString()));
    }
  }

  /**
   * Heads of the columns of means.
   *
   * @param against empty for one run alone
   */
  record Heads(String mean, String against) {}

  public SlicesViewModel(
      CompareViewModel table,
      SliceService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.table = table;
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new SliceWords(texts);
    this.slot = background.slot(texts.of("slices.job"));
    table.comparisonProperty().subscribe(this::compared);
    table.metricProperty().subscribe((before, now) -> look());
    table.pageProperty().subscribe((before, now) -> look());
    run.subscribe((before, now) -> chosen());
    Stream.of(rival, attribute, least).forEach(each -> each.subscribe((before, now) -> look()));
  }

  private void compared() {
    Comparison now = table.comparisonProperty().get();
    List<RunItem> there = now == null ? List.of() : bestFirst(now);
    RunItem kept = run.get();
    updating = true;
    runs.setAll(there);
    run.set(there.contains(kept) ? kept : there.stream().findFirst().orElse(null));
    updating = false;
    chosen();
  }

  private List<RunItem> bestFirst(Comparison found) {
    Metric metric = table.metricProperty().get();
    double sign = metric != null && metric.loss() ? 1 : -1;
    return found.rows().stream()
        .sorted(
            Comparator.comparingDouble(
                row -> metric == null ? 0 : sign * row.estimates().get(metric).mean()))
        .map(table::item)
        .toList();
  }

  /** A run is not held against itself. */
  private void chosen() {
    if (updating) {
      return;
    }
    Optional<RunItem> kept = rival.get();
    List<Optional<RunItem>> others = new ArrayList<>(List.of(Optional.empty()));
    runs.stream().filter(each -> !each.equals(run.get())).map(Optional::of).forEach(others::add);
    updating = true;
    rivals.setAll(others);
    rival.set(others.contains(kept) ? kept : Optional.empty());
    updating = false;
    look();
  }

  private void look() {
    Metric metric = table.metricProperty().get();
    if (updating || table.pageProperty().get() != Page.SLICES) {
      return;
    }
    if (run.get() == null || metric == null || !metric.perUser()) {
      clear(metric == null ? "" : texts.of("slices.no.users", MetricWords.of(texts, metric)));
      return;
    }
    Asked now = new Asked(run.get(), rival.get(), metric, attribute.get(), least.get());
    if (now.equals(asked)) {
      return;
    }
    clear(texts.of("slices.wait"));
    asked = now;
    slot.read(
        control ->
            now.attribute().equals(WORST)
                ? service.worst(question(now), control)
                : service.by(question(now), now.attribute(), control),
        this::arrived,
        () -> clear(texts.of("slices.failed")));
  }

  private void clear(String instead) {
    slot.clear();
    asked = null;
    report = null;
    rows.clear();
    subtitle.set("");
    nothing.set(instead);
  }

  private static SliceQuestion question(Asked asked) {
    return new SliceQuestion(
        new RunFolder(asked.run().path()),
        asked.rival().map(each -> new RunFolder(each.path())),
        asked.metric(),
        asked.least() == AUTOMATIC ? OptionalInt.empty() : OptionalInt.of(asked.least()));
  }

  private void arrived(SliceReport found) {
    List<String> known = new ArrayList<>(List.of(WORST));
    known.addAll(found.attributes());
    if (!attributes.equals(known)) {
      updating = true;
      String kept = attribute.get();
      attributes.setAll(known);
      attribute.set(known.contains(kept) ? kept : WORST);
      updating = false;
    }
    nothing.set(texts.of(attribute.get().equals(WORST) ? "slices.none" : "slices.small"));
    report = found;
    double sign = found.question().metric().loss() ? -1 : 1;
    double most =
        found.slices().stream().mapToDouble(each -> Math.abs(each.difference())).max().orElse(1);
    heads.set(
        new Heads(
            two() ? asked.run().name() : MetricWords.of(texts, asked.metric()),
            asked.rival().map(RunItem::name).orElse("")));
    rows.setAll(
        found.slices().stream()
            .map(each -> SliceRow.of(each, words.of(each), sign * each.difference() / most))
            .toList());
    subtitle.set(
        texts.of(
            two() ? "slices.everybody.two" : "slices.everybody",
            found.least(),
            MetricWords.of(texts, found.question().metric()),
            two()
                ? numbers.difference(found.everybody().mean())
                : numbers.metric(found.everybody().mean()),
            found.users().size()));
  }

  private boolean two() {
    return report.question().against().isPresent();
  }

  /** Where the users of a row are shown. */
  Place.OfUsers place(SliceRow row) {
    List<Path> folders =
        Stream.concat(
                Stream.of(asked.run().path()),
                runs.stream().map(RunItem::path).filter(path -> !path.equals(asked.run().path())))
            .toList();
    return new Place.OfUsers(row.name(), report.usersOf(row.slice()), folders);
  }

  /** An entry of {@link #attributes} in words. */
  String attributeWords(String id) {
    return id.equals(WORST) ? texts.of("slices.worst") : texts.of("slices.by", words.attribute(id));
  }

  /** The runs of the comparison, the best first. */
  public ObservableList<RunItem> runs() {
    return runs;
  }

  /** Nobody, and the runs that the chosen one can be held against. */
  public ObservableList<Optional<RunItem>> rivals() {
    return rivals;
  }

  /** The search, and ids of what is known of the users; only the search until it was made once. */
  public ObservableList<String> attributes() {
    return attributes;
  }

  /** The worst first. */
  public ObservableList<SliceRow> rows() {
    return rows;
  }

  public ObjectProperty<RunItem> runProperty() {
    return run;
  }

  public ObjectProperty<Optional<RunItem>> rivalProperty() {
    return rival;
  }

  public ObjectProperty<String> attributeProperty() {
    return attribute;
  }

  /** Users of a slice at least; {@link #AUTOMATIC} for as many as suit the data. */
  public ObjectProperty<Integer> leastProperty() {
    return least;
  }

  /** What the columns of the runs are headed by; null before the first rows. */
  public ReadOnlyObjectProperty<Heads> headsProperty() {
    return heads.getReadOnlyProperty();
  }

  /** How everybody is served, and how large a slice is; empty while there is nothing. */
  public ReadOnlyStringProperty subtitleProperty() {
    return subtitle.getReadOnlyProperty();
  }

  /** Why there are no rows, when there are none. */
  public ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Where the slices come from; empty when there are none. */
  Optional<ViewOrigin> origin() {
    return report == null ? Optional.empty() : Optional.of(asked.origin());
  }
}
