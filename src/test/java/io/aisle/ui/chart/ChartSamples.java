package io.aisle.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Every kind of chart with data as the screens show them; seeded. */
final class ChartSamples {
  private static final long DAY = 86_400_000L;
  private static final long START = Instant.parse("2010-12-01T00:00:00Z").toEpochMilli();
  private static final String[] GOODS = {
    "LUNCH BAG BLACK SKULL",
    "RECYCLING BAG RETROSPOT",
    "ALARM CLOCK BAKELIKE RED",
    "JUMBO BAG RED RETROSPOT",
    "JUMBO BAG PINK POLKADOT",
    "LUNCH BAG CARS BLUE",
    "RABBIT NIGHT LIGHT",
    "LUNCH BAG SUKI DESIGN",
    "PARTY BUNTING",
    "SET OF 3 CAKE TINS PANTRY",
    "PAPER CHAIN KIT 50'S CHRISTMAS",
    "JUMBO SHOPPER VINTAGE RED PAISLEY"
  };
  private static final String[] WAREN = {
    "黑色骷髅午餐袋",
    "复古圆点环保袋",
    "红色复古闹钟",
    "红色复古圆点大号袋",
    "粉色圆点大号袋",
    "蓝色汽车午餐袋",
    "兔子小夜灯",
    "Suki 图案午餐袋",
    "派对彩旗",
    "三件套蛋糕罐",
    "五十年代圣诞纸链套装",
    "红色佩斯利复古大号购物袋"
  };

  private final boolean chinese;

  ChartSamples(boolean chinese) {
    this.chinese = chinese;
  }

  /** A chart with the heading that it would have. */
  record Sample(
      String id, String title, String subtitle, double width, double height, CanvasChart chart) {}

  List<Sample> all() {
    return List.of(
        sample(
            "loss", "Training loss", "训练损失", "cross-entropy, live", "交叉熵，实时", 440, 250, this::loss),
        sample(
            "metric",
            "NDCG against k",
            "NDCG 随 k 的变化",
            "test, 4,074 users",
            "测试集，4,074 位用户",
            440,
            250,
            this::metric),
        sample(
            "time", "Events per day", "每日事件数", "541,909 rows", "541,909 行", 640, 260, this::time),
        sample("scatter", "Quality against cost", "质量与代价", "", "", 440, 330, this::scatter),
        sample("tail", "Long tail of items", "商品长尾", "", "", 360, 220, this::tail),
        sample("months", "Events by month", "每月事件数", "", "", 480, 220, this::months),
        sample(
            "timeline",
            "Customer 12748",
            "客户 12748",
            "United Kingdom · 1,716 purchases",
            "英国 · 1,716 次购买",
            1000,
            210,
            this::timeline),
        sample(
            "heat",
            "Where SASRec looks",
            "SASRec 关注哪里",
            "for “Jumbo bag red retrospot”",
            "针对“红色复古圆点大号袋”",
            700,
            330,
            this::heat),
        sample(
            "arcs",
            "Where SASRec looks",
            "SASRec 关注哪里",
            "for “Jumbo bag red retrospot”",
            "针对“红色复古圆点大号袋”",
            700,
            270,
            this::arcs),
        sample("pairs", "Does it matter?", "它重要吗？", "", "", 380, 330, this::pairs),
        sample("errors", "What each feature adds", "各特征的贡献", "", "", 380, 330, this::errors),
        sample("interval", "Interval", "区间", "", "", 240, 60, this::interval),
        sample("parallel", "Configurations", "配置", "", "", 640, 300, this::parallel),
        sample("flow", "Rank moves", "排名变化", "", "", 120, 300, this::flow));
  }

  private Sample sample(
      String id,
      String english,
      String title,
      String about,
      String subtitle,
      double width,
      double height,
      Supplier<CanvasChart> chart) {
    return new Sample(
        id, chinese ? title : english, chinese ? subtitle : about, width, height, chart.get());
  }

  private String say(String english, String other) {
    return chinese ? other : english;
  }

  CurveChart loss() {
    CurveChart chart = new CurveChart();
    chart.setXTitle(say("epoch", "轮次"));
    Random random = new Random(1);
    List<CurveChart.Curve> curves = new ArrayList<>();
    String[] names = {"SASRec seed 42", "SASRec seed 7", "BPR"};
    int[] colours = {0, 1, 3};
    for (int c = 0; c < names.length; c++) {
      int number = c;
      double[] values =
          IntStream.range(0, 60 - 12 * c)
              .mapToDouble(
                  i -> 4.1 + number * 0.6 + 3.4 * Math.exp(-i / 9.0) + random.nextGaussian() * 0.03)
              .toArray();
      curves.add(new CurveChart.Curve(names[c], colours[c], values));
    }
    chart.curvesProperty().set(curves);
    return chart;
  }

