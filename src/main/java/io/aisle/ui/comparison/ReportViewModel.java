package io.aisle.ui.comparison;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.report.ReportService;
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

/** Writes what is compared as a report. FX thread only. */
public final class ReportViewModel {
  private final ReportService service;
  private final Background background;
  private final Notices notices;
  private final Texts texts;

  public ReportViewModel(
      ReportService service, Background background, Notices notices, Texts texts) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /** Asks where the report of what is compared should go, and writes it there. */
  public void ask(CompareViewModel compared, BaselinesViewModel baselines, Dialogs dialogs) {
    dialogs
        .save(texts.of("compare.export.title"), "report.html")
        .ifPresent(
            file ->
                write(
                    compared.referenceProperty().get(),
                    compared.chosen(),
                    baselines.baselines(),
                    file));
  }

  /** Writes one self-contained file, in which {@code reference} is the reference. */
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
              service.write(folders, baselines, file);
              return file;
            },
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Path>) {
                notices.done(texts.of("compare.export.done", file));
              }
            });
  }
}
