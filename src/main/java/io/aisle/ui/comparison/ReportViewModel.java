package io.aisle.ui.comparison;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.report.ReportFormat;
import io.aisle.core.report.ReportService;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Writes what is compared as a report. FX thread only. */
public final class ReportViewModel {
  /** What a report is written as. */
  public enum Format {
    HTML(ReportFormat.HTML),
    PDF(ReportFormat.PDF),
    XLSX(ReportFormat.XLSX),
    CSV(ReportFormat.CSV);

    private final ReportFormat core;

    Format(ReportFormat core) {
      this.core = core;
    }
  }

  private final ReportService service;
  private final Pinboard pins;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.HTML);

  public ReportViewModel(
      ReportService service, Pinboard pins, Background background, Notices notices, Texts texts) {
    this.service = service;
    this.pins = pins;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /** What the report is written as, unless the name of its file says otherwise. */
  public ObjectProperty<Format> formatProperty() {
    return format;
  }

  /** Asks where the report of what is compared should go, and writes it there. */
  public void ask(CompareViewModel compared, BaselinesViewModel baselines, Dialogs dialogs) {
    dialogs
        .save(texts.of("compare.export.title"), "report." + format.get().core.ending())
        .ifPresent(
            file ->
                write(
                    compared.referenceProperty().get(),
                    compared.chosen(),
                    baselines.baselines(),
                    file));
  }

  /**
   * Writes one self-contained file with every pinned view, in which {@code reference} is the
   * reference.
   */
  void write(RunItem reference, List<RunItem> runs, Baselines baselines, Path file) {
    List<RunFolder> folders =
        Stream.concat(Stream.of(reference), runs.stream().filter(run -> !run.equals(reference)))
            .map(run -> new RunFolder(run.path()))
            .toList();
    var unused =
        background.start(
            texts.of("compare.export.job"),
            JobNeeds.LIGHT,
            control -> {
              service.write(folders, baselines, pins.pins(), file);
              return file;
            },
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Path>) {
                notices.done(texts.of("compare.export.done", file));
              }
            });
  }
}