  CurveChart metric() {
    CurveChart chart = new CurveChart();
    chart.setXTitle("k");
    chart.setYTitle("NDCG@k");
    double[] k = {1, 3, 5, 10, 20, 50};
    chart
        .curvesProperty()
        .set(
            List.of(
                CurveChart.Curve.of(
                    "SASRec", 0, k, new double[] {.061, .09, .1, .1213, .139, .161}),
                CurveChart.Curve.of("EASE", 1, k, new double[] {.055, .081, .094, .1123, .13, .15}),
                CurveChart.Curve.of("ALS", 2, k, new double[] {.02, .038, .047, .0602, .074, .093}),
                CurveChart.Curve.of(
                    "Item-KNN", 4, k, new double[] {.018, .035, .043, .0556, .069, .088}),
                CurveChart.Curve.of(
                    say("Popularity", "热门"),
                    5,
                    k,
                    new double[] {.004, .01, .013, .0182, .025, .036})));
    return chart;
  }

  TimeSeries time() {
    TimeSeries chart = new TimeSeries();
    Random random = new Random(2);
    long[] days = IntStream.range(0, 373).mapToLong(i -> START + i * DAY).toArray();
    double[] counts =
        IntStream.range(0, 373)
            .mapToDouble(i -> i % 7 == 3 ? 0 : 600 + i * 5.5 + random.nextInt(500))
            .toArray();
    double[] users = IntStream.range(0, 373).mapToDouble(i -> counts[i] * 0.2).toArray();
    chart
        .seriesProperty()
        .set(
            List.of(
                new TimeSeries.Series(say("purchases", "购买"), 0, days, counts),
                new TimeSeries.Series(say("users", "用户"), 1, days, users)));
    return chart;
  }

  Scatter scatter() {
    Scatter chart = new Scatter();
    chart.setXTitle(say("time to train, s (log)", "训练时间，秒（对数）"));
    chart.setYTitle("NDCG@10");
    chart.setXLog(true);
    chart.setFrontier(true);
    chart
        .pointsProperty()
        .set(
            List.of(
                new Scatter.Point("SASRec", 0, 412, .1213, .117, .1256),
                new Scatter.Point("EASE", 1, 2.9, .1123, .108, .1166),
                new Scatter.Point("BPR", 3, 288, .1101, .106, .1142),
                new Scatter.Point("ALS", 2, 1.9, .0602, .057, .0634),
                new Scatter.Point("Item-KNN", 4, .3, .0556, .0525, .0587),
                new Scatter.Point(say("Popularity", "热门"), 5, 0, .0182, .0165, .0199)));
    return chart;
  }

  ParallelChart parallel() {
    ParallelChart chart = new ParallelChart();
    Random random = new Random(5);
    List<ParallelChart.Line> lines = new ArrayList<>();
    for (int trial = 1; trial <= 30; trial++) {
      double regularization = Math.pow(10, 3 * random.nextDouble());
      double size = random.nextInt(3);
      double off = Math.log10(regularization / 90);
      lines.add(
          new ParallelChart.Line(
              trial,
              say("Trial ", "试验 ") + trial,
              2,
              new double[] {
                size, regularization, 40 * random.nextDouble(), .11 - .02 * off * off + .004 * size
              }));
    }
    chart
        .contentProperty()
        .set(
            new ParallelChart.Content(
                List.of(
                    new ParallelChart.Dimension(
                        say("Embedding size", "嵌入维度"), false, List.of("32", "64", "128")),
                    new ParallelChart.Dimension(say("Regularisation", "正则化"), true, List.of()),
                    new ParallelChart.Dimension("alpha", false, List.of()),
                    new ParallelChart.Dimension("NDCG@10", false, List.of())),
                lines));
    return chart;
  }

  Columns tail() {
    Columns chart = new Columns();
    chart.setNote(say("The top 20% of items have 78% of the purchases.", "前 20% 的商品占 78% 的购买。"));
    chart
        .columnsProperty()
        .set(
            IntStream.range(0, 80)
                .mapToObj(i -> new Columns.Column(Integer.toString(i + 1), 2_100 / (1 + i * 0.35)))
                .toList());
    return chart;
  }

  Columns months() {
    Columns chart = new Columns();
    chart.setColour(2);
    int[] counts = {
      26_000, 21_000, 19_900, 27_000, 22_600, 28_300, 27_100, 26_800, 27_000, 40_000, 49_500,
      64_500, 17_300
    };
    chart
        .columnsProperty()
        .set(
            IntStream.range(0, counts.length)
                .mapToObj(
                    i ->
                        new Columns.Column(
                            (i == 0 ? "2010-12" : "2011-%02d".formatted(i)), counts[i]))
                .toList());
    chart.chosenProperty().set(11);
    return chart;
  }

