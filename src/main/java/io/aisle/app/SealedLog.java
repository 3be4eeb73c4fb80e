package io.aisle.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import io.aisle.core.workspace.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of an encrypted workspace: a file for each day and process, since only one may write to
 * such a file. What is said before the passphrase is known waits for it. Made by logback, which
 * calls one method at a time.
 */
public final class SealedLog extends AppenderBase<ILoggingEvent> {
  private static final int KEPT = 30;
  private static final int WAITING = 500;
  private static final long LARGEST = 10L << 20;

  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private Path folder;
  private Encoder<ILoggingEvent> encoder;
  private LocalDate day = LocalDate.MIN;
  private OutputStream out;
  private long size;
  private int number;

  /** Where the files lie; set by the configuration. */
  public void setFolder(String name) {
    folder = Vault.path(Path.of(name), Passphrase::ofEnvironment);
  }

  /** How an event becomes a line; set by the configuration. */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  @Override
  protected void append(ILoggingEvent event) {
    waiting.addLast(encoder.encode(event));
    if (waiting.size() > WAITING) {
      waiting.removeFirst();
    }
    if (Vault.isLocked(folder)) {
      return;
    }
    try {
      roll(LocalDate.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault()));
      while (!waiting.isEmpty()) {
        byte[] line = waiting.removeFirst();
        out.write(line);
        size += line.length;
      }
    } catch (IOException e) {
      addError("the log in " + folder + " cannot be written", e);
    }
  }

  private void roll(LocalDate today) throws IOException {
    if (out != null && today.equals(day) && size < LARGEST) {
      return;
    }
    closeFile();
    Files.createDirectories(folder);
    prune();
    day = today;
    size = 0;
    Path file =
        folder.resolve(
            "aisle-%s.%d.%d.log".formatted(day, ProcessHandle.current().pid(), number++));
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void prune() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> file.getFileName().toString().matches("aisle-.*\\.log"))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  private void closeFile() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }

  @Override
  public void stop() {
    super.stop();
    try {
      closeFile();
    } catch (IOException e) {
      addError("the log in " + folder + " cannot be closed", e);
    }
  }
}
