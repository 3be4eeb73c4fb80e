package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of charts that need no toolkit. */
class ChartLogicTest {
  @Test
  void theFrontierLeavesOutWhatCostsMoreAndGivesNoMore() {
    List<Scatter.Point> points =
        List.of(
            point("SASRec", 412, .1213),
            point("EASE", 2.9, .1123),
            point("BPR", 288, .1101),
            point("ALS", 1.9, .0602),
            point("same cost, worse", 1.9, .05),
            point("same quality, dearer", 400, .1123),
            point("unknown", Double.NaN, .9));
    assertThat(Frontier.of(points).stream().map(Scatter.Point::name))
        .containsExactly("ALS", "EASE", "SASRec");
    assertThat(Frontier.of(List.of())).isEmpty();
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    ChartTable table =
        new ChartTable(
            List.of("name", "value"),
            List.of(
                List.of("bag, \"red\"", "1.5"), List.of("two\nlines", ""), List.of("午餐袋", "2")));
    assertThat(table.csv())
        .isEqualTo("name,value\n\"bag, \"\"red\"\"\",1.5\n\"two\nlines\",\n午餐袋,2\n");
    assertThat(table.tsv()).isEqualTo("name\tvalue\nbag, \"red\"\t1.5\ntwo lines\t\n午餐袋\t2\n");
  }

  @Test
  void cellsAreNumbersForPrograms() {
    assertThat(ChartTable.cell(1234567.25)).isEqualTo("1234567.25");
    assertThat(ChartTable.cell(10)).isEqualTo("10");
    assertThat(ChartTable.cell(1e-7)).isEqualTo("0.0000001");
    assertThat(ChartTable.cell(-0.0)).isEqualTo("0");
    assertThat(ChartTable.cell(Double.NaN)).isEmpty();
    assertThat(ChartTable.time(0)).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void whatWasHiddenStaysHiddenWhenDataComeIn() {
    int[] toggles = {0};
    Legend legend = new Legend(() -> toggles[0]++);
    legend.name(List.of(new Legend.Key("EASE", 1), new Legend.Key("ALS", 2)));
    legend.entries().getFirst().visible().set(false);
    assertThat(toggles[0]).isOne();
    legend.name(
        List.of(new Legend.Key("SASRec", 0), new Legend.Key("EASE", 1), new Legend.Key("EASE", 1)));
    assertThat(legend.entries()).extracting(LegendEntry::name).containsExactly("SASRec", "EASE");
    assertThat(legend.shows("EASE", 1)).isFalse();
    assertThat(legend.shows("SASRec", 0)).isTrue();
    assertThat(legend.shows("never named", 3)).isTrue();
  }

  @Test
  void enlargingKeepsWhatIsUnderThePointer() {
    Zoom zoom = new Zoom(Zoom.Reach.BOTH);
    assertThat(zoom.by(0.5, 0.5, 0.5)).as("there is nothing beyond the whole").isFalse();
    assertThat(zoom.by(4, 0.25, 1)).isTrue();
    assertThat(zoom.left() + 0.25 * (zoom.right() - zoom.left())).isEqualTo(0.25, within(1e-12));
    assertThat(zoom.top()).isEqualTo(1, within(1e-12));
    assertThat(zoom.bottom()).isEqualTo(0.75, within(1e-12));
    assertThat(zoom.pan(-10, 0)).isTrue();
    assertThat(zoom.left()).as("the part stays in the whole").isZero();
    assertThat(zoom.reveal(0.9, 0.8)).isTrue();
    assertThat(zoom.right()).isEqualTo(0.9, within(1e-12));
    assertThat(zoom.reset()).isTrue();
    assertThat(zoom.zoomed()).isFalse();
  }

  @Test
  void someChartsCannotBeEnlargedUpwardsOrAtAll() {
    Zoom across = new Zoom(Zoom.Reach.ACROSS);
    across.by(2, 0.5, 0.5);
    assertThat(across.top() - across.bottom()).isEqualTo(1);
    assertThat(new Zoom(Zoom.Reach.NONE).by(2, 0.5, 0.5)).isFalse();
  }

  @Test
  void namesOfPointsDoNotCoverOneAnother() {
    List<PointNames.Spot> spots =
        List.of(
            new PointNames.Spot("a", 100, 100),
            new PointNames.Spot("b", 104, 102),
            new PointNames.Spot("c", 100, 108));
    List<Box> places =
        PointNames.places(spots, List.of(60.0, 60.0, 60.0), List.of(), new Box(0, 0, 300, 300), 6);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        Box one = places.get(i);
        Box other = places.get(j);
        assertThat(one == null || other == null || apart(one, other)).isTrue();
      }
    }
    assertThat(places.getFirst()).isNotNull();
    assertThat(
            PointNames.places(
                Collections.nCopies(40, spots.getFirst()),
                Collections.nCopies(40, 60.0),
                List.of(),
                new Box(0, 0, 300, 300),
                6))
        .as("where there is no room a name is left out")
        .containsNull();
  }

  @Test
  void aLayerIsWholeInBothKindsOfPixels() {
    assertThat(Layer.whole(401.7, 1)).isEqualTo(401);
    assertThat(Layer.whole(401.7, 1.5)).isEqualTo(400);
    assertThat(Layer.whole(401.7, 1.25)).isEqualTo(400);
    assertThat(Layer.whole(401.7, 2)).isEqualTo(401);
    assertThat(Layer.whole(0.4, 1.5)).isZero();
  }

  @Test
  void onlyNumbersGetFiguresOfOneWidth() {
    assertThat(Tabular.isNumber("−1,234.5")).isTrue();
    assertThat(Tabular.isNumber("12%")).isTrue();
    assertThat(Tabular.isNumber("k 10")).isFalse();
    assertThat(Tabular.isNumber("2011年1月")).isFalse();
    assertThat(Tabular.isNumber("2011-12-06")).isFalse();
    assertThat(Tabular.isNumber("–")).isFalse();
  }

  private static boolean apart(Box one, Box other) {
    return one.right() <= other.x()
        || other.right() <= one.x()
        || one.bottom() <= other.y()
        || other.bottom() <= one.y();
  }

  private static Scatter.Point point(String name, double x, double y) {
    return new Scatter.Point(name, 0, x, y, Double.NaN, Double.NaN);
  }
}
