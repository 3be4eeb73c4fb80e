package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** In a process of its own, with the configuration of the program instead of that of the tests. */
@Timeout(60)
class LoggingTest {
  @TempDir private Path folder;

  /** Main of the process. */
  static final class Talker {
    private Talker() {}

    public static void main(String[] arguments) throws InterruptedException {
      Logging.start(new AppPaths(Path.of(arguments[0]), Path.of(arguments[0])));
      LoggerFactory.getLogger("shop").info("opened");
      LoggerFactory.getLogger("shop").debug("too much");
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    throw new IllegalStateException("nobody caught me");
                  });
      thread.join();
    }
  }

  @Test
  void logGoesIntoTheWorkspaceWithUncaughtExceptionsAndNothingToTheConsole() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Talker.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(console).isEmpty();
    assertThat(logs())
        .contains("INFO", "opened", "nobody caught me", "failed, ")
        .doesNotContain("too much");
  }

  private String logs() throws IOException {
    try (var files = Files.list(folder.resolve("logs"))) {
      return files.map(LoggingTest::text).collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
