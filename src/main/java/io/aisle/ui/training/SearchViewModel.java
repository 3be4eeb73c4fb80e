package io.aisle.ui.training;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.report.ShellWord;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.tuning.SearchFolder;
import io.aisle.core.tuning.TuningJob;
import io.aisle.core.tuning.TuningService;
import io.aisle.core.tuning.Winners;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.ParallelChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The search of the Train screen: what it shall try, how far it is, what it has found. FX thread
 * only.
 */
public final class SearchViewModel implements Refreshable {
  /** Where the search stands. */
  public enum State {
    NONE,
    RUNNING,
    /** Stopped or cut off; it can go on. */
    STOPPED,
    DONE
  }

  private final TuningService service;
  private final TrainViewModel train;
  private final Consumer<List<ReadExperiment>> trainer;
  private final Path folder;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Numbers numbers;
  private final SearchForm form;
  private final SearchPictures pictures;
  private final ObservableList<TrialRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ModelKind> models = FXCollections.observableArrayList();
  private final ObjectProperty<ModelKind> model = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<CurveChart.Curve>> best =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<ParallelChart.Content> lines =
      new ReadOnlyObjectWrapper<>(ParallelChart.Content.NONE);
  private TuningJob job;
  private SearchFolder kept;
  private Search search;
  private List<Trial> trials = List.of();

  /**
   * @param trainer trains what was found
   * @param folder where searches are kept
   */
  public SearchViewModel(
      TuningService service,
      TrainViewModel train,
      Consumer<List<ReadExperiment>> trainer,
      Path folder,
      Background background,
      Notices notices,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.train = train;
    this.trainer = trainer;
    this.folder = folder;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.numbers = numbers;
    this.form = new SearchForm(texts);
    this.pictures = new SearchPictures(texts);
    train.experimentsProperty().subscribe(now -> form.follow(chosen()));
    model.subscribe(this::draw);
  }

  /** The chosen models, each once whatever the number of seeds. */
  private List<Experiment> chosen() {
    Map<ModelKind, Experiment> first = new LinkedHashMap<>();
    train.experimentsProperty().get().forEach(each -> first.putIfAbsent(each.model().kind(), each));
    return List.copyOf(first.values());
  }

  /** Shows the newest search of the workspace until another one is started. */
  @Override
  public void refresh() {
    form.follow(chosen());
    if (search != null) {
      return;
    }
    service.session().stream()
        .filter(SearchViewModel::isOwn)
        .reduce((first, last) -> last)
        .ifPresentOrElse(this::follow, this::restore);
  }

  /** Those of baselines have names of their own. */
  private static boolean isOwn(TuningJob each) {
    return each.folder().path().getFileName().toString().startsWith("search-");
  }

  private record Kept(SearchFolder folder, Search search, List<Trial> trials) {}

  private void restore() {
    var unused =
        background.read(
            texts.of("search.job.read"),
            control ->
                SearchFolder.in(folder).stream()
                    .findFirst()
                    .map(each -> new Kept(each, each.search(), each.trials())),
            found -> found.filter(each -> search == null).ifPresent(this::show));
  }

  private void show(Kept found) {
    kept = found.folder();
    begin(found.search());
    boolean over = !found.trials().isEmpty() && found.trials().stream().allMatch(Trial::finished);
    state.set(over ? State.DONE : State.STOPPED);
    know(found.trials());
  }

  /** Where the trials come from; empty while there are none. */
  Optional<ViewOrigin> origin() {
    if (search == null || kept == null || rows.isEmpty()) {
      return Optional.empty();
    }
    String at = ShellWord.quoted(kept.path().getFileName().toString());
    return Optional.of(
        new ViewOrigin(
            "",
            List.of(new Pin.Source(search.name(), "", "", search.spec().seed())),
            List.of("aisle tune %s/search.json --out %1$s-again".formatted(at))));
  }

  /** Starts what the form says, or says what is wrong. */
  public void start() {
    train.planned();
    List<Experiment> chosen = chosen();
    if (chosen.isEmpty()) {
      form.complain(texts.of("search.error.models"));
      return;
    }
    form.value(chosen, texts.of("search.name", chosen.size()))
        .ifPresent(asked -> launch(asked, SearchFolder.create(folder), IfExists.REFUSE));
  }

