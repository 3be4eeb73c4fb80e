package io.aisle.ui.settings;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.SystemOpener;
import io.aisle.core.problem.ProblemReport;
import io.aisle.core.problem.ProblemService;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The log, and the report of a problem. FX thread only. */
public final class HelpViewModel {
  /** Characters of a part that are shown; the file has all of them. */
  private static final int SHOWN = 200_000;

  private final ProblemService service;
  private final Path logs;
  private final Runnable viewer;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Numbers numbers;
  private final SystemOpener opener = SystemOpener.ofThisSystem();
  private final ReadOnlyObjectWrapper<ProblemReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /** A part of the report as it is listed. */
  public record Part(String name, String size, String text) {}

  /**
   * @param viewer shows the program's log in the window
   */
  public HelpViewModel(
      ProblemService service,
      Path logs,
      Runnable viewer,
      Background background,
      Notices notices,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.logs = logs;
    this.viewer = viewer;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.numbers = numbers;
  }

  public Path logs() {
    return logs;
  }

  public void openFolder() {
    var unused =
        background.read(
            texts.of("settings.job.open"),
            control -> {
              opener.open(logs);
              return logs;
            },
            shown -> {});
  }

  /** Shows the log in the window. */
  public void showLog() {
    viewer.run();
  }

  /** Puts a report together, to be looked at. */
  public void prepare() {
    busy.set(true);
    var unused =
        background.start(
            texts.of("settings.report.job"),
            JobNeeds.LIGHT,
            service::prepare,
            outcome -> {
              busy.set(false);
              if (outcome instanceof JobOutcome.Done<ProblemReport> done) {
                report.set(done.value());
              }
            });
  }

  /** What the report holds; empty before it was put together. */
  public List<Part> parts() {
    return report.get() == null
        ? List.of()
        : report.get().parts().stream().map(this::part).toList();
  }

  private Part part(ProblemReport.Part part) {
    String text = part.text();
    String shown =
        text.length() <= SHOWN
            ? text
            : texts.of("settings.report.cut") + "\n" + text.substring(text.length() - SHOWN);
    return new Part(
        part.name(),
        texts.of("settings.size.kilobytes", numbers.count((part.size() + 1023) >> 10)),
        shown);
  }

  /** Writes what was looked at, and nothing else. */
  public void save(Path file) {
    ProblemReport looked = report.get();
    var unused =
        background.read(
            texts.of("settings.report.job"),
            control -> {
              ProblemService.write(looked, file);
              return file;
            },
            written -> notices.done(texts.of("settings.report.done", written)));
  }

  public ReadOnlyObjectProperty<ProblemReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
