package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir Path folder;

  private Path file(String name, String text, long second) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * second));
  }

  @Test
  void aCodeIsFoundInTheNewestLogThatHasIt() throws IOException {
    file("worker-1.log", "failed, 7K2Q-X0MD: long ago\n", 1);
    Path newest = file("worker-2.log", "begin\nfailed, 7K2Q-X0MD: now\n\tat somewhere\n", 3);
    file("aisle-2026-01-01.0.log", "nothing of it\n", 9);
    LogFiles.Part part = new LogFiles(folder).about("7K2Q-X0MD", List.of());
    assertThat(part.file()).isEqualTo(newest);
    assertThat(part.text()).contains("now").contains("somewhere");
  }

  @Test
  void anUnknownCodeLeadsToTheProgramsLog() throws IOException {
    Path program = file("aisle-2026-01-01.0.log", "one\ntwo\n", 2);
    file("worker-2.log", "other\n", 3);
    assertThat(new LogFiles(folder).about("NONE-NONE", List.of()).file()).isEqualTo(program);
  }

  @Test
  void ofALongLogTheEndIsShownFromTheBeginningOfALine() throws IOException {
    Path log = file("aisle-2026-01-01.0.log", "a line of the log\n".repeat(40_000) + "last\n", 1);
    LogFiles.Part part = new LogFiles(folder).end(log);
    assertThat(part.cut()).isTrue();
    assertThat(part.text()).startsWith("a line").endsWith("last\n");
    assertThat(part.text().length()).isBetween(200_000, 262_144);
  }

  @Test
  void aLogThatIsNotThereIsEmpty() {
    assertThat(new LogFiles(folder.resolve("none")).program().text()).isEmpty();
  }
}