  /** Goes on with the search that was stopped. */
  public void resume() {
    if (kept != null && search != null) {
      launch(search, kept, IfExists.RESUME);
    }
  }

  private void launch(Search asked, SearchFolder where, IfExists ifExists) {
    State before = state.get();
    state.set(State.RUNNING);
    job = null;
    background.start(
        texts.of("search.job.start"),
        JobNeeds.LIGHT,
        control -> service.start(asked, where, ifExists),
        outcome -> {
          if (outcome instanceof JobOutcome.Done<TuningJob> started) {
            follow(started.value());
            background.follow(started.value().job(), ended -> look());
          } else {
            state.set(before);
          }
        });
  }

  private void follow(TuningJob started) {
    job = started;
    kept = started.folder();
    begin(started.search());
    state.set(State.RUNNING);
    look();
  }

  private void begin(Search now) {
    search = now;
    trials = List.of();
    models.setAll(now.candidates().stream().map(each -> each.experiment().model().kind()).toList());
    model.set(widest(now));
    rows.clear();
  }

  /** The model with most ranges: of the others there is less to see. */
  private static ModelKind widest(Search now) {
    return now.candidates().stream()
        .reduce((one, other) -> ranges(other) > ranges(one) ? other : one)
        .map(each -> each.experiment().model().kind())
        .orElseThrow();
  }

  private static int ranges(Search.Candidate candidate) {
    return candidate.space().model().size() + candidate.space().training().size();
  }

  /** Stops the search; it can be gone on with. */
  public void stop() {
    if (job != null) {
      job.job().cancel();
    }
  }

  /** Trains a trial as a run, with its look at the test part; the best one when none is given. */
  public void train(TrialRow row) {
    if (search == null || Winners.ranked(search, trials).isEmpty()) {
      return;
    }
    Trial chosen = row == null ? Winners.best(search, trials) : row.trial();
    trainer.accept(List.of(Winners.experiment(search, trials, chosen)));
    notices.done(texts.of("search.trained", chosen.number()));
  }

  /** Looks at the search; called by the sampler. */
  public void look() {
    if (job == null || state.get() != State.RUNNING) {
      return;
    }
    know(job.trials().get());
    if (job.job().outcome().isPresent()) {
      boolean whole = job.job().outcome().get() instanceof JobOutcome.Done<?>;
      state.set(whole ? State.DONE : State.STOPPED);
      tell();
    }
  }

  private void know(List<Trial> now) {
    if (!now.equals(trials)) {
      trials = now;
      rows.setAll(pictures.rows(search, trials));
      best.set(pictures.best(search, trials));
      draw();
    }
    tell();
  }

  private void tell() {
    long done = trials.stream().filter(Trial::finished).count();
    long failed = trials.stream().filter(each -> each.state() == Trial.State.FAILED).count();
    Optional<Trial> first =
        search == null ? Optional.empty() : Winners.ranked(search, trials).stream().findFirst();
    status.set(
        texts.of(
            "search.status." + state.get().name(),
            done,
            trials.size(),
            failed,
            first.map(each -> numbers.metric(each.value())).orElse(""),
            first.isPresent() ? 1 : 0));
  }

  private void draw() {
    lines.set(
        search == null || model.get() == null
            ? ParallelChart.Content.NONE
            : pictures.lines(search, trials, model.get()));
  }

  public SearchForm form() {
    return form;
  }

  /** The best first; then what runs, waits and failed. */
  public ObservableList<TrialRow> rows() {
    return rows;
  }

  /** Models of the search. */
  public ObservableList<ModelKind> models() {
    return models;
  }

  /** The model whose configurations are drawn. */
  public ObjectProperty<ModelKind> modelProperty() {
    return model;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The best value so far of each model. */
  public ReadOnlyObjectProperty<List<CurveChart.Curve>> bestProperty() {
    return best.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ParallelChart.Content> linesProperty() {
    return lines.getReadOnlyProperty();
  }
}
