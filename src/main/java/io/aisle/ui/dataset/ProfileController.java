package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.BasketPairs;
import io.aisle.core.dataset.profile.CategoryPrices;
import io.aisle.core.dataset.profile.Facts;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.Columns;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** The profile of a version: charts, each of which filters the events below. */
public final class ProfileController {
  /** The row of the grid in which the figures stand. */
  private static final int TILES = 2;

  private final VersionViewModel model;
  private final RowsViewModel rows;
  private final ChartTools tools;
  private final Texts texts;
  private final ProfileCharts charts;
  private final List<StatisticCard> cards = new ArrayList<>();

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
    this.charts = new ProfileCharts(tools.texts(), tools.numbers());
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
    WeekHours week = new WeekHours(hours, rows, texts, tools.numbers());
    card(timeFrame, Statistic.TIME, part -> line.show(((ProfilePart.Time) part).days()));
    bars(tailFrame, Statistic.ITEMS, tail, (all, part) -> all.items((ProfilePart.Tail) part));
    bars(
        basketFrame,
        Statistic.BASKETS,
        baskets,
        (all, part) -> all.baskets((ProfilePart.Sizes) part));
    bars(
        activityFrame,
        Statistic.ACTIVITY,
        activity,
        (all, part) -> all.activity((ProfilePart.Bars) part));
    bars(
        recencyFrame,
        Statistic.RECENCY,
        recency,
        (all, part) -> all.recency((ProfilePart.Bars) part));
    card(hourFrame, Statistic.HOURS, part -> week.show(((ProfilePart.Hours) part).events()));
    bars(priceFrame, Statistic.PRICES, prices, (all, part) -> all.prices((ProfilePart.Bars) part));
    bars(kindFrame, Statistic.KINDS, kinds, (all, part) -> all.kinds((ProfilePart.Funnel) part));
    bars(userFrame, Statistic.USERS, users, (all, part) -> all.users((ProfilePart.Tail) part));
    bars(visitFrame, Statistic.VISITS, visits, (all, part) -> all.visits((ProfilePart.Sizes) part));
    bars(titleFrame, Statistic.TITLES, titles, (all, part) -> all.titles((ProfilePart.Bars) part));
    pairs();
    model.profile().of(Statistic.FACTS).partProperty().subscribe(this::figures);
    model.stateProperty().subscribe(this::turn);
    arrange();
  }

  private void pairs() {
    Linked byCategory = Linked.of(categories, rows);
    card(
        categoryFrame,
        Statistic.CATEGORIES,
        part -> byCategory.show(charts.categories((CategoryPrices) part)));
    Linked together = Linked.of(pairs, rows);
    card(
        pairFrame,
        Statistic.PAIRS,
        part -> {
          ProfileCharts.Chart chart = charts.pairs((BasketPairs) part);
          pairFrame.setSubtitle(chart.note());
          return together.show(chart);
        });
  }

  private void bars(
      ChartFrame frame,
      Statistic statistic,
      Columns chart,
      BiFunction<ProfileCharts, ProfilePart, ProfileCharts.Chart> words) {
    Linked linked = Linked.of(chart, rows);
    card(frame, statistic, part -> linked.show(words.apply(charts, part)));
  }

  private void card(ChartFrame frame, Statistic statistic, Predicate<ProfilePart> fill) {
    StatisticCard card = new StatisticCard(frame, model.profile().of(statistic), fill, texts);
    frame.equip(tools);
    cards.add(card);
    card.follow(model);
    card.shownProperty().subscribe(this::arrange);
  }

  /** The line over the whole width, the others two in a row, the figures after the first two. */
  private void arrange() {
    List<Node> wanted = new ArrayList<>();
    int place = 0;
    for (StatisticCard card : cards) {
      if (card.shownProperty().get()) {
        boolean wide = card.frame() == timeFrame || card.frame() == pairFrame;
        place += wide ? place % 2 : 0;
        int row = place / 2;
        GridPane.setConstraints(
            card.frame(), place % 2, row < TILES ? row : row + 1, wide ? 2 : 1, 1);
        place += wide ? 2 : 1;
        wanted.add(card.frame());
      }
    }
    if (!tiles.getChildren().isEmpty()) {
      wanted.add(tiles);
    }
    if (!grid.getChildren().equals(wanted)) {
      grid.getChildren().setAll(wanted);
    }
  }

  private void figures(ProfilePart part) {
    tiles
        .getChildren()
        .setAll(part == null ? List.of() : new Tiles(texts, tools.numbers()).of((Facts) part));
    arrange();
  }

  private void turn(VersionViewModel.State state) {
    boolean ready = state == VersionViewModel.State.READY;
    boolean events = ready && model.versionProperty().get().events() > 0;
    waiting.setVisible(state == VersionViewModel.State.LOADING);
    scroll.setVisible(events);
    eventless.setVisible(ready && !events);
  }
}
