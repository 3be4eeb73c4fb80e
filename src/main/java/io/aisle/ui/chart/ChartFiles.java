package io.aisle.ui.chart;

import io.aisle.domain.InputException;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.ViewOrigin;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javafx.scene.image.WritableImage;

/** Copies and saves a chart; texts and files are written in the background. FX thread only. */
final class ChartFiles {
  private final CanvasChart chart;
  private final ChartTools tools;
  private final String title;
  private final String subtitle;
  private final String note;

  /**
   * @param note under the chart; "" without
   */
  ChartFiles(CanvasChart chart, ChartTools tools, String title, String subtitle, String note) {
    this.chart = chart;
    this.tools = tools;
    this.title = title;
    this.subtitle = subtitle;
    this.note = note;
  }

  void copyPicture() {
    Clips.put(picture().image());
    tools.notices().done(tools.texts().of("chart.copied.picture"));
  }

  void copyData() {
    ChartTable table = chart.table();
    tools
        .background()
        .read(
            tools.texts().of("chart.copy.data"),
            control -> table.tsv(),
            text -> {
              Clips.put(text);
              tools.notices().done(tools.texts().of("chart.copied.data"));
            });
  }

  void saveSvg() {
    save("svg", picture().svg()::getBytes);
  }

  void savePng() {
    WritableImage image = picture().image();
    save("png", charset -> Png.of(image));
  }

  void saveCsv() {
    ChartTable table = chart.table();
    save("csv", charset -> table.csv().getBytes(charset));
  }

  /** Keeps the chart with its data and its words for a report, as it looks on white paper. */
  void pin(ViewOrigin origin) {
    ChartTable table = chart.table();
    tools
        .pins()
        .keep(
            origin.pin(
                new ViewOrigin.Content(
                    title,
                    subtitle,
                    Sentence.joined(chart.describe(), note),
                    chart.lookingLike(LightLook.find(), () -> picture().svg()),
                    table.header(),
                    table.rows())),
            origin.licence());
  }

  private Picture picture() {
    return new Picture(chart, title, subtitle, note);
  }

  /** Makes the bytes of a file. */
  private interface Content {
    byte[] bytes(Charset charset) throws IOException;
  }

  private void save(String kind, Content content) {
    String words = tools.texts().of("chart.save." + kind);
    tools
        .dialogs()
        .save(words, name() + "." + kind)
        .ifPresent(
            file ->
                tools
                    .background()
                    .read(
                        words,
                        control -> write(file, content.bytes(StandardCharsets.UTF_8)),
                        saved ->
                            tools
                                .notices()
                                .done(tools.texts().of("chart.saved", saved.toString()))));
  }

  /** A file appears whole or not at all. */
  private Path write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    if (!Files.isWritable(target.getParent())) {
      throw new InputException(tools.texts().of("chart.no.folder", target.getParent().toString()));
    }
    Path draft = Files.createTempFile(target.getParent(), ".chart", ".tmp");
    try {
      Files.write(draft, bytes);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return target;
  }

  /** A file name from the heading, in any script. */
  private String name() {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "chart" : plain;
  }
}
