package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that lack what a model needs are refused before a worker starts. */
@Beside
class LackingDataTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    // every user's rows in the order of the items, so that nothing tells what came first
    StringBuilder train = new StringBuilder("user\titem\tvalue\n");
    for (int row = 0; row < 36; row++) {
      train.append("abc".charAt(row / 12)).append("\ti").append(10 + row % 12).append("\t1\n");
    }
    Files.writeString(folder.resolve("train.tsv"), train);
    Files.writeString(folder.resolve("valid.tsv"), "user\titem\tvalue\nb\ti30\t1\n");
    Files.writeString(folder.resolve("test.tsv"), "user\titem\tvalue\na\ti31\t1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model: {kind: markov}|no times",
        "model: {kind: cross-attention}|reads attributes of items",
        "model: {kind: mf}|all values are equal",
        "model: {kind: fm}, label: {minValue: 5}|nothing to tell apart",
      })
  void theSentenceOfTheModelRefusesTheRun(String model, String expected) {
    Path out = folder.resolve("out");
    String yaml =
        "{split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}, " + model + "}";
    assertThatThrownBy(() -> train(yaml, out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(expected);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "features: {item: [year]}|features.item names 'year'",
        "features: {context: [hour]}|the data have no times",
      })
  void attributesThatTheDataDoNotHaveRefuseTheRun(String features, String expected) {
    Path out = folder.resolve("out");
    String yaml =
        "{split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}, "
            + features
            + ", model: {kind: fm}}";
    assertThatThrownBy(() -> train(yaml, out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void aMonitorOfPredictionsNeedsAModelThatMakesThem() {
    assertThatThrownBy(
            () ->
                train(
                    "{split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv},"
                        + " model: {kind: bpr}, training: {monitor: auc}}",
                    folder.resolve("out")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bpr makes no predictions");
  }

  private void train(String yaml, Path out) {
    LocalRuns.train(
        folder,
        yaml,
        out,
        IfExists.REFUSE,
        needs -> {
          throw new OperationException("a worker was started");
        });
  }
}
