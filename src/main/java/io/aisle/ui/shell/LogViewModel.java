package io.aisle.ui.shell;

import io.aisle.core.job.JobWork;
import io.aisle.core.job.LogFiles;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The log that is looked at, line by line. It follows a job that goes on. FX thread only. */
public final class LogViewModel {
  /** Looks of the sampler between two readings of a log that grows. */
  private static final int EVERY = 10;

  private final LogFiles files;
  private final Texts texts;
  private final Slot<LogFiles.Part> slot;
  private final ObservableList<String> lines = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper sought = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private JobWork<LogFiles.Part> work;
  private JobLine followed;
  private int looks;

  public LogViewModel(LogFiles files, Background background, Texts texts) {
    this.files = files;
    this.texts = texts;
    this.slot = background.slot(texts.of("log.job"));
  }

  /** The log of a job: its own, or where the program's tells of it. */
  public void show(JobLine job) {
    String code = job.code();
    List<Path> own = job.logs();
    followed = job;
    if (!code.isEmpty()) {
      show(job.title(), code, control -> files.about(code, own));
    } else if (own.isEmpty()) {
      show(job.title(), "", control -> files.program());
    } else {
      show(job.title(), "", control -> files.end(own.getFirst()));
    }
  }

  /** Where a log tells of a failure. */
  public void show(String code) {
    followed = null;
    show(texts.of("log.about", code), code, control -> files.about(code, List.of()));
  }

  /** The program's own log. */
  public void showProgram() {
    followed = null;
    show(texts.of("log.program"), "", control -> files.program());
  }

  private void show(String words, String code, JobWork<LogFiles.Part> reading) {
    title.set(words);
    sought.set(code);
    lines.clear();
    work = reading;
    open.set(true);
    read();
  }

  private void read() {
    slot.read(
        work,
        part -> {
          file.set(part.file());
          List<String> now = part.text().lines().toList();
          if (!now.equals(lines)) {
            lines.setAll(now);
          }
        });
  }

  /** Called by the sampler. */
  public void look() {
    boolean grows = open.get() && followed != null && followed.activeProperty().get();
    if (grows && ++looks % EVERY == 0 && !slot.busyProperty().get()) {
      read();
    }
  }

  public void close() {
    open.set(false);
    followed = null;
    slot.clear();
    lines.clear();
  }

  public ObservableList<String> lines() {
    return lines;
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The code that is looked for; empty when none is. */
  public ReadOnlyStringProperty soughtProperty() {
    return sought.getReadOnlyProperty();
  }

  /** Null before it was found. */
  public ReadOnlyObjectProperty<Path> fileProperty() {
    return file.getReadOnlyProperty();
  }
}
