package io.aisle.ui.training;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The end of one run's log, read again while it is looked at. FX thread only. */
public final class RunLogViewModel {
  private static final int TAIL = 1 << 16;

  /** Looks between two readings: the sampler looks ten times a second. */
  private static final int EVERY = 15;

  private final Texts texts;
  private final Slot<String> slot;
  private final ReadOnlyObjectWrapper<LiveRun> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private int looks;

  public RunLogViewModel(Background background, Texts texts) {
    this.texts = texts;
    this.slot = background.slot(texts.of("live.job.log"));
  }

  /** Shows the log of a run; null closes it. */
  public void show(LiveRun wanted) {
    run.set(wanted);
    text.set("");
    looks = 0;
    if (wanted == null) {
      slot.clear();
    } else {
      read();
    }
  }

  /** Reads on while the run goes; called by the sampler. */
  public void look() {
    if (run.get() != null && ++looks % EVERY == 0 && !slot.busyProperty().get()) {
      read();
    }
  }

  private void read() {
    Path file = run.get().log();
    slot.read(control -> tail(file), this::tell);
  }

  private void tell(String read) {
    String now = read.isEmpty() ? texts.of("live.log.empty") : read;
    if (!now.equals(text.get())) {
      text.set(now);
    }
  }

  private static String tail(Path path) throws IOException {
    if (!Files.exists(path)) {
      return "";
    }
    try (FileChannel file = FileChannel.open(path);
        InputStream end = Channels.newInputStream(file.position(Math.max(0, file.size() - TAIL)))) {
      return new String(end.readNBytes(TAIL), StandardCharsets.UTF_8);
    }
  }

  /** Whose log is shown; null for none. */
  public ReadOnlyObjectProperty<LiveRun> runProperty() {
    return run.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
