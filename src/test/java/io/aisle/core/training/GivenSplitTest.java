package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Beside
class GivenSplitTest {
  private static final String YAML =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      protocol: {k: [5]}
      model: {kind: popularity}
      training: {threads: 1}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    part("train.tsv", "user\titem\ttime", "b\ty\t30", "b\tx\t20", "a\tx\t10", "a\tz\t10");
    part("valid.tsv", "user\titem\ttime", "b\tz\t40");
    part("test.tsv", "user\titem\ttime", "a\tw\t50", "c\tx\t60");
  }

  @Test
  void theCatalogueIsSortedAndHoldsTheItemsOfAllThreeFiles() {
    RunFolder run = LocalRuns.train(folder, YAML, folder.resolve("out"));
    RunData data = run.loadData();
    assertThat(data.catalogue().users()).containsExactly("a", "b", "c");
    assertThat(data.catalogue().items()).containsExactly("w", "x", "y", "z");
    assertThat(data.split().train().row(1)).containsExactly(1, 2);
    assertThat(data.split().train().row(0))
        .as("equal times stand in file order")
        .containsExactly(1, 3);
    assertThat(data.split().train().time()).containsExactly(10, 10, 20, 30);
    assertThat(run.record().size().cold()).isEqualTo(1);
    assertThat(run.record().size().evaluated()).isEqualTo(2);
    assertThat(run.top().stream().filter(row -> row.user().equals("a")).map(TopRow::item))
        .as("what a has seen is left out")
        .containsExactlyInAnyOrder("w", "y");
  }

  @Test
  void zippedFilesIsoTimesAndAByteOrderMarkAreRead() throws IOException {
    RunFolder plain = LocalRuns.train(folder, YAML, folder.resolve("plain"));
    part("valid.tsv", "\uFEFFuser\titem\ttime", "b\tz\t1970-01-01T00:00:40Z");
    part("test.tsv", "item\tuser\ttime", "w\ta\t1970-01-01 00:00:50", "x\tc\t60.0");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("train.tsv.gz")))) {
      Files.copy(folder.resolve("train.tsv"), out);
    }
    RunFolder other =
        LocalRuns.train(folder, YAML.replace("train.tsv", "train.tsv.gz"), folder.resolve("other"));
    assertThat(other.record().protocolHash()).isEqualTo(plain.record().protocolHash());
    assertThat(other.record().dataFingerprint()).isEqualTo(plain.record().dataFingerprint());
  }

  @Test
  void aRunIsRepeatedFromItsOwnFolder() {
    PlantedSplit.write(folder);
    String yaml =
        YAML.replace("popularity", "als, embeddingSize: 8")
            .replace("{threads", "{epochs: 3, threads");
    RunFolder first = LocalRuns.train(folder, yaml, folder.resolve("first"));
    RunFolder again =
        LocalRuns.train(
            first.data(),
            yaml.replaceAll("(train|valid|test)\\.tsv", "$1.tsv.gz"),
            folder.resolve("again"));
    assertThat(again.record().metrics()).isEqualTo(first.record().metrics());
    assertThat(again.record().protocolHash()).isEqualTo(first.record().protocolHash());
    assertThat(again.record().model()).isEqualTo(ModelKind.ALS);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("", "is empty; its first line must name the columns"),
        Arguments.of("user,item\na,b\n", "has no column 'user'"),
        Arguments.of("user\tthing\na\tb\n", "has no column 'item'"),
        Arguments.of("user\titem\tuser\na\tb\tc\n", "has two columns named 'user'"),
        Arguments.of("user\titem\na\n", "row 2: 1 fields where the header has 2"),
        Arguments.of("user\titem\na\tb\tc\n", "row 2: 3 fields where the header has 2"),
        Arguments.of("user\titem\na\tb\n\tb\n", "row 3, column 'user': is empty"),
        Arguments.of("user\titem\tvalue\na\tb\t1,5\n", "row 2, column 'value': '1,5' is no number"),
        Arguments.of(
            "user\titem\tvalue\na\tb\tNaN\n", "row 2, column 'value': 'NaN' is not finite"),
        Arguments.of(
            "user\titem\ttime\na\tb\tyesterday\n", "row 2, column 'time': 'yesterday' is no time"),
        Arguments.of("user\titem\ttime\na\tb\t2011-02-30\n", "'2011-02-30' is no time"),
        Arguments.of("user\titem\ttime\na\tb\t\n", "row 2, column 'time': is empty"),
        Arguments.of("user\titem\n", "has no row to test on"),
        Arguments.of("user\titem\na\t" + "x".repeat(5_000_000) + "\n", "test.tsv, after row 1"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aBadFileIsOneSentenceAndNothingIsLeftBehind(String content, String expected)
      throws IOException {
    Files.writeString(folder.resolve("test.tsv"), content);
    assertRefused(expected);
  }

  @Test
  void aFileThatIsNoTextIsOneSentence() throws IOException {
    Files.write(folder.resolve("test.tsv"), new byte[] {(byte) 0x80, (byte) 0xff, 0, 1, 2});
    assertRefused("is not UTF-8 text");
    Files.delete(folder.resolve("test.tsv"));
    assertRefused("test.tsv is no file");
    Files.writeString(folder.resolve("test.tsv.gz"), "user\titem\n");
    assertThatThrownBy(
            () ->
                LocalRuns.train(
                    folder, YAML.replace("test.tsv", "test.tsv.gz"), folder.resolve("out")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no gzip file");
  }

  @Test
  void aFolderOfAnotherVersionOrOfNoRunIsNamed() throws IOException {
    RunFolder run = LocalRuns.train(folder, YAML, folder.resolve("out"));
    String json = Files.readString(run.runJson());
    Files.writeString(run.runJson(), json.replace("\"format\" : 1", "\"format\" : 9"));
    assertThatThrownBy(run::record)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is of format 9 and this program reads format 1");
    Files.writeString(run.runJson(), json.substring(0, 200));
    assertThatThrownBy(run::record)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(", line ")
        .hasMessageContaining("is damaged");
    Files.writeString(run.runJson(), json.replace("\"leaks\" : [", "\"leaks\" : [ 7, "));
    assertThatThrownBy(run::record)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("run.json is damaged");
    assertThatThrownBy(() -> new RunFolder(folder).record())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no run folder");
  }

  private void assertRefused(String expected) {
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> LocalRuns.train(folder, YAML, out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(expected)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1))
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(400));
    assertThat(out).doesNotExist();
  }

  private void part(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines), StandardCharsets.UTF_8);
  }
}