  Timeline timeline() {
    Timeline chart = new Timeline();
    chart.setValueTitle(say("price £ (log)", "价格 £（对数）"));
    chart.setLog(true);
    Random random = new Random(3);
    List<Timeline.Mark> marks = new ArrayList<>();
    for (int i = 0; i < 260; i++) {
      marks.add(
          new Timeline.Mark(
              START + (long) (random.nextDouble() * 373 * DAY),
              Math.exp(random.nextGaussian() + 1),
              random.nextInt(1, 60),
              random.nextInt(12) == 0 ? 4 : 0,
              goods(i),
              false));
    }
    marks.add(new Timeline.Mark(START + 375 * DAY, 2.08, 10, 0, goods(3), true));
    chart.marksProperty().set(marks);
    chart
        .kindsProperty()
        .set(
            List.of(
                new Timeline.Kind(say("bought", "购买"), 0),
                new Timeline.Kind(say("returned", "退货"), 4)));
    return chart;
  }

  HeatMap heat() {
    return heat(12, 28);
  }

  HeatMap heat(int rows, int columns) {
    HeatMap chart = new HeatMap();
    Random random = new Random(4);
    double[][] cells = new double[rows][columns];
    for (double[] row : cells) {
      for (int c = 0; c < columns; c++) {
        row[c] = Math.pow(random.nextDouble(), 6) * 0.31;
      }
    }
    chart
        .matrixProperty()
        .set(
            new HeatMap.Matrix(
                IntStream.range(0, rows).mapToObj(this::goods).toList(),
                IntStream.range(0, columns).mapToObj(this::goods).toList(),
                cells));
    return chart;
  }

  ArcTimeline arcs() {
    ArcTimeline chart = new ArcTimeline();
    chart.setWeightTitle(say("attention", "注意力"));
    chart.setAmountTitle(say("contribution", "贡献"));
    chart.askingProperty().set(goods(3));
    Random random = new Random(6);
    List<ArcTimeline.Step> steps = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      Instant time = Instant.ofEpochMilli(START + i / 7 * (i / 7) * 21 * DAY);
      double weight = Math.pow(random.nextDouble(), 5) * 0.4;
      double amount = weight * 2 + random.nextGaussian() * 0.1;
      steps.add(new ArcTimeline.Step(goods(i * 5), i + 1, time, weight, amount));
    }
    chart.stepsProperty().set(steps);
    return chart;
  }

  BarPairs pairs() {
    BarPairs chart = new BarPairs();
    chart.setFirstName(say("attention", "注意力"));
    chart.setSecondName(say("contribution", "贡献"));
    double[] first = {.31, .22, .14, .09, .06, .04, .02};
    double[] second = {1.2, .81, .66, .16, .26, -.2, -.05};
    chart
        .pairsProperty()
        .set(
            IntStream.range(0, first.length)
                .mapToObj(i -> new BarPairs.Pair(goods(i + 3), first[i], second[i]))
                .toList());
    return chart;
  }

  ErrorBars errors() {
    ErrorBars chart = new ErrorBars();
    chart.setAboveName(say("raises it", "使其升高"));
    chart.setBelowName(say("lowers it", "使其降低"));
    double[] value = {1.4, -.9, .5, .22, -.1, 0};
    double[] error = {.2, .3, .1, .4, .02, 0};
    chart
        .barsProperty()
        .set(
            IntStream.range(0, value.length)
                .mapToObj(
                    i ->
                        new ErrorBars.Bar(
                            goods(i), value[i], value[i] - error[i], value[i] + error[i]))
                .toList());
    return chart;
  }

  IntervalPlot interval() {
    IntervalPlot chart = new IntervalPlot();
    chart
        .intervalProperty()
        .set(new IntervalPlot.Interval(0, .117, .1213, .1256, .1123, .015, .13));
    return chart;
  }

  RankFlow flow() {
    RankFlow chart = new RankFlow();
    chart
        .linksProperty()
        .set(
            List.of(
                new RankFlow.Link(0, 2, true),
                new RankFlow.Link(1, 0, false),
                new RankFlow.Link(2, 1, false),
                new RankFlow.Link(4, 6, false),
                new RankFlow.Link(5, 4, false),
                new RankFlow.Link(7, 9, false)));
    return chart;
  }

  private String goods(int number) {
    return (chinese ? WAREN : GOODS)[number % GOODS.length];
  }
}
