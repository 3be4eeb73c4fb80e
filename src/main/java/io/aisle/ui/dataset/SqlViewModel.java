package io.aisle.ui.dataset;

import io.aisle.core.export.CellText;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.report.ShellWord;
import io.aisle.core.sql.SqlQuery;
import io.aisle.core.sql.SqlResult;
import io.aisle.core.sql.SqlService;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.QueryView;
import io.aisle.domain.data.TableHead;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.PagedList;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** A query, and the rows that it gave. FX thread only. */
public final class SqlViewModel {
  /** Times that a query may take. */
  static final List<Duration> TIMES =
      List.of(SqlQuery.TIME, Duration.ofMinutes(5), Duration.ofMinutes(30));

  /** Characters of a cell that a table shows. */
  private static final int SHOWN = 500;

  /** Decimals of a number that a table shows. */
  private static final int DECIMALS = 6;

  /** Where a query stands. */
  public enum State {
    EMPTY,
    RUNNING,
    READY,
    FAILED
  }

  private record Answer(SqlResult result, String problem) {}

  private final SqlService service;
  private final SqlShelfViewModel shelf;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Answer> running;
  private final Slot<Map<Long, String>> naming;

  /** Results that are not closed yet; one may come after nobody waits for it any more. */
  private final Queue<SqlResult> open = new ConcurrentLinkedQueue<>();

  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final StringProperty text;
  private final ObjectProperty<Duration> time = new SimpleObjectProperty<>(SqlQuery.TIME);
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyObjectWrapper<SqlResult> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper schema = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public SqlViewModel(
      SqlService service,
      SqlShelfViewModel shelf,
      Background background,
      Notices notices,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.shelf = shelf;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.numbers = numbers;
    this.running = background.slot(texts.of("sql.job.run"));
    this.naming = background.slot(texts.of("sql.job.views"));
    this.text = new SimpleStringProperty(texts.of("sql.first"));
    shown.subscribe(this::name);
  }

  /** Queries are on this version from now on; null: on none. */
  public void show(DatasetVersion now) {
    version.set(now);
    name();
  }

  private void name() {
    DatasetVersion now = version.get();
    schema.set("");
    if (shown.get() && ready()) {
      naming.read(
          control -> service.schemas(), names -> schema.set(names.getOrDefault(now.id(), "")));
    }
  }

  /** Whether there is a version that can be asked. */
  boolean ready() {
    return version.get() != null && version.get().state() == DatasetVersion.State.COMPLETE;
  }

  /** Runs the text. */
  void run() {
    if (ready() && !text.get().isBlank()) {
      shelf.ran(text.get().strip());
      run(new SqlQuery(text.get(), version.get().id(), 0, time.get()));
    }
  }

  /**
   * Sorts the rows that are shown by running their query again.
   *
   * @param order 1-based column, negative for the largest first; 0: as the query says
   */
  void sort(int order) {
    if (state.get() == State.READY && result.get().query().order() != order) {
      run(result.get().query().orderedBy(order));
    }
  }

  private void run(SqlQuery query) {
    state.set(State.RUNNING);
    running.read(
        control -> {
          try {
            SqlResult made = service.run(query, control);
            open.add(made);
            return new Answer(made, "");
          } catch (InputException e) {
            return new Answer(null, e.getMessage());
          }
        },
        this::arrived,
        () -> failed(texts.of("sql.failed")));
  }

  private void arrived(Answer answer) {
    if (answer.result() == null) {
      failed(texts.sentence(answer.problem()));
      return;
    }
    result.set(answer.result());
    state.set(State.READY);
    closeAllBut(answer.result());
  }

  private void failed(String sentence) {
    problem.set(sentence);
    result.set(null);
    state.set(State.FAILED);
    closeAllBut(null);
  }

  private void closeAllBut(SqlResult kept) {
    open.removeIf(
        each -> {
          if (!each.equals(kept)) {
            each.close();
          }
          return !each.equals(kept);
        });
  }

