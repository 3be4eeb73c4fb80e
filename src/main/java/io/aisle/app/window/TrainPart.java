package io.aisle.app.window;

import io.aisle.core.about.ModelPages;
import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.OwnPresets;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Texts;
import io.aisle.ui.training.CombineController;
import io.aisle.ui.training.CombineViewModel;
import io.aisle.ui.training.ExportViewModel;
import io.aisle.ui.training.LiveController;
import io.aisle.ui.training.LiveViewModel;
import io.aisle.ui.training.ModelPageController;
import io.aisle.ui.training.ModelPageViewModel;
import io.aisle.ui.training.ParametersController;
import io.aisle.ui.training.PlanViewModel;
import io.aisle.ui.training.PresetsViewModel;
import io.aisle.ui.training.RerankController;
import io.aisle.ui.training.RerankViewModel;
import io.aisle.ui.training.RunActions;
import io.aisle.ui.training.RunController;
import io.aisle.ui.training.RunLogViewModel;
import io.aisle.ui.training.RunMaker;
import io.aisle.ui.training.RunViewModel;
import io.aisle.ui.training.RunsController;
import io.aisle.ui.training.RunsViewModel;
import io.aisle.ui.training.SearchController;
import io.aisle.ui.training.SearchViewModel;
import io.aisle.ui.training.TrainController;
import io.aisle.ui.training.TrainForm;
import io.aisle.ui.training.TrainViewModel;

/** Wires the Train screen. */
final class TrainPart {
  private final Frame frame;
  private final Texts texts;

  TrainPart(Frame frame) {
    this.frame = frame;
    this.texts = frame.texts();
  }

  Refreshable wire() {
    LiveViewModel live =
        new LiveViewModel(
            frame.services().training(),
            frame.background(),
            frame.notices(),
            frame.changes(),
            texts,
            frame.numbers());
    RunsViewModel runs =
        new RunsViewModel(
            frame.services().training(),
            frame.shelf(),
            live,
            frame.background(),
            frame.navigator(),
            frame.changes(),
            texts);
    TrainViewModel train = train(live, runs);
    SearchViewModel search = search(train, live);
    RunLogViewModel logs = new RunLogViewModel(frame.background(), texts);
    frame.sampler().add(train::look);
    frame.sampler().add(live::look);
    frame.sampler().add(search::look);
    frame.sampler().add(logs::look);
    frame.changes().onRuns(frame.shelf()::refresh);
    runs.usedBy(train::use);
    train
        .datasetProperty()
        .subscribe(
            choice -> {
              if (choice != null) {
                frame.current().datasetProperty().set(choice.version());
              }
            });
    controllers(train, live, logs, runs, search);
    frame
        .navigator()
        .serve(Place.OfTraining.class, Screen.TRAIN, place -> train.choose(place.dataset()));
    actions(train);
    return () -> {
      train.refresh();
      search.refresh();
    };
  }

  private TrainViewModel train(LiveViewModel live, RunsViewModel runs) {
    TrainForm form = new TrainForm(texts);
    SettingsFile<OwnPresets> file =
        new SettingsFile<>(frame.paths().presets(), OwnPresets.class, OwnPresets.NONE);
    return new TrainViewModel(
        frame.services().datasets(),
        live::start,
        frame.baselines()::tuneFor,
        runs,
        form,
        new PresetsViewModel(form, file, frame.background(), texts),
        new PlanViewModel(
            frame.services().training().forecaster(), frame.background(), texts, frame.numbers()),
        frame.background(),
        texts,
        frame.numbers());
  }

  private SearchViewModel search(TrainViewModel train, LiveViewModel live) {
    return new SearchViewModel(
        frame.services().tuning(),
        train,
        live::startRead,
        frame.paths().searches(),
        frame.background(),
        frame.notices(),
        texts,
        frame.numbers());
  }

  private void controllers(
      TrainViewModel train,
      LiveViewModel live,
      RunLogViewModel logs,
      RunsViewModel runs,
      SearchViewModel search) {
    ChartTools tools = frame.chartTools();
    RunViewModel details =
        new RunViewModel(frame.background(), frame.notices(), texts, frame.numbers());
    ExportViewModel exports =
        new ExportViewModel(
            frame.services().exports(),
            frame.background(),
            frame.notices(),
            new LicenceQuestion(frame.dialogs(), texts),
            texts);
    RunMaker maker =
        new RunMaker(
            frame.services().training(), frame.background(), frame.notices(), frame.changes());
    RerankViewModel rerank =
        new RerankViewModel(frame.services().lists(), maker, frame.background(), texts);
    CombineViewModel combine = new CombineViewModel(frame.services().lists(), maker, texts);
    ModelPageViewModel page =
        new ModelPageViewModel(new ModelPages(frame.paths()::modelPage), frame.background(), texts);
    frame.sampler().add(rerank::look);
    RunActions actions =
        new RunActions(runs, new TrainPlaces(frame, rerank, combine), frame.dialogs(), texts);
    var controllers = frame.controllers();
    controllers.put(
        TrainController.class,
        () ->
            new TrainController(
                train, live, frame.navigator(), page::open, texts, frame.numbers()));
    controllers.put(ModelPageController.class, () -> new ModelPageController(page));
    controllers.put(RerankController.class, () -> new RerankController(rerank, texts));
    controllers.put(
        CombineController.class, () -> new CombineController(combine, texts, frame.numbers()));
    controllers.put(ParametersController.class, () -> new ParametersController(train, texts));
    controllers.put(
        SearchController.class, () -> new SearchController(search, tools, texts, frame.numbers()));
    controllers.put(LiveController.class, () -> new LiveController(live, logs, tools, texts));
    controllers.put(
        RunsController.class,
        () -> new RunsController(runs, details, actions, texts, frame.numbers()));
    controllers.put(
        RunController.class,
        () -> new RunController(details, runs, exports, actions, frame.dialogs(), texts));
  }

  private void actions(TrainViewModel train) {
    frame
        .actions()
        .add(
            Action.of(
                "train.start",
                texts.of("train.action.start"),
                "Shortcut+Enter",
                () -> {
                  frame.navigator().go(new Place.OfScreen(Screen.TRAIN));
                  train.start();
                }));
    frame
        .actions()
        .add(
            Action.of(
                "train.estimate",
                texts.of("train.action.estimate"),
                "",
                () -> {
                  frame.navigator().go(new Place.OfScreen(Screen.TRAIN));
                  train.plan().estimate();
                }));
  }
}
