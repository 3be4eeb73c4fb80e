package io.aisle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.app.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One command of the command line, run in this process; its workers are real ones.
 *
 * @param code exit code
 * @param out what it wrote as data
 * @param err what it said
 */
public record CommandRun(int code, String out, String err) {
  /** Runs a command over a workspace. */
  public static CommandRun of(Path workspace, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--workspace=" + workspace);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Launcher.run(
            line.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The data of a command that went well. */
  public String done() {
    assertThat(code).as(err).isZero();
    return out;
  }
}
