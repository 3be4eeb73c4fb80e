package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.testkit.CommandRun;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user gives it, with a real worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobustnessCommandTest {
  private Path folder;
  private Path popular;
  private Path similar;

  @BeforeAll
  void train(@TempDir Path shared) {
    folder = shared;
    PlantedSplit.write(folder);
    popular = train("popularity", "");
    similar = train("item-knn", "");
  }

  private Path train(String kind, String more) {
    return LocalRuns.train(
            folder,
            """
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            model: {kind: %s}
            training: {threads: 1}
            """
                    .formatted(kind)
                + more,
            folder.resolve(kind + more.length()))
        .path();
  }

  private CommandRun aisle(Object... arguments) {
    return CommandRun.of(
        folder.resolve("workspace"),
        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void theTableAndTheFileSayHowFarEachRunMoves() throws IOException {
    Path out = folder.resolve("out.json");
    String text =
        aisle(
                "robustness",
                "--run",
                popular,
                "--run",
                similar,
                "--users",
                60,
                "--seed",
                3,
                "--metric",
                "mrr@10",
                "-o",
                out)
            .done();
    assertThat(text)
        .startsWith("mrr@10 of 60 users, 3 rounds, seed 3;")
        .contains("popularity0 makes the same lists whatever the history")
        .contains("noise: events replaced by random items")
        .contains("held-out items by training interactions")
        .containsPattern("40% +popularity0 +0\\.\\d{4} +\\+0\\.0000 +\\[\\+0\\.0000, \\+0\\.0000]");
    JsonNode json = new JsonMapper().readTree(Files.readAllBytes(out));
    assertThat(json.size()).isEqualTo(2);
    JsonNode run = json.get(similar.toString());
    assertThat(run.get("settings").get("seed").asInt()).isEqualTo(3);
    assertThat(run.get("levels")).hasSize(3 + 3 + 3 + 3 + 4);
    assertThat(similar.resolve("robustness.json")).isRegularFile();
  }

  @Test
  void whatCannotBeMeasuredIsRefusedInOneSentence() {
    CommandRun metric = aisle("robustness", "--run", popular, "--metric", "ndcg@20");
    assertThat(metric.code()).isEqualTo(2);
    assertThat(metric.err()).contains("ndcg@10, recall@10, mrr@10").hasLineCount(1);
    CommandRun users = aisle("robustness", "--run", popular, "--users", 0);
    assertThat(users.code()).isEqualTo(2);
    assertThat(users.err()).contains("at least one user").hasLineCount(1);
    Path other = train("popularity", "protocol: {history: train}\n");
    CommandRun protocols = aisle("robustness", "--run", popular, "--run", other);
    assertThat(protocols.code()).isEqualTo(2);
    assertThat(protocols.err()).contains("differ in protocol").hasLineCount(1);
  }
}
