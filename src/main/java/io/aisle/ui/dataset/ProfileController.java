package io.aisle.ui.dataset;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.Columns;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Unfold;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The profile of a version: charts, each of which filters the events below. */
public final class ProfileController {
  private static final double TIP = 360;

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
  @FXML private FlowPane tiles;
  @FXML private ChartFrame timeFrame;
  @FXML private ChartFrame tailFrame;
  @FXML private ChartFrame basketFrame;
  @FXML private ChartFrame activityFrame;
  @FXML private ChartFrame recencyFrame;
  @FXML private ChartFrame hourFrame;
  @FXML private ChartFrame priceFrame;
  @FXML private ChartFrame kindFrame;
  @FXML private TimeSeries time;
  @FXML private Columns tail;
  @FXML private Columns baskets;
  @FXML private Columns activity;
  @FXML private Columns recency;
  @FXML private Columns prices;
  @FXML private Columns kinds;
  @FXML private HeatMap hours;

  private TimeLine line;
  private WeekHours weekHours;
  private Linked tailBars;
  private Linked basketBars;
  private Linked activityBars;
  private Linked recencyBars;
  private Linked priceBars;
  private Linked kindBars;

  public ProfileController(VersionViewModel model, RowsViewModel rows, ChartTools tools) {
    this.model = model;
    this.rows = rows;
    this.tools = tools;
    this.texts = tools.texts();
  }

  @FXML
  private void initialize() {
    List.of(
            timeFrame,
            tailFrame,
            basketFrame,
            activityFrame,
            recencyFrame,
            hourFrame,
            priceFrame,
            kindFrame)
        .forEach(frame -> frame.equip(tools));
    title
        .textProperty()
        .bind(
            model
                .versionProperty()
                .map(shown -> texts.of("data.heading", shown.dataset(), shown.version()))
                .orElse(""));
    facts.textProperty().bind(model.factsProperty());
    timeFrame.setTools(steps);
    line = new TimeLine(time, rows, texts);
    line.chosenBy(byDay, byWeek, byMonth);
    weekHours = new WeekHours(hours, rows, texts, tools.numbers());
    tailBars = new Linked(tail, rows);
    basketBars = new Linked(baskets, rows);
    activityBars = new Linked(activity, rows);
    recencyBars = new Linked(recency, rows);
    priceBars = new Linked(prices, rows);
    kindBars = new Linked(kinds, rows);
    model.profileProperty().subscribe(this::show);
    List<Node> later =
        List.of(
            tailFrame,
            basketFrame,
            tiles,
            activityFrame,
            recencyFrame,
            hourFrame,
            priceFrame,
            kindFrame);
    Unfold.when(model.profileProperty(), later, () -> {});
  }

  private void show(ProfileView profile) {
    boolean events = profile != null && profile.events();
    boolean timed = events && profile.days() != null;
    waiting.setVisible(profile == null);
    scroll.setVisible(events);
    eventless.setVisible(profile != null && !events);
    if (!events) {
      return;
    }
    tiles.getChildren().setAll(profile.tiles().stream().map(ProfileController::tile).toList());
    place(timeFrame, timed);
    line.show(profile.days());
    place(hourFrame, timed);
    weekHours.show(profile.hours());
    show(tailFrame, tailBars, profile.tail());
    show(basketFrame, basketBars, profile.baskets());
    show(activityFrame, activityBars, profile.activity());
    show(recencyFrame, recencyBars, profile.recency());
    show(priceFrame, priceBars, profile.prices());
    GridPane.setColumnSpan(hourFrame, profile.prices().shown() ? 1 : 2);
    show(kindFrame, kindBars, profile.kinds());
  }

  private static void show(ChartFrame frame, Linked bars, ProfileView.Chart chart) {
    place(frame, chart.shown());
    bars.show(chart);
  }

  private static void place(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Node tile(ProfileView.Tile tile) {
    Label value = new Label(tile.value());
    value.getStyleClass().add("tile-value");
    Label words = new Label(tile.words());
    words.getStyleClass().add("subtle");
    Tooltip tip = new Tooltip(tile.tip());
    tip.setWrapText(true);
    tip.setMaxWidth(TIP);
    value.setTooltip(tip);
    words.setTooltip(tip);
    VBox box = new VBox(value, words);
    box.getStyleClass().add("tile");
    return box;
  }
}