  /** Stops the query that runs; the rows from before stay. */
  void cancel() {
    if (state.get() == State.RUNNING) {
      running.clear();
      state.set(result.get() == null ? State.EMPTY : State.READY);
    }
  }

  /** The rows of the result, paged. */
  ObservableList<Object[]> rows() {
    SqlResult shownNow = result.get();
    return new PagedList<>(background, texts.of("sql.job.rows"), shownNow.size(), shownNow::page);
  }

  /** Where the rows come from; empty when there are more of them than a report prints. */
  Optional<ViewOrigin> origin() {
    return source().filter(from -> result.get().size() <= PagedList.PAGE);
  }

  /** Where the rows come from, however many they are; empty when there are none. */
  Optional<ViewOrigin> source() {
    SqlResult rows = result.get();
    if (rows == null) {
      return Optional.empty();
    }
    DatasetVersion of = version.get();
    String command =
        "aisle sql %s --dataset %s --dataset-version %d"
            .formatted(
                ShellWord.quoted(rows.query().sql().strip()),
                ShellWord.quoted(of.dataset()),
                of.version());
    return Optional.of(
        ViewOrigin.ofData(ViewOrigin.named(of), List.of(of), List.of(command))
            .under(() -> licences(rows.query())));
  }

  /** What restricts the rows of a query: the licences of all versions that it reads. */
  private String licences(SqlQuery query) {
    return service.readBy(query).stream()
        .map(DatasetVersion::licence)
        .filter(licence -> !licence.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** How many rows there are, and in what time. */
  String summary() {
    SqlResult now = result.get();
    String seconds = numbers.seconds(now.nanos() / 1e9);
    return now.whole()
        ? texts.of("sql.rows", now.size(), seconds)
        : texts.of("sql.rows.first", now.size(), seconds);
  }

  /** The columns of the result. */
  List<TableHead> heads() {
    return result.get().heads();
  }

  static boolean isNumber(TableHead head) {
    return head.type() == CellType.WHOLE || head.type() == CellType.NUMBER;
  }

  /** A cell in one line. */
  static String cell(Object value) {
    String words =
        switch (value) {
          case null -> "NULL";
          case Double number when Double.isFinite(number) -> number(BigDecimal.valueOf(number));
          case BigDecimal number -> number(number);
          default -> CellText.of(value);
        };
    String cut = words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
    return cut.replaceAll("\\R", " ");
  }

  /** As many decimals as a number has, at most six; files get all. */
  private static String number(BigDecimal value) {
    BigDecimal near =
        value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_EVEN) : value;
    return near.signum() == 0 && value.signum() != 0
        ? value.round(new MathContext(DECIMALS)).toString()
        : CellText.of(near.stripTrailingZeros());
  }

  /** Writes all rows of the query that is shown, sorted as they are. */
  void export(Path file) {
    SqlQuery asked = result.get().query();
    SqlQuery patient = new SqlQuery(asked.sql(), asked.versionId(), asked.order(), TIMES.getLast());
    var unused =
        background.start(
            texts.of("sql.job.export", file.getFileName()),
            JobNeeds.LIGHT,
            control -> service.export(patient, file, Integer.MAX_VALUE, control),
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Long> done) {
                notices.done(texts.of("data.exported", done.value(), file));
              }
            });
  }

  /** What can be read. */
  List<QueryView> views() {
    return service.views();
  }

  SqlShelfViewModel shelf() {
    return shelf;
  }

  /** Whether the panel is to be seen. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The query as it is being written. */
  public StringProperty textProperty() {
    return text;
  }

  public ObjectProperty<Duration> timeProperty() {
    return time;
  }

  public ReadOnlyObjectProperty<DatasetVersion> versionProperty() {
    return version.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The column that the rows are sorted by, as {@link #sort} takes it. */
  int order() {
    return result.get().query().order();
  }

  /** Whether there are rows to write. */
  boolean exportable() {
    return result.get() != null;
  }

  /** The schema of the version's views; "" while it is not known. */
  public ReadOnlyStringProperty schemaProperty() {
    return schema.getReadOnlyProperty();
  }

  /** Why the query gave nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
