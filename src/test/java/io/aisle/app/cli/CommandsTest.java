package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.app.Launcher;
import io.aisle.core.training.RunFolder;
import io.aisle.store.Database;
import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every command on MovieLens, as a user gives them, with real workers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("aisle.home"), "sample-datasets", "movielens-small")
          .toAbsolutePath();

  private Path folder;
  private Path workspace;
  private Path popular;
  private Path similar;

  private CommandRun aisle(Object... arguments) {
    return CommandRun.of(
        workspace, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path experiment(String name, String dataset, String split, String model)
      throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        name: %s
        dataset: %s
        split: %s
        model: %s
        training: {threads: 1}
        """
            .formatted(name, dataset, split, model));
  }

  private static String files() {
    return """

      interactions: '%s'
      columns: {user: userId, item: movieId, value: rating, time: timestamp}
      items: {file: '%s', id: movieId, title: title, category: genres}
    """
        .formatted(SAMPLE.resolve("ratings.csv.gz"), SAMPLE.resolve("movies.csv"))
        .stripTrailing();
  }

  @BeforeAll
  void trainTwoRuns(@TempDir Path shared) throws IOException {
    folder = shared;
    workspace = folder.resolve("workspace");
    popular = folder.resolve("popular");
    similar = folder.resolve("similar");
    String split = "{kind: leave-last-out}";
    aisle("run", experiment("pop", files(), split, "{kind: popularity}"), "--out", popular).done();
    aisle(
            "run",
            experiment("knn", files(), split, "{kind: item-knn, neighbours: 50}"),
            "--out",
            similar)
        .done();
  }

  @Test
  void runOnFilesWritesEveryPromisedFileAndLeavesTheStoreAlone() throws IOException {
    for (String file :
        List.of(
            "run.json",
            "per-user.tsv",
            "topk.tsv",
            "epochs.tsv",
            "weights.safetensors",
            "log.txt")) {
      assertThat(similar.resolve(file)).isNotEmptyFile();
    }
    assertThat(similar.resolve("data")).isNotEmptyDirectory();
    assertThat(Files.readAllLines(similar.resolve("topk.tsv")).getFirst())
        .isEqualTo("user\trank\titem\tscore");
    assertThat(new RunFolder(similar).record().metrics().test()).containsKey("ndcg@10");
  }

  @Test
  void existingFolderIsRefusedUntilForceOrResumeIsGiven() throws IOException {
    Path file = folder.resolve("pop.yaml");
    CommandRun refused = aisle("run", file, "--out", popular);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--resume", "--force").hasLineCount(1);
    aisle("run", file, "--out", popular, "--resume").done();
    aisle("run", file, "--out", popular, "--force").done();
  }

  @Test
  void bundleOfARunUnpacksToARunThatCompares() {
    Path bundle = folder.resolve("similar.aisle-run");
    Path copy = folder.resolve("copy");
    assertThat(aisle("bundle", similar, "--out", bundle).done()).contains(bundle.toString());
    assertThat(aisle("unbundle", bundle, "--out", copy).done()).contains(copy.toString());
    assertThat(aisle("compare", popular, copy).done()).contains("knn");
    CommandRun misnamed = aisle("bundle", similar, "--out", folder.resolve("similar.zip"));
    assertThat(misnamed.code()).isEqualTo(2);
    assertThat(misnamed.err()).contains(".aisle-run").hasLineCount(1);
  }

  @Test
  void compareNamesProtocolReferenceIntervalAndVerdict() {
    String table = aisle("compare", popular, similar).done();
    assertThat(table)
        .startsWith("protocol ")
        .contains("split leave-last-out", "users")
        .containsPattern("pop +popularity +0\\.\\d{4} +\\[0\\.\\d{4}, 0\\.\\d{4}\\] +reference")
        .containsPattern("knn +item-knn +.*(better|worse|too close to call)");
    assertThat(aisle("compare", popular, similar, "--metric", "hit@5").done())
        .contains("hit@5")
        .doesNotContain("ndcg@10");
  }

  /** The launchers start the program without the Vector API, which only workers have. */
  @Test
  void processOfItsOwnNeedsNoVectorApiAndSaysNothingBesideTheTable() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "compare",
                popular.toString(),
                similar.toString(),
                "--workspace=" + workspace)
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("stderr")).isEmptyFile();
    assertThat(table).isEqualTo(aisle("compare", popular, similar).done());
  }

  @Test
  void runsOfDifferentProtocolsAreRefused() throws IOException {
    Path other = folder.resolve("other");
    aisle(
            "run",
            experiment(
                "other",
                files(),
                "{kind: random, ratios: [8, 1, 1], seed: 1}",
                "{kind: popularity}"),
            "--out",
            other)
        .done();
    CommandRun run = aisle("compare", popular, other);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(popular.toString(), other.toString()).hasLineCount(1);
  }

  @Test
  void movedRunStillRecommendsWhatItWasJudgedOn() throws IOException {
    Path moved = folder.resolve("elsewhere/moved");
    Files.createDirectories(moved.resolve("data"));
    try (var all = Files.walk(similar)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.copy(file, moved.resolve(similar.relativize(file)));
      }
    }
    List<String> lists = Files.readAllLines(similar.resolve("topk.tsv"));
    String user = lists.get(1).split("\t", -1)[0];
    List<String> wanted =
        lists.stream().filter(line -> line.startsWith(user + "\t")).limit(5).toList();
    List<String> rows =
        aisle("recommend", "--run", moved, "--users", user, "-k", 5).done().lines().toList();
    assertThat(rows.getFirst()).isEqualTo("user\trank\titem\tscore");
    assertThat(rows.subList(1, rows.size())).isEqualTo(wanted);
    Path out = folder.resolve("recommended.tsv");
    assertThat(aisle("recommend", "--run", moved, "--out", out).done()).isEmpty();
    int users = Files.readAllLines(moved.resolve("data/users.tsv")).size() - 1;
    assertThat(Files.readAllLines(out)).hasSize(10 * users + 1);
    CommandRun unknown = aisle("recommend", "--run", moved, "--users", "nobody");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("nobody").hasLineCount(1);
  }

  @Test
  void explainPrintsHistoryWithTitlesAndAContributionForEach() throws IOException {
    JsonNode json =
        new JsonMapper().readTree(aisle("explain", "--run", similar, "--user", "1").done());
    assertThat(json.get("history")).isNotEmpty();
    assertThat(json.get("history").get(0).get("title").asText()).isNotEmpty();
    assertThat(json.get("contributions")).hasSameSizeAs(json.get("history"));
    assertThat(json.get("attention")).isEmpty();
    assertThat(json.get("additive").asBoolean()).isTrue();
    JsonNode whyNot =
        new JsonMapper()
            .readTree(
                aisle(
                        "explain",
                        "--run",
                        similar,
                        "--user",
                        "1",
                        "--why-not",
                        json.get("item").asText())
                    .done());
    assertThat(whyNot.get("state").asText()).isEqualTo("LISTED");
    assertThat(whyNot.get("place").asInt()).isEqualTo(1);
    Path edits = folder.resolve("edits.yaml");
    Files.writeString(
        edits,
        "edits: [{kind: remove, item: '%s'}]"
            .formatted(json.get("history").get(0).get("item").asText()));
    JsonNode whatIf =
        new JsonMapper()
            .readTree(
                aisle("explain", "--run", similar, "--user", "1", "--what-if", edits, "-k", "3")
                    .done());
    assertThat(whatIf.get("history").size()).isEqualTo(json.get("history").size() - 1);
    assertThat(whatIf.get("lists").get(0).get("list")).hasSize(3);
    assertThat(aisle("explain", "--run", similar, "--faithfulness").code())
        .as("it has no attention")
        .isEqualTo(2);
    assertThat(aisle("explain", "--run", similar, "--user", "1", "--features").code())
        .as("it reads no features")
        .isEqualTo(2);
    assertThat(aisle("explain", "--run", similar).code()).as("no user").isEqualTo(2);
    CommandRun unknown = aisle("explain", "--run", similar, "--user", "nobody");
    assertThat(unknown.code()).isEqualTo(2);
  }

  @Test
  void importedListsAreJudgedLikeTheRunTheyStandBeside() throws IOException {
    Path foreign = folder.resolve("foreign");
    aisle(
            "import-run",
            similar.resolve("topk.tsv"),
            "--like",
            popular,
            "--name",
            "theirs",
            "--out",
            foreign)
        .done();
    assertThat(new RunFolder(foreign).record().metrics().test())
        .isEqualTo(new RunFolder(similar).record().metrics().test());
    assertThat(aisle("compare", popular, foreign).done()).containsPattern("theirs +imported");
    Path html = folder.resolve("foreign.html");
    aisle("report", popular, foreign, "--out", html).done();
    assertThat(html).content().contains("theirs", "imported");
    CommandRun ask = aisle("recommend", "--run", foreign);
    assertThat(ask.code()).isEqualTo(2);
    assertThat(ask.err()).contains("no model").hasLineCount(1);
  }

  @Test
  void badListNamesItsRowAndWritesNothing() throws IOException {
    List<String> lines = Files.readAllLines(similar.resolve("topk.tsv"));
    Path bad =
        Files.write(folder.resolve("bad.tsv"), List.of(lines.get(0), lines.get(1), lines.get(1)));
    CommandRun run =
        aisle("import-run", bad, "--like", popular, "--name", "n", "--out", folder.resolve("no"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("bad.tsv, row 3").hasLineCount(1);
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void benchPrintsALineOfJson() throws IOException {
    JsonNode line =
        new JsonMapper()
            .readTree(aisle("bench", "evaluation", "--run", popular, "--rounds", 1).done());
    assertThat(line.get("usersPerSecond").asDouble()).isPositive();
    JsonNode edits =
        new JsonMapper()
            .readTree(aisle("bench", "what-if", "--run", popular, "--rounds", 1).done());
    assertThat(edits.get("edits").asInt()).isPositive();
    assertThat(edits.get("p95Ms").asDouble())
        .isGreaterThanOrEqualTo(edits.get("medianMs").asDouble());
    assertThat(edits.get("openingMs").asDouble()).isPositive();
    CommandRun nothing = aisle("bench", "als");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("--run").hasLineCount(1);
    CommandRun table = aisle("bench", "--rounds", 0);
    assertThat(table.code()).isEqualTo(2);
    assertThat(table.err()).contains("--rounds is 0").hasLineCount(1);
  }

  @Test
  void devicesListTheProcessor() {
    assertThat(aisle("devices").done()).contains("cpu", "used by auto");
  }

  @Test
  void importPrintsTakenAndRefusedAndTheDataSetCanBeRunOn() throws IOException {
    Path own = folder.resolve("shop");
    Path csv =
        Files.writeString(
            folder.resolve("shop.csv"),
            """
            user,item,time
            a,x,2024-01-01
            a,y,2024-01-02
            a,z,2024-01-03
            b,x,2024-01-01
            b,y,2024-01-02
            b,z,2024-01-03
            ,x,2024-01-01
            """);
    String printed = CommandRun.of(own, "import", csv.toString(), "--dataset", "shop").done();
    assertThat(printed).containsPattern("read +7").containsPattern("taken +6");
    assertThat(printed).containsPattern("refused: \\S+.* 1");
    Path yaml =
        Files.writeString(
            folder.resolve("shop.yaml"),
            """
            dataset: shop
            prepare: {core: 0}
            split: {kind: leave-last-out}
            model: {kind: popularity}
            """);
    Path out = folder.resolve("shop-run");
    CommandRun.of(own, "run", yaml.toString(), "--out", out.toString()).done();
    assertThat(new RunFolder(out).record().dataset()).isEqualTo("shop");
  }

  @Test
  void aCatalogueNeedsNoInteractionFileAndIsNotTrainedOn() throws IOException {
    Path own = folder.resolve("catalogue");
    Files.writeString(folder.resolve("products.csv"), "id,name\np1,Lamp\np2,Chair\n");
    Files.writeString(folder.resolve("grades.csv"), "q,id,grade\nlight,p1,3\nlight,p9,0\n");
    Path mapping =
        Files.writeString(
            folder.resolve("catalogue.yaml"),
            """
            items: {file: products.csv, id: id, title: name}
            judgements: {file: grades.csv, query: q, item: id, grade: grade}
            """);
    String printed =
        CommandRun.of(own, "import", "--dataset", "shop", "--mapping", mapping.toString()).done();
    assertThat(printed).contains("2 items, 1 grades for 1 queries").contains("unknown-item");
    Path yaml =
        Files.writeString(
            folder.resolve("on-catalogue.yaml"),
            """
            dataset: shop
            split: {kind: leave-last-out}
            model: {kind: popularity}
            """);
    CommandRun run =
        CommandRun.of(
            own, "run", yaml.toString(), "--out", folder.resolve("on-catalogue").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("catalogue without events").hasLineCount(1);
    CommandRun demo =
        CommandRun.of(
            folder.resolve("demo-ws"),
            "demo",
            "--sample",
            "electronics-search",
            "--out",
            folder.resolve("demo").toString());
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).contains("no model can be trained").hasLineCount(1);
  }

  @Test
  void openStoreEndsImportWith1AndNamesItsHolder() throws IOException {
    Path held = folder.resolve("held");
    Path csv = Files.writeString(folder.resolve("held.csv"), "user,item,time\n1,2,2024-01-01\n");
    try (Database _ = Database.open(held.resolve("store"))) {
      CommandRun run = CommandRun.of(held, "import", csv.toString(), "--dataset", "d");
      assertThat(run.code()).as(run.err()).isEqualTo(1);
      assertThat(run.err()).contains(Long.toString(ProcessHandle.current().pid())).hasLineCount(1);
    }
  }
}
