package io.aisle.core.report;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.print.PdfPrinter;
import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.Disk;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes runs of one protocol as one self-contained file: a page of HTML without scripts that loads
 * nothing, the same printed as PDF, or its figures as tables. Every text from data is escaped.
 * Thread-safe.
 */
public final class ReportService {
  private final ComparisonService comparisons;
  private final String version;
  private final Clock clock;
  private final Configuration freemarker;

  /**
   * @param version of the program, printed in the report
   */
  public ReportService(ComparisonService comparisons, String version, Clock clock) {
    this.comparisons = comparisons;
    this.version = version;
    this.clock = clock;
    freemarker = new Configuration(Configuration.VERSION_2_3_34);
    freemarker.setClassForTemplateLoading(ReportService.class, "");
    freemarker.setDefaultEncoding("UTF-8");
    freemarker.setLocale(Locale.ROOT);
    freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freemarker.setLogTemplateExceptions(false);
  }

  /** As the other, with no pinned views. */
  public void write(List<RunFolder> runs, Baselines baselines, Path file) {
    write(runs, baselines, List.of(), file);
  }

  /**
   * Writes the report, whole or not at all.
   *
   * @param runs complete runs; the first is the reference
   * @param baselines what is to be said of the simple models beside neural ones
   * @param pins views that stand in it too
   * @param file its ending says what is written, see {@link ReportFormat}; its folder is made where
   *     it is missing
   * @throws InputException when the runs cannot be compared
   * @throws OperationException when the file cannot be written
   */
  public void write(List<RunFolder> runs, Baselines baselines, List<Pin> pins, Path file) {
    Comparison comparison = comparisons.compare(runs);
    Material material = Material.of(comparison, comparisons);
    Path target = file.toAbsolutePath();
    Disk.createFolders(target.getParent());
    switch (ReportFormat.of(file)) {
      case HTML -> {
        String page = render(material, baselines, pins);
        AtomicFile.write(target, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
      }
      case PDF -> {
        String page = render(material, baselines, pins);
        String css = resource("report.css") + resource("print.css");
        AtomicFile.write(target, out -> PdfPrinter.print(page, resource("tokens.css"), css, out));
      }
      case XLSX ->
          AtomicFile.write(
              target, out -> SheetWriter.workbook(Sheets.of(material, pins), version, out));
      case CSV -> AtomicFile.write(target, out -> SheetWriter.csv(Sheets.metrics(material), out));
    }
  }

  private String render(Material material, Baselines baselines, List<Pin> pins) {
    ReportPage page = new PageBuilder(material, baselines, pins).page(clock.instant(), version);
    StringWriter out = new StringWriter();
    try {
      Template template = freemarker.getTemplate("report.ftlh");
      String css = resource("tokens.css") + resource("tokens-dark.css") + resource("report.css");
      template.process(Map.of("page", page, "css", Charts.markup(css)), out);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("the template of the report is broken", e);
    }
    return out.toString();
  }

  private static String resource(String name) {
    try (InputStream in = ReportService.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
