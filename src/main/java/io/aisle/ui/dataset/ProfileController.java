package io.aisle.ui.dataset;

import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.Columns;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** The profile of a version: charts, each of which filters the events below. */
public final class ProfileController {
  private final VersionViewModel model;
  private final RowsViewModel rows;
  private final ChartTools tools;
  private final Texts texts;

  @FXML private Label title;
  @FXML private Label facts;
  @FXML private Node steps;
  @FXML private ToggleButton byDay;
  @FXML private ToggleButton byWeek;
  @FXML private ToggleButton byMonth;
  @FXML private Node waiting;
  @FXML private Node scroll;
  @FXML private Node eventless;
  @FXML private GridPane grid;
  @FXML private FlowPane tiles;
  @FXML private ChartFrame timeFrame;
  @FXML private ChartFrame tailFrame;
  @FXML private ChartFrame basketFrame;
  @FXML private ChartFrame activityFrame;
  @FXML private ChartFrame recencyFrame;
  @FXML private ChartFrame hourFrame;
  @FXML private ChartFrame priceFrame;
  @FXML private ChartFrame kindFrame;
  @FXML private ChartFrame userFrame;
  @FXML private ChartFrame visitFrame;
  @FXML private ChartFrame titleFrame;
  @FXML private ChartFrame categoryFrame;
  @FXML private ChartFrame pairFrame;
  @FXML private TimeSeries time;
  @FXML private Columns tail;
  @FXML private Columns baskets;
  @FXML private Columns activity;
  @FXML private Columns recency;
  @FXML private Columns prices;
  @FXML private Columns kinds;
  @FXML private Columns users;
  @FXML private Columns visits;
  @FXML private Columns titles;
  @FXML private BarPairs categories;
  @FXML private BarPairs pairs;
  @FXML private HeatMap hours;

  public ProfileController(VersionViewModel model, RowsViewModel rows, ChartTools tools) {
    this.model = model;
    this.rows = rows;
    this.tools = tools;
    this.texts = tools.texts();
  }

  @FXML
  private void initialize() {
    title
        .textProperty()
        .bind(
            model
                .versionProperty()
                .map(shown -> texts.of("data.heading", shown.dataset(), shown.version()))
                .orElse(""));
    facts.textProperty().bind(model.factsProperty());
    timeFrame.setTools(steps);
    TimeLine line = new TimeLine(time, rows, texts);
    line.chosenBy(byDay, byWeek, byMonth);
    ProfileCards cards = new ProfileCards(grid, tiles, model, rows, tools);
    cards.time(timeFrame, line);
    cards.items(tailFrame, tail);
    cards.baskets(basketFrame, baskets);
    cards.activity(activityFrame, activity);
    cards.recency(recencyFrame, recency);
    cards.hours(hourFrame, hours);
    cards.prices(priceFrame, prices);
    cards.kinds(kindFrame, kinds);
    cards.users(userFrame, users);
    cards.visits(visitFrame, visits);
    cards.titles(titleFrame, titles);
    cards.categories(categoryFrame, categories);
    cards.pairs(pairFrame, pairs);
    model.stateProperty().subscribe(this::turn);
  }

  private void turn(VersionViewModel.State state) {
    boolean ready = state == VersionViewModel.State.READY;
    boolean events = ready && model.versionProperty().get().events() > 0;
    waiting.setVisible(state == VersionViewModel.State.LOADING);
    scroll.setVisible(events);
    eventless.setVisible(ready && !events);
  }
}
