package io.aisle.app;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.FxThread;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Sampler;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.View;
import io.aisle.ui.common.ViewLoader;
import io.aisle.ui.comparison.CompareController;
import io.aisle.ui.comparison.CompareViewModel;
import io.aisle.ui.comparison.ReportViewModel;
import io.aisle.ui.dataset.DataController;
import io.aisle.ui.dataset.DataViewModel;
import io.aisle.ui.dataset.ImportController;
import io.aisle.ui.dataset.ImportViewModel;
import io.aisle.ui.dataset.VersionController;
import io.aisle.ui.dataset.VersionViewModel;
import io.aisle.ui.shell.JobsController;
import io.aisle.ui.shell.JobsViewModel;
import io.aisle.ui.shell.ShellController;
import io.aisle.ui.shell.ShellViewModel;
import io.aisle.ui.training.RunsController;
import io.aisle.ui.training.RunsViewModel;
import io.aisle.ui.training.TrainController;
import io.aisle.ui.training.TrainViewModel;
import io.aisle.ui.users.AttentionController;
import io.aisle.ui.users.AttentionViewModel;
import io.aisle.ui.users.ListsController;
import io.aisle.ui.users.ListsViewModel;
import io.aisle.ui.users.UsersController;
import io.aisle.ui.users.UsersViewModel;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Wires view models and controllers to the services and shows the window. FX thread only. */
public final class WorkbenchWindow {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 1100;
  private static final double MIN_HEIGHT = 700;

  private final Services services;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;
  private final Notices notices;
  private final Background background;
  private final Sampler sampler = new Sampler();
  private final Map<Class<?>, Supplier<?>> controllers = new HashMap<>();

  public WorkbenchWindow(Services services, Dialogs dialogs, Locale locale) {
    this.services = services;
    this.dialogs = dialogs;
    this.texts = new Texts(locale);
    this.numbers = new Numbers(locale);
    FxThread fx = new FxThread();
    this.notices = new Notices(fx);
    this.background = new Background(services.jobs(), fx, notices);
  }

  /** Fills the stage and shows it with the Data screen in front. */
  public void show(Stage stage) {
    RunShelf shelf = new RunShelf(services.training(), background, texts);
    DataViewModel data = data();
    TrainViewModel train = train(shelf);
    CompareViewModel compare = compare(shelf);
    UsersViewModel users = users(shelf);
    ShellViewModel shell =
        new ShellViewModel(
            texts,
            notices,
            Map.of(
                Screen.DATA, data,
                Screen.TRAIN, train,
                Screen.COMPARE, compare,
                Screen.USERS, users),
            this::device);
    stage.setScene(new Scene(load(shell), WIDTH, HEIGHT));
    stage.setTitle(texts.of("app.title"));
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.show();
    sampler.add(shell::look);
    sampler.start();
    shell.show(Screen.DATA);
  }

  /** Stops looking at jobs and telling of them; the services stay open. */
  public void close() {
    sampler.stop();
    background.stop();
  }

  private Parent load(ShellViewModel shell) {
    JobsViewModel jobs = new JobsViewModel(background, texts, numbers, InstantSource.system());
    sampler.add(jobs::look);
    controllers.put(JobsController.class, () -> new JobsController(jobs, texts));
    ViewLoader views = new ViewLoader(texts, controllers);
    controllers.put(ShellController.class, () -> new ShellController(shell, jobs, views));
    return new ViewLoader(texts, controllers).load(View.SHELL);
  }

  private DataViewModel data() {
    DataViewModel data =
        new DataViewModel(services.datasets(), services.samples(), background, notices, texts);
    ImportViewModel form =
        new ImportViewModel(services.datasets(), background, data::importPlan, texts);
    VersionViewModel version =
        new VersionViewModel(services.datasets(), background, texts, numbers);
    data.selectedProperty().subscribe(version::show);
    controllers.put(
        DataController.class, () -> new DataController(data, form, dialogs, texts, numbers));
    controllers.put(ImportController.class, () -> new ImportController(form, texts));
    controllers.put(
        VersionController.class,
        () -> new VersionController(data, version, dialogs, texts, numbers));
    return data;
  }

  private TrainViewModel train(RunShelf shelf) {
    RunsViewModel runs = new RunsViewModel(services.training(), shelf, background, notices, texts);
    sampler.add(runs::look);
    TrainViewModel train =
        new TrainViewModel(services.datasets(), runs::start, runs, background, texts);
    controllers.put(TrainController.class, () -> new TrainController(train, texts));
    controllers.put(RunsController.class, () -> new RunsController(runs, dialogs, texts, numbers));
    return train;
  }

  private CompareViewModel compare(RunShelf shelf) {
    CompareViewModel compare =
        new CompareViewModel(shelf, services.comparisons(), background, texts, numbers);
    ReportViewModel report = new ReportViewModel(services.reports(), background, notices, texts);
    controllers.put(
        CompareController.class,
        () -> new CompareController(compare, report, dialogs, texts, numbers));
    return compare;
  }

  private UsersViewModel users(RunShelf shelf) {
    ListsViewModel lists = new ListsViewModel(services.users(), background, texts);
    AttentionViewModel attention =
        new AttentionViewModel(services.users(), background, texts, numbers);
    UsersViewModel users =
        new UsersViewModel(shelf, services.users(), lists, attention, background, texts);
    controllers.put(UsersController.class, () -> new UsersController(users, texts, numbers));
    controllers.put(ListsController.class, () -> new ListsController(users, lists, texts, numbers));
    controllers.put(AttentionController.class, () -> new AttentionController(attention, texts));
    return users;
  }

  private String device() {
    return texts.of("shell.device", Runtime.getRuntime().availableProcessors());
  }
}
