package io.aisle.ui.users;

import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.RankFlow;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.Late;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunPicker;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The lists of several runs side by side, with lines between the places of the same item. */
public final class ListsController {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double FLOW = 26;
  private static final Duration STEP = Duration.millis(20);

  private final UsersViewModel users;
  private final ListsViewModel model;
  private final ItemFocus focus;
  private final CardPopup cards;
  private final ChartTools tools;
  private final Navigator navigator;
  private final Texts texts;

  @FXML private ProgressIndicator busy;
  @FXML private Button pick;
  @FXML private HBox lists;
  @FXML private Region failed;

  private final List<ModelListView> views = new ArrayList<>();
  private final List<RankFlow> flows = new ArrayList<>();

  public ListsController(
      UsersViewModel users,
      ListsViewModel model,
      ItemFocus focus,
      CardPopup cards,
      ChartTools tools,
      Navigator navigator) {
    this.users = users;
    this.model = model;
    this.focus = focus;
    this.cards = cards;
    this.tools = tools;
    this.navigator = navigator;
    this.texts = tools.texts();
  }

  @FXML
  private void initialize() {
    var late = Late.of(model.busyProperty());
    busy.visibleProperty().bind(late);
    late.subscribe(this::dim);
    Shown.when(failed, model.failedProperty());
    new RunPicker(users.choices(), texts, tools.numbers()).openBy(pick);
    model.columnsProperty().subscribe(this::show);
  }

  private void show(List<ModelColumn> columns) {
    List<RunItem> runs = columns.stream().map(ModelColumn::run).toList();
    if (!views.stream().map(ModelListView::run).toList().equals(runs)) {
      build(runs);
    }
    for (int at = 0; at < columns.size(); at++) {
      views.get(at).show(columns.get(at));
      if (!columns.get(at).stale()) {
        views.get(at).pseudoClassStateChanged(STALE, false);
      }
      if (at > 0) {
        join(flows.get(at - 1), columns.get(at - 1), columns.get(at));
      }
    }
  }

  private static void join(RankFlow flow, ModelColumn left, ModelColumn right) {
    flow.linksProperty().set(ListsViewModel.links(left, right));
    flow.setAccessibleText("%s, %s".formatted(left.run().name(), right.run().name()));
  }

  /** What is not of this user any more is dimmed, but only when the new does not come at once. */
  private void dim(boolean late) {
    List<ModelColumn> columns = model.columnsProperty().get();
    for (int at = 0; at < views.size(); at++) {
      views
          .get(at)
          .pseudoClassStateChanged(STALE, late && at < columns.size() && columns.get(at).stale());
    }
  }

  private void build(List<RunItem> runs) {
    views.clear();
    flows.clear();
    List<Node> nodes = new ArrayList<>();
    ModelListView.Deeds deeds =
        new ModelListView.Deeds(
            (run, item) -> users.explain(run, item.item()),
            item -> navigator.go(new Place.OfItem(item.item())),
            cards::show,
            this::copy,
            this::export,
            () ->
                model
                    .origin()
                    .ifPresent(
                        from -> tools.pins().keep(from.pin(model.content()), from.licence())),
            run -> users.choices().leaveOut(List.of(run)));
    if (runs.isEmpty()) {
      lists.getChildren().clear();
      return;
    }
    for (RunItem run : runs) {
      if (!nodes.isEmpty()) {
        RankFlow flow = flow();
        flows.add(flow);
        nodes.add(flow);
      }
      ModelListView view = new ModelListView(run, texts, tools.numbers(), focus, deeds);
      views.add(view);
      nodes.add(view);
    }
    lists.getChildren().setAll(nodes.removeFirst());
    add(nodes);
  }

  /** One list after the other: styles and cells of all at once would hold the FX thread. */
  private void add(List<Node> nodes) {
    if (nodes.isEmpty()) {
      return;
    }
    PauseTransition pause = new PauseTransition(STEP);
    pause.setOnFinished(
        event -> {
          if (views.stream().anyMatch(view -> view.equals(nodes.getLast()))) {
            lists.getChildren().addAll(nodes.removeFirst(), nodes.removeFirst());
            add(nodes);
          }
        });
    pause.play();
  }

  private static RankFlow flow() {
    RankFlow flow = new RankFlow();
    flow.rowHeightProperty().set(ModelListView.ROW);
    flow.topProperty().set(ModelListView.TOP);
    flow.setMinWidth(FLOW);
    flow.setMaxWidth(FLOW);
    return flow;
  }

  private void copy(RunItem run, String list) {
    model.whenAllowed(run, new LicenceQuestion(tools.dialogs(), texts), () -> Clips.put(list));
  }

  private void export(RunItem run) {
    String name = "list-" + users.userProperty().get().user() + ".csv";
    model.whenAllowed(
        run,
        new LicenceQuestion(tools.dialogs(), texts),
        () ->
            tools
                .dialogs()
                .save(texts.of("users.export.title"), name)
                .ifPresent(file -> model.export(run, file)));
  }

  @FXML
  private void again() {
    model.again();
  }
}
