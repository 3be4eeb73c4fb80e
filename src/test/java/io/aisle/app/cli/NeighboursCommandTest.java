package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user gives them, with real workers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighboursCommandTest {
  private Path folder;
  private Path factors;
  private Path similar;
  private String item;

  @BeforeAll
  void train(@TempDir Path shared) throws IOException {
    folder = shared;
    PlantedSplit.write(folder);
    factors = train("als");
    similar = train("item-knn");
    List<String> rows = Files.readAllLines(folder.resolve("train.tsv"));
    item = rows.get(1).split("\t", -1)[1];
  }

  private Path train(String kind) {
    return LocalRuns.train(
            folder,
            """
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            model: {kind: %s}
            training: {threads: 1}
            """
                .formatted(kind),
            folder.resolve(kind))
        .path();
  }

  private CommandRun aisle(Object... arguments) {
    return CommandRun.of(
        folder.resolve("workspace"),
        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void anItemsNeighboursStandBesideThoseOfTheOtherRun() {
    String text =
        aisle("neighbours", "--run", similar, "--item", item, "--against", factors).done();
    assertThat(text)
        .startsWith("nearest to " + item + "; overlap with the other run ")
        .contains("weight", "users", "in the other");
  }

  @Test
  void itemsAreRankedByTheirDrift() {
    String text =
        aisle("neighbours", "--run", factors, "--against", similar, "-k", 3, "--format", "csv")
            .done();
    assertThat(text).startsWith("item,title,overlap,shift").contains("0.");
    List<Double> overlaps =
        text.lines().skip(1).map(line -> Double.valueOf(line.split(",", -1)[2])).toList();
    assertThat(overlaps).isSorted().hasSizeGreaterThan(3);
  }

  @Test
  void aMapHasALineForEveryItem() {
    String text = aisle("map", "--run", factors, "--projection", "pca").done();
    assertThat(text).startsWith("item,title,category,users,x,y,overlap").contains(item + ",");
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    CommandRun nothing = aisle("neighbours", "--run", factors);
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("--item or --against").hasLineCount(1);
    CommandRun flat = aisle("map", "--run", similar);
    assertThat(flat.code()).isEqualTo(2);
    assertThat(flat.err()).contains("no vectors").hasLineCount(1);
  }
}
