package io.aisle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No class grows beyond what one can hold in the head. */
class SourceSizeTest {
  private static final int LIMIT = 400;

  @Test
  void noSourceFileIsLongerThanTheLimit() throws IOException {
    assertThat(longerThanLimit(Path.of("src"))).isEmpty();
  }

  @Test
  void aLongerFileIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Long.java"), "\n".repeat(LIMIT + 1));
    Files.writeString(folder.resolve("Short.java"), "\n".repeat(LIMIT));
    assertThat(longerThanLimit(folder)).singleElement().asString().contains("Long.java");
  }

  private static List<String> longerThanLimit(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines;
        try (Stream<String> text = Files.lines(file)) {
          lines = text.count();
        }
        if (lines > LIMIT) {
          found.add(file + " has " + lines + " lines; split it along its ideas");
        }
      }
    }
    return found;
  }
}
