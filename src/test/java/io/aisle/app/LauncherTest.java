package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
  @TempDir Path folder;

  private CommandRun aisle(String... arguments) {
    return CommandRun.of(folder.resolve("workspace"), arguments);
  }

  @Test
  void versionAndHelpAreDataAndEndWith0() {
    assertThat(aisle("--version").done()).startsWith("aisle ");
    assertThat(aisle("--help").done()).contains("demo", "import", "run", "compare", "explain");
    assertThat(aisle("run", "--help").done()).contains("--out", "--resume", "--force");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "comparee                      | 'comparee' is no command",
        "--what                        | --what",
        "compare                       | DIR",
        "compare --metric best .       | 'best' is no metric",
        "run                           | EXPERIMENT.yaml",
        "run missing.yaml --out x      | missing.yaml is no file",
        "run a.yaml --out x --resume --force | mutually exclusive",
        "compare nowhere               | nowhere is no folder",
        "report nowhere --out r.html   | nowhere is no folder",
        "recommend --run nowhere       | nowhere is no folder",
        "recommend --run nowhere -k ten | '-k'",
        "explain --run nowhere --user 1 | nowhere is no folder",
        "import-run a.tsv --like nowhere --name n --out x | nowhere is no folder",
        "bundle nowhere --out r.aisle-run | nowhere is no folder",
        "unbundle gone.aisle-run --out x | gone.aisle-run is no file",
        "gone.aisle-run                | gone.aisle-run is no file",
        "import nothing.csv --dataset d | nothing.csv",
        "import a.csv --dataset d --mapping nothing.yaml | nothing.yaml",
        "demo --sample no-such-sample  | no-such-sample",
        "bench everything              | 'everything' cannot be measured",
        "bench als                     | --run",
      })
  void badInputIsOneSentenceThatNamesThePlaceAndEndsWith2(String line, String named) {
    CommandRun run = aisle(line.strip().split(" +", -1));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(named).hasLineCount(1).doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void folderThatIsNoRunIsNamed() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    CommandRun run = aisle("compare", plain.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(plain.toString(), "run.json").hasLineCount(1);
  }

  @Test
  void readingRunsNeverMakesAWorkspace() {
    aisle("compare", "nowhere");
    assertThat(folder.resolve("workspace/store")).doesNotExist();
  }

  @Test
  void workspaceThatCannotBeMadeEndsWith1AndSaysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("workspace"), "");
    Path data = Files.writeString(folder.resolve("a.csv"), "user,item,time\n1,2,3\n");
    CommandRun run = aisle("import", data.toString(), "--dataset", "d");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(file.toString()).hasLineCount(1);
  }
}
