package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import io.aisle.testkit.hostile.HostileFile;
import io.aisle.testkit.hostile.HostileImports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken and harmful files meet a sentence or the quarantine, in a process with 512 MB of heap. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
  private record Outcome(String stored, String words) {}

  private final Map<String, Outcome> outcomes = new HashMap<>();
  private String last = "";

  @BeforeAll
  void importAll(@TempDir Path workspace) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-Daisle.home=" + System.getProperty("aisle.home"),
                "-cp",
                System.getProperty("java.class.path"),
                HostileImports.class.getName(),
                workspace.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] parts = line.split("\t", 3);
        if (parts.length == 3) {
          outcomes.put(parts[0], new Outcome(parts[1], parts[2]));
        }
        last = line;
      }
    } finally {
      child.destroyForcibly();
      child.waitFor();
    }
  }

  static List<HostileFile> files() {
    return HostileFile.all();
  }

  @Test
  void allWereTried() {
    assertThat(last).isEqualTo("END");
    assertThat(files())
        .hasSizeGreaterThan(50)
        .extracting(HostileFile::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("files")
  void itIsRefusedOrQuarantinedWithASentence(HostileFile file) {
    assertThat(outcomes).containsKey(file.name());
    Outcome outcome = outcomes.get(file.name());
    assertThat(outcome.words).contains(file.outcome()).doesNotStartWith("FAILED");
    assertThat(outcome.words).doesNotContain("\u0000").hasSizeLessThan(2_000);
    assertThat(outcome.stored).isEqualTo("unharmed");
  }
}
