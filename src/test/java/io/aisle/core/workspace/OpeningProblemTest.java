package io.aisle.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aisle.core.workspace.OpeningProblem.Kind;
import io.aisle.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever cannot open a workspace learns what to do about it. */
class OpeningProblemTest {
  @TempDir Path folder;

  private OpeningProblem problem() {
    return OpeningProblem.of(catchThrowable(() -> Database.open(folder.resolve("store"))));
  }

  @Test
  void theProcessThatHoldsItIsNamed() {
    try (Database open = Database.open(folder.resolve("store"))) {
      OpeningProblem problem = problem();
      String process = Long.toString(ProcessHandle.current().pid());
      assertThat(problem.kind()).isEqualTo(Kind.HELD);
      assertThat(problem.process()).isEqualTo(process);
      assertThat(problem.sentence()).contains(folder.toString(), "process " + process);
      assertThat(open).isNotNull();
    }
  }

  @Test
  void aStoreThatCannotBeReadIsDamaged() throws IOException {
    Database.open(folder.resolve("store")).close();
    Path file = folder.resolve("store/aisle.mv.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, (byte) 7);
    Files.write(file, bytes);
    OpeningProblem problem = problem();
    assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
    assertThat(problem.sentence()).contains("restore a backup").doesNotContain("Exception");
    // and nothing was changed in the attempt
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void aFolderThatCannotBeMadeIsOne() throws IOException {
    Files.writeString(folder.resolve("store"), "a file");
    assertThat(problem().kind()).isEqualTo(Kind.FOLDER);
  }

  @Test
  void anythingElseHasACode() {
    OpeningProblem problem = OpeningProblem.of(new IllegalStateException("what?"));
    assertThat(problem.kind()).isEqualTo(Kind.OTHER);
    assertThat(problem.code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
  }
}
