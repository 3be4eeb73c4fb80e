package io.aisle.core.report;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes runs of one protocol as one self-contained HTML file: no script, nothing loaded from
 * elsewhere, every text from data escaped. Thread-safe.
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

  /**
   * Writes the report, whole or not at all.
   *
   * @param runs complete runs; the first is the reference
   * @param baselines what is to be said of the simple models beside neural ones
   * @param html the file to write; its folder is made where it is missing
   * @throws InputException when the runs cannot be compared
   * @throws OperationException when the file cannot be written
   */
  public void write(List<RunFolder> runs, Baselines baselines, Path html) {
    String text = render(comparisons.compare(runs), baselines);
    Path target = html.toAbsolutePath();
    Path draft = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      move(draft, target);
    } catch (IOException e) {
      throw new OperationException(
          "the report %s cannot be written: %s; look at the free space and the permissions of its folder"
              .formatted(html, e),
          e);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  String render(Comparison comparison, Baselines baselines) {
    ReportPage page =
        new PageBuilder(Material.of(comparison), baselines).page(clock.instant(), version);
    StringWriter out = new StringWriter();
    try {
      Template template = freemarker.getTemplate("report.ftlh");
      template.process(Map.of("page", page, "css", Charts.markup(styles())), out);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("the template of the report is broken", e);
    }
    return out.toString();
  }

  private static String styles() throws IOException {
    try (InputStream in = ReportService.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
