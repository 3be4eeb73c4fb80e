package io.aisle.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerUserTableTest {
  private static final Metric NDCG = Metric.parse("ndcg@10");
  private static final Metric COVERAGE = Metric.parse("coverage@10");
  private static final Metric NOVELTY = Metric.parse("novelty@5");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("per-user.tsv");
  }

  @Test
  void holdsTheUsersOfAnEvaluationWithoutCoverage() throws IOException {
    Evaluation evaluation =
        new Evaluation(
            new int[] {0, 2},
            List.of(NDCG, COVERAGE, NOVELTY),
            new double[][] {{0.1 + 0.2, Double.NaN, 3}, {0, Double.NaN, Double.NaN}},
            Map.of(),
            new int[2][],
            new float[2][],
            0);
    PerUserTable.of(evaluation, List.of("a", "b", "c \"quoted\"\tand tabbed")).write(file);

    assertThat(Files.readString(file)).startsWith("user\tndcg@10\tnovelty@5\na\t");
    PerUserTable table = PerUserTable.read(file);
    assertThat(table.metrics()).containsExactly(NDCG, NOVELTY);
    assertThat(table.users()).containsExactly("a", "c \"quoted\"\tand tabbed");
    assertThat(table.values()).isEqualTo(new double[][] {{0.1 + 0.2, 3}, {0, Double.NaN}});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|is empty",
        "`id\tndcg@5\n`|row 1 does not start with the column 'user'",
        "`user\tndgc@5\n`|row 1: 'ndgc@5' is no metric",
        "`user\tndcg@5\na\t1\nb\n`|row 3 has 1 columns instead of 2",
        "`user\tndcg@5\na\t1\na\t2\n`|row 3 repeats the user 'a'",
        "`user\tndcg@5\na\t0,5\n`|row 2, column ndcg@5: '0,5' is no number"
      })
  void aBrokenTableIsNamedByPlace(String content, String message) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> PerUserTable.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void aMissingTableIsBadInput() {
    assertThatThrownBy(() -> PerUserTable.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString());
  }
}
