package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.BasketPairs;
import io.aisle.core.dataset.profile.CategoryPrices;
import io.aisle.core.dataset.profile.Days;
import io.aisle.core.dataset.profile.Facts;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.Columns;
import io.aisle.ui.chart.HeatMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/**
 * Binds the charts of a profile to its statistics and arranges those that have something to show.
 * FX thread only.
 */
final class ProfileCards {
  /** The row of the grid in which the figures stand. */
  private static final int FIGURES = 2;

  private final GridPane grid;
  private final FlowPane figures;
  private final VersionViewModel model;
  private final RowsViewModel rows;
  private final ChartTools tools;
  private final ProfileCharts charts;
  private final SmallWords small;
  private final List<StatisticCard> cards = new ArrayList<>();
  private final Set<ChartFrame> wide = new HashSet<>();

  ProfileCards(
      GridPane grid,
      FlowPane figures,
      VersionViewModel model,
      RowsViewModel rows,
      ChartTools tools) {
    this.grid = grid;
    this.figures = figures;
    this.model = model;
    this.rows = rows;
    this.tools = tools;
    this.charts = new ProfileCharts(tools.texts(), tools.numbers());
    this.small = new SmallWords(tools.texts());
    figures.prefWrapLengthProperty().bind(grid.widthProperty()); // else its height is that of three
    model.profile().of(Statistic.FACTS).partProperty().subscribe(this::figures);
  }

  void time(ChartFrame frame, TimeLine line) {
    wide.add(frame);
    card(frame, Statistic.TIME, part -> line.show(((ProfilePart.Time) part).days()));
    rows.chosenDaysProperty().subscribe(picked -> notePicked(frame, picked));
  }

  /** The filtered events have days of few users, too. */
  private void notePicked(ChartFrame frame, Days picked) {
    ProfilePart part = model.profile().of(Statistic.TIME).partProperty().get();
    if (part != null) {
      boolean hidden = picked != null && picked.first() == null && picked.small().any();
      String ofAll = small.of(part);
      frame.setNote(
          hidden
              ? tools.texts().of("data.small.picked", small.nothing(picked.small()))
              : ofAll.isEmpty() && picked != null ? small.of(picked) : ofAll);
    }
  }

  void items(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.ITEMS, chart, part -> charts.items((ProfilePart.Tail) part));
  }

  void users(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.USERS, chart, part -> charts.users((ProfilePart.Tail) part));
  }

  void baskets(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.BASKETS, chart, part -> charts.baskets((ProfilePart.Sizes) part));
  }

  void visits(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.VISITS, chart, part -> charts.visits((ProfilePart.Sizes) part));
  }

  void activity(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.ACTIVITY, chart, part -> charts.activity((ProfilePart.Bars) part));
  }

  void recency(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.RECENCY, chart, part -> charts.recency((ProfilePart.Bars) part));
  }

  void prices(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.PRICES, chart, part -> charts.prices((ProfilePart.Bars) part));
  }

  void titles(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.TITLES, chart, part -> charts.titles((ProfilePart.Bars) part));
  }

  void kinds(ChartFrame frame, Columns chart) {
    bars(frame, Statistic.KINDS, chart, part -> charts.kinds((ProfilePart.Funnel) part));
  }

  void hours(ChartFrame frame, HeatMap chart) {
    WeekHours week = new WeekHours(chart, rows, tools.texts(), tools.numbers());
    card(frame, Statistic.HOURS, part -> week.show(((ProfilePart.Hours) part).events()));
  }

  void categories(ChartFrame frame, BarPairs chart) {
    wide.add(frame);
    Linked linked = Linked.of(chart, rows);
    card(
        frame, Statistic.CATEGORIES, part -> linked.show(charts.categories((CategoryPrices) part)));
  }

  void pairs(ChartFrame frame, BarPairs chart) {
    wide.add(frame);
    Linked linked = Linked.of(chart, rows);
    card(
        frame,
        Statistic.PAIRS,
        part -> {
          ProfileCharts.Chart shown = charts.pairs((BasketPairs) part);
          frame.setSubtitle(shown.note());
          return linked.show(shown);
        });
  }

  private void bars(
      ChartFrame frame,
      Statistic statistic,
      Columns chart,
      Function<ProfilePart, ProfileCharts.Chart> words) {
    Linked linked = Linked.of(chart, rows);
    card(frame, statistic, part -> linked.show(words.apply(part)));
  }

  private void card(ChartFrame frame, Statistic statistic, Predicate<ProfilePart> fill) {
    StatisticCard card =
        new StatisticCard(frame, model.profile().of(statistic), fill, tools.texts());
    frame.equip(tools);
    frame.pinnable(() -> model.origin(statistic));
    cards.add(card);
    card.follow(model);
    card.shownProperty().subscribe(this::arrange);
  }

  /** Wide ones over the whole width, the others two in a row, the figures after the first rows. */
  private void arrange() {
    List<Node> wanted = new ArrayList<>();
    int place = 0;
    for (StatisticCard card : cards) {
      if (card.shownProperty().get()) {
        boolean whole = wide.contains(card.frame());
        place += whole ? place % 2 : 0;
        int row = place / 2;
        GridPane.setConstraints(
            card.frame(), place % 2, row < FIGURES ? row : row + 1, whole ? 2 : 1, 1);
        place += whole ? 2 : 1;
        wanted.add(card.frame());
      }
    }
    if (!figures.getChildren().isEmpty()) {
      wanted.add(figures);
    }
    if (!grid.getChildren().equals(wanted)) {
      grid.getChildren().setAll(wanted);
    }
  }

  private void figures(ProfilePart part) {
    figures
        .getChildren()
        .setAll(
            part == null ? List.of() : new Tiles(tools.texts(), tools.numbers()).of((Facts) part));
    arrange();
  }
}
