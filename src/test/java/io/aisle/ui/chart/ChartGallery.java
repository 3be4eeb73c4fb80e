package io.aisle.ui.chart;

import io.aisle.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

/**
 * Pictures of every chart, to be looked at: {@code ChartGallery FOLDER}. Each theme and language
 * has a page of charts as they stand on a screen, one with the cursor on them, one of parts
 * enlarged and one of charts without data; and each chart as it is exported. Needs no display with
 * {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class ChartGallery {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 1520;

  private final Path folder;
  private final Theme theme;
  private final Locale locale;

  private ChartGallery(Path folder, Theme theme, Locale locale) {
    this.folder = folder;
    this.theme = theme;
    this.locale = locale;
  }

  /** Makes all pictures and ends the process. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      for (Theme theme : Theme.values()) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
          new ChartGallery(folder, theme, locale).make();
        }
      }
    } finally {
      Platform.exit();
    }
  }

  private void make() throws IOException {
    ChartStage stage = new ChartStage(theme, locale);
    ChartSamples samples = new ChartSamples(locale.getLanguage().equals("zh"));
    List<ChartSamples.Sample> all = samples.all();
    Scene window =
        ChartStage.fx(() -> stage.show(all.stream().map(stage::frame).toList(), WIDTH, HEIGHT));
    write(window, "charts");
    ChartStage.fx(
        () -> {
          for (ChartSamples.Sample each : all) {
            KeyCode key = each.chart() instanceof RowChart ? KeyCode.DOWN : KeyCode.LEFT;
            for (int i = 0; i < 3; i++) {
              each.chart().step(key);
            }
          }
          return null;
        });
    write(window, "cursor");
    ChartStage.fx(
        () -> {
          all.forEach(each -> each.chart().zoom().by(4, 0.7, 0.6));
          all.forEach(each -> each.chart().redraw());
          return null;
        });
    write(window, "zoomed");
    for (ChartSamples.Sample each : samples.all()) {
      export(stage, each);
    }
    empty(stage, samples);
  }

  private void empty(ChartStage stage, ChartSamples samples) throws IOException {
    Scene window =
        ChartStage.fx(
            () ->
                stage.show(
                    samples.all().stream()
                        .map(
                            each ->
                                new ChartSamples.Sample(
                                    each.id(),
                                    each.title(),
                                    each.subtitle(),
                                    each.width(),
                                    each.height(),
                                    bare(each.chart())))
                        .map(stage::frame)
                        .toList(),
                    WIDTH,
                    HEIGHT));
    write(window, "empty");
  }

  static CanvasChart bare(CanvasChart chart) {
    return switch (chart) {
      case CurveChart each -> new CurveChart();
      case TimeSeries each -> new TimeSeries();
      case Scatter each -> new Scatter();
      case Columns each -> new Columns();
      case Timeline each -> new Timeline();
      case HeatMap each -> new HeatMap();
      case ArcTimeline each -> new ArcTimeline();
      case BarPairs each -> new BarPairs();
      case ErrorBars each -> new ErrorBars();
      case RankFlow each -> new RankFlow();
      case ParallelChart each -> new ParallelChart();
      default -> new IntervalPlot();
    };
  }

  private void export(ChartStage stage, ChartSamples.Sample sample) throws IOException {
    record Export(String svg, WritableImage image) {}
    Export export =
        ChartStage.fx(
            () -> {
              stage.show(List.of(stage.frame(sample)), 1100, 400);
              Picture picture = new Picture(sample.chart(), sample.title(), sample.subtitle(), "");
              return new Export(picture.svg(), picture.image());
            });
    Files.write(folder.resolve(name("export-" + sample.id()) + ".png"), Png.of(export.image()));
    Files.writeString(folder.resolve(name("export-" + sample.id()) + ".svg"), export.svg());
  }

  private void write(Scene window, String name) throws IOException {
    WritableImage image =
        ChartStage.fx(
            () -> {
              window.getRoot().applyCss();
              window.getRoot().layout();
              return window.snapshot(null);
            });
    Files.write(folder.resolve(name(name) + ".png"), Png.of(image));
  }

  private String name(String name) {
    return name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + locale.getLanguage();
  }
}
