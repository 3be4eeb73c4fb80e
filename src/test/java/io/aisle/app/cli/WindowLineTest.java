package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.app.OpenRequest;
import io.aisle.domain.OperationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens the window, without the commands being set up. */
class WindowLineTest {
  @TempDir Path folder;

  private final List<OpenRequest> opened = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return CommandLineMain.run(
        new Console(out, out, false),
        request -> {
          opened.add(request);
          return 0;
        },
        arguments);
  }

  @Test
  void workspaceAndBundleReachTheWindow() throws IOException {
    Path bundle = Files.writeString(folder.resolve("a b.aisle-run"), "");
    String workspace = folder.resolve("workspace").toString();
    assertThat(run("--workspace", workspace)).isZero();
    assertThat(run("--workspace=" + workspace, bundle.toString())).isZero();
    assertThat(run(bundle.toString(), "--workspace", workspace)).isZero();
    assertThat(opened)
        .extracting(request -> request.paths().workspace().toString())
        .containsOnly(workspace);
    assertThat(opened)
        .extracting(request -> request.bundle().orElse(null))
        .containsExactly(null, bundle, bundle);
  }

  @Test
  void bundleThatIsMissingIsNamedBeforeAnythingOpens() {
    assertThat(run(folder.resolve("gone.aisle-run").toString())).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("gone.aisle-run is no file");
    assertThat(opened).isEmpty();
  }

  @Test
  void failureOfTheWindowIsOneSentence() {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        CommandLineMain.run(
            new Console(err, err, false),
            request -> {
              throw new OperationException("no display here");
            },
            "--workspace=" + folder);
    assertThat(code).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("no display here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "--help", "x.csv", "a.aisle-run b.aisle-run", "--workspace"})
  void anythingElseIsForTheCommands(String line) {
    assertThat(WindowLine.of(line.split(" ", -1))).isEmpty();
  }
}
