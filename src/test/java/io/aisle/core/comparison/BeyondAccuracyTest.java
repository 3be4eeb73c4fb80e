package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.rerank.ExposureMeter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeyondAccuracyTest {
  private static final Metric NDCG = new Metric(MetricKind.NDCG, 2);

  @TempDir Path root;
  private TestRuns runs;

  @BeforeEach
  void open() {
    runs = new TestRuns(root);
  }

  @Test
  void giniIsZeroWhenAllItemsAreShownAsOftenAndLargeWhenOneTakesAll() {
    assertThat(ExposureMeter.gini(new int[] {3, 3, 3, 3})).isEqualTo(0, within(1e-12));
    assertThat(ExposureMeter.gini(new int[] {0, 12, 0, 0})).isEqualTo(0.75, within(1e-12));
    // 2 (1*1 + 2*3 + 3*6) / (3 * 10) - 4/3
    assertThat(ExposureMeter.gini(new int[] {6, 1, 3})).isEqualTo(50.0 / 30 - 4.0 / 3);
    assertThat(ExposureMeter.gini(new int[] {0, 0})).isNaN();
  }

  /**
   * Items a, b, c, d were taken 3, 2, 1, 0 times in training. Histories: u1 a b, u2 a b c, u3 a.
   */
  @Test
  void theStoredListsAreReadToTheirDepthAndHeldAgainstTheReference() throws IOException {
    RunFolder reference = run("reference", "u1 a c d", "u2 d a", "u3 b c");
    RunFolder other = run("other", "u1 c a b", "u2 d b", "u3 b a");
    List<BeyondAccuracy> found =
        new ComparisonService().beyond(List.of(reference, other), 2, CancelSignal.NEVER);
    assertThat(found).extracting(BeyondAccuracy::run).containsExactly(reference, other);
    // places of a b c d in the other's lists of two: 2 2 1 1
    assertThat(found.getLast().gini()).isEqualTo(2 * 17 / 24.0 - 5 / 4.0, within(1e-12));
    // shared: both of u1, one of u2, one of u3
    assertThat(found.getLast().overlap()).isEqualTo((1 + 0.5 + 0.5) / 3, within(1e-12));
    assertThat(found.getFirst().overlap()).isEqualTo(1);
    // lists: (1+3)/2, (0+2)/2, (2+3)/2; histories: (3+2)/2, (3+2+1)/3, 3
    double lists = (2 + 1 + 2.5) / 3;
    double histories = (2.5 + 2 + 3) / 3;
    assertThat(found.getLast().popularityLift()).isEqualTo(lists / histories, within(1e-12));
    assertThat(found.getLast().coverage()).isEqualTo(0.9);
    assertThat(found.getLast().novelty()).isNaN();
    assertThat(found.getLast().calibration()).isNaN(); // there are no categories
    // pairs c a, d b, b a; a and b have the users 3 and 2, both of them 2
    double near = 1 - 2 / Math.sqrt(6);
    double middle = 1 - 1 / Math.sqrt(3);
    assertThat(found.getLast().diversity()).isCloseTo((middle + 1 + near) / 3, within(1e-6));
  }

  @Test
  void everyPairOfRunsIsHeldAgainstEachOther() throws IOException {
    RunFolder one = run("one", "u1 a c d", "u2 d a", "u3 b c");
    RunFolder other = run("two", "u1 c a b", "u2 d b", "u3 b a");
    Agreement found = new ComparisonService().agreement(List.of(one, other), 2, CancelSignal.NEVER);
    assertThat(found.runs()).containsExactly(one, other);
    assertThat(found.overlap()[0]).containsExactly(1, (1 + 0.5 + 0.5) / 3);
    assertThat(found.overlap()[1]).containsExactly((1 + 0.5 + 0.5) / 3, 1);
    assertThat(found.rankBiased()[0][1]).isEqualTo(found.rankBiased()[1][0]).isBetween(0.4, 0.9);
    assertThat(found.rankBiased()[1][1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void anItemThatTheDataDoNotHaveIsNamed() throws IOException {
    RunFolder strange = run("strange", "u1 a zebra");
    assertThatThrownBy(
            () -> new ComparisonService().beyond(List.of(strange), 2, CancelSignal.NEVER))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("zebra");
  }

  private RunFolder run(String name, String... lists) throws IOException {
    Map<Metric, double[]> values = new LinkedHashMap<>();
    values.put(NDCG, new double[] {1, 0, 0.5});
    values.put(new Metric(MetricKind.COVERAGE, 2), new double[] {0.9});
    RunFolder run = runs.write(name, List.of("u1", "u2", "u3"), values);
    StringBuilder top = new StringBuilder("user\trank\titem\tscore\n");
    for (String list : lists) {
      String[] words = list.split(" ", -1);
      for (int rank = 1; rank < words.length; rank++) {
        top.append(words[0]).append('\t').append(rank).append('\t').append(words[rank]);
        top.append("\t0.5\n");
      }
    }
    Files.writeString(run.topFile(), top);
    Path data = Files.createDirectories(run.data());
    Files.writeString(data.resolve("users.tsv"), "user\nu1\nu2\nu3\n");
    Files.writeString(
        data.resolve("items.tsv"), "item\ttitle\tcategory\na\tA\t\nb\tB\t\nc\tC\t\nd\tD\t\n");
    part(data, "train", "u1 a", "u1 b", "u2 a", "u2 b", "u2 c", "u3 a");
    part(data, "valid");
    part(data, "test", "u1 c", "u2 d", "u3 b");
    return run;
  }

  private static void part(Path data, String name, String... rows) throws IOException {
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(data.resolve(name + ".tsv.gz"))),
            StandardCharsets.UTF_8)) {
      out.write("user\titem\tvalue\n");
      for (String row : rows) {
        out.write(row.replace(' ', '\t') + "\t1.0\n");
      }
    }
  }
}
