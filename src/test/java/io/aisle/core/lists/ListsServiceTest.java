package io.aisle.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.export.ListExport;
import io.aisle.core.export.ListExportService;
import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunImporter;
import io.aisle.core.training.TopRow;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.domain.model.Metric;
import io.aisle.domain.run.Derived;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs made from finished runs, whole, on planted data. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsServiceTest {
  private static final String YAML =
      """
      split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
      dataset: {items: {file: items.csv, id: id, title: name, category: shelf}}
      training: {threads: 1}
      """;
  private static final String PINNED = PlantedSplit.item(3);
  private static final RerankRule PIN = new RerankRule.Pin(PINNED, 2);
  private static final RerankRule BLOCK = new RerankRule.Block("", "shelf 1");
  private static final RerankRule CAP = new RerankRule.CategoryCap(2, 10, "");

  private final ListsService service = new ListsService(LocalRuns.workers());
  private final TestControl control = new TestControl();
  private Path folder;
  private RunFolder knn;
  private RunFolder popular;
  private RunFolder other;
  private int made;

  @BeforeAll
  void train(@TempDir Path shared) {
    folder = shared;
    PlantedSplit.write(folder);
    knn = train("item-knn", "");
    popular = train("popularity", "");
    other =
        LocalRuns.train(folder, YAML + "model: {kind: ease}\nprotocol: {history: train}\n", out());
  }

  private RunFolder train(String kind, String rules) {
    return LocalRuns.train(
        folder, "name: %s\nmodel: {kind: %s}\n".formatted(kind, kind) + YAML + rules, out());
  }

  private Path out() {
    return folder.resolve("run-" + made++);
  }

  private RunFolder rerank(RunFolder run, RerankRule... rules) {
    RunFolder out = new RunFolder(out());
    service.rerank(run, List.of(rules), "changed", out, control);
    return out;
  }

  private RunFolder fuse(FusionSpec.Method method, boolean tune, Double... weights) {
    RunFolder out = new RunFolder(out());
    service.fuse(
        List.of(knn, popular),
        new FusionSpec(method, List.of(weights)),
        tune,
        "both",
        out,
        control);
    return out;
  }

  private static Map<String, List<String>> lists(RunFolder run) {
    return run.top().stream()
        .collect(
            Collectors.groupingBy(
                TopRow::user, Collectors.mapping(TopRow::item, Collectors.toList())));
  }

  @Test
  void rulesHoldInEveryListAndTheRunSaysWhereItComesFrom() {
    RunFolder run = rerank(knn, BLOCK, CAP, PIN);
    RunRecord record = run.record();
    assertThat(record.modelId()).isEqualTo("item-knn");
    assertThat(record.reranked()).isTrue();
    assertThat(record.protocolHash()).isEqualTo(knn.record().protocolHash());
    assertThat(record.metrics().valid()).containsKey("ndcg@10");
    Derived derived = record.derived();
    assertThat(derived.parents()).extracting(Derived.Parent::name).containsExactly("item-knn");
    Derived capped = rerank(knn, CAP).record().derived();
    assertThat(capped.after().categoryEntropy())
        .isGreaterThan(capped.before().getFirst().categoryEntropy());
    assertThat(run.rules()).containsExactly(BLOCK, CAP, PIN);
    Map<String, String> shelves = shelves(run);
    lists(run)
        .forEach(
            (user, list) -> {
              assertThat(list)
                  .doesNotHaveDuplicates()
                  .noneMatch(i -> shelves.get(i).equals("shelf 1"));
              assertThat(
                      list.stream()
                          .limit(10)
                          .filter(i -> !i.equals(PINNED))
                          .collect(Collectors.groupingBy(shelves::get, Collectors.counting()))
                          .values())
                  .allMatch(count -> count <= 2);
            });
    assertThat(lists(run).values().stream().filter(list -> list.get(1).equals(PINNED)).count())
        .as("for all who have not had it")
        .isBetween(60L, 79L);
    assertThat(record.warnings()).anyMatch(warning -> warning.contains("shorter than"));
  }

  private static Map<String, String> shelves(RunFolder run) {
    var catalogue = run.loadData().catalogue();
    return catalogue.items().stream()
        .collect(
            Collectors.toMap(
                item -> item, item -> catalogue.categories().get(catalogue.items().indexOf(item))));
  }

  @Test
  void whatIsTrainedWithRulesIsWhatIsReRankedAfterwards() throws IOException {
    RunFolder after = rerank(knn, BLOCK, PIN);
    RunFolder at =
        train(
            "item-knn",
            "rerank: [{kind: block, category: shelf 1}, {kind: pin, item: '%s', rank: 2}]\n"
                .formatted(PINNED));
    assertThat(at.top()).isEqualTo(after.top());
    assertThat(at.record().metrics()).isEqualTo(after.record().metrics());
    assertThat(at.record().derived().parents()).isEmpty();
    assertThat(at.record().derived().after()).isEqualTo(after.record().derived().after());
    assertThat(at.record().derived().before()).isEqualTo(after.record().derived().before());
    assertThat(Files.readString(at.runJson())).contains("\"category\" : \"shelf 1\"");
  }

  @Test
  void rulesOfARunComeBeforeThoseThatAreAdded() {
    RunFolder twice = rerank(rerank(knn, BLOCK), PIN);
    assertThat(twice.rules()).containsExactly(BLOCK, PIN);
    assertThat(twice.top()).isEqualTo(rerank(knn, BLOCK, PIN).top());
  }

  @Test
  void aRunThatWasMadeAnswersAsItWasJudged() throws IOException {
    for (RunFolder run :
        List.of(
            rerank(knn, BLOCK, CAP, PIN),
            fuse(FusionSpec.Method.SCORE, false, 1.0, 2.0),
            rerank(fuse(FusionSpec.Method.RANK, false, 1.0, 1.0), BLOCK))) {
      Path moved = Files.move(run.path(), out());
      RunFolder there = new RunFolder(moved);
      Path lists = folder.resolve("lists.tsv");
      new ListExportService(LocalRuns.workers())
          .write(there, new ListExport(List.of(), 20, 0, lists), control);
      assertThat(Files.readAllLines(lists)).isEqualTo(Files.readAllLines(there.topFile()));
      assertThat(new ComparisonService().compare(List.of(knn, there)).rows()).hasSize(2);
    }
  }

  @Test
  void allWeightOnOneRunGivesItsLists() {
    for (FusionSpec.Method method : FusionSpec.Method.values()) {
      RunFolder all = fuse(method, false, 5.0, 0.0);
      assertThat(all.record().metrics().test()).isEqualTo(knn.record().metrics().test());
      assertThat(all.record().modelId()).isEqualTo("fused");
      assertThat(all.record().derived().before()).hasSize(2);
    }
    RunFolder both = fuse(FusionSpec.Method.RANK, false, 1.0, 1.0);
    assertThat(both.record().metrics().test()).isNotEqualTo(knn.record().metrics().test());
  }

  @Test
  void tunedWeightsAreNoWorseOnValidationThanAnyOther() {
    RunFolder tuned = fuse(FusionSpec.Method.SCORE, true, 1.0, 1.0);
    double best = tuned.record().metrics().valid().get("ndcg@10");
    assertThat(best).isGreaterThanOrEqualTo(knn.record().metrics().valid().get("ndcg@10") - 1e-12);
    for (List<Double> weights : FuseTuner.grid(2)) {
      RunFolder run = fuse(FusionSpec.Method.SCORE, false, weights.toArray(Double[]::new));
      assertThat(run.record().metrics().valid().get("ndcg@10")).isLessThanOrEqualTo(best + 1e-12);
    }
    assertThat(FuseTuner.grid(3))
        .hasSize(66)
        .allMatch(w -> Math.abs(w.stream().mapToDouble(d -> d).sum() - 1) < 1e-9);
  }

  @Test
  void aPreviewShowsOneUsersListBeforeAndAfter() {
    String user = PlantedSplit.user(5);
    Preview preview = service.preview(knn, List.of(PIN), user, 10);
    assertThat(preview.before())
        .hasSize(10)
        .extracting(Preview.Place::item)
        .isEqualTo(lists(knn).get(user).subList(0, 10));
    assertThat(preview.after().get(1).item()).isEqualTo(PINNED);
    assertThat(preview.after().get(1).category()).isEqualTo("shelf 0");
  }

  @Test
  void rulesThatDoNotFitAreRefusedWithTheNearest() {
    refuse(
        () -> rerank(knn, new RerankRule.Pin("item<33", 1)),
        "the rule pin names the item 'item<33', which the run does not have; the nearest known is"
            + " 'item<33>'");
    refuse(() -> rerank(knn, new RerankRule.Boost("", "shelf", 2)), "the nearest known is 'shelf ");
    refuse(
        () ->
            rerank(
                knn,
                new RerankRule.Block("", "shelf 0"),
                new RerankRule.Block("", "shelf 1"),
                new RerankRule.Block("", "shelf 2"),
                new RerankRule.Block("", "shelf 3")),
        "the rules block all 40 items; leave some to recommend");
    refuse(() -> rerank(knn, new RerankRule.Block(PINNED, ""), PIN), "one rule pins the item");
    refuse(() -> rerank(knn), "there is no rule to re-rank by");
    refuse(
        () -> rerank(knn, new RerankRule.Mmr(0.5, 20, RerankRule.Similarity.ATTRIBUTES)),
        "this run reads none");
    refuse(() -> service.rerank(knn, List.of(PIN), "x", popular, control), "exists already");
  }

  @Test
  void runsThatDoNotFitAreRefused() {
    refuse(() -> fuseOf(knn), "name at least two run folders");
    refuse(() -> fuseOf(knn, knn), "one run is named twice");
    refuse(() -> fuseOf(knn, other), "differ in protocol and cannot be combined");
    refuse(() -> fuseOf(knn, rerank(popular, PIN)), "is re-ranked");
    refuse(
        () -> fuseOf(knn, fuse(FusionSpec.Method.RANK, false, 1.0, 1.0)),
        "is a combination itself");
    refuse(() -> fuse(FusionSpec.Method.RANK, false, 1.0), "there are 1 weights for 2 runs");
    refuse(
        () -> fuse(FusionSpec.Method.RANK, false, 1.0, -1.0),
        "the weight -1.0 is no number of at least 0");
    refuse(() -> fuse(FusionSpec.Method.RANK, false, 0.0, 0.0), "all weights are 0");
    RunFolder imported = new RunFolder(out());
    RunImporter.importLists(knn.topFile(), knn, "theirs", imported);
    refuse(() -> rerank(imported, PIN), "holds lists that another system made");
    refuse(() -> fuseOf(knn, imported), "holds lists that another system made");
  }

  @Test
  void aRunThatWasFittedOnEverythingIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("all.csv"),
        Files.readString(folder.resolve("train.tsv")).replace('\t', ';'));
    RunFolder everything =
        LocalRuns.train(
            folder,
            "dataset: {interactions: all.csv, columns: {user: user, item: item, time: time}}\n"
                + "split: {kind: none}\nmodel: {kind: popularity}\nprepare: {core: 1}\n",
            out());
    refuse(() -> rerank(everything, PIN), "was fitted on everything (split: none)");
    refuse(() -> fuseOf(everything, knn), "was fitted on everything (split: none)");
  }

  @Test
  void aFileOfRulesIsReadStrictly() throws IOException {
    Path file = folder.resolve("rules.yaml");
    for (List<String> each :
        List.of(
            List.of("rerank: [{kind: mmrr}]", "rules.yaml: rerank[0].kind is"),
            List.of("rerank: [{kind: mmr, lamda: 1}]", "the nearest known one is lambda"),
            List.of("rerank: [{kind: mmr, lambda: 2}]", "lambda is 2, but it must be at least 0"),
            List.of("rerank: [{kind: block}]", "rerank[0].item or category is missing"),
            List.of("rerank: [{kind: pin, rank: 1}]", "rerank[0].item is missing"),
            List.of("rules: []", "the nearest known one is rerank"),
            List.of("rerank: []", "has no rules"),
            List.of("", "is empty; write rules into it"))) {
      Files.writeString(file, each.getFirst());
      refuse(() -> RerankSection.readFile(file), each.getLast());
    }
    Files.writeString(
        file,
        "rerank: [{kind: mmr, lambda: 0.7, depth: 100}, {kind: freshness, halfLifeDays: 30, weight:"
            + " 0.3}, {kind: category-cap, most: 2, within: 10}, {kind: boost, category: Z, factor:"
            + " 1.5}]");
    assertThat(RerankSection.readFile(file))
        .containsExactly(
            RerankRule.Mmr.DEFAULTS,
            RerankRule.Freshness.DEFAULTS,
            RerankRule.CategoryCap.DEFAULTS,
            new RerankRule.Boost("", "Z", 1.5));
    assertThat(RerankSection.fromJson(RerankSection.toJson(RerankSection.readFile(file))))
        .isEqualTo(RerankSection.readFile(file));
  }

  private RunFolder fuseOf(RunFolder... runs) {
    RunFolder out = new RunFolder(out());
    FusionSpec fusion =
        new FusionSpec(FusionSpec.Method.RANK, Collections.nCopies(runs.length, 1.0));
    service.fuse(List.of(runs), fusion, false, "both", out, control);
    return out;
  }

  private static void refuse(Runnable work, String sentence) {
    assertThatThrownBy(work::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence)
        .message()
        .hasLineCount(1);
  }

  @Test
  void perUserValuesAreThoseOfTheNewLists() {
    RunFolder run = rerank(knn, PIN);
    PerUserTable table = run.perUser();
    double mean =
        Arrays.stream(table.values())
            .mapToDouble(row -> row[table.metrics().indexOf(Metric.parse("ndcg@10"))])
            .average()
            .orElseThrow();
    assertThat(mean).isEqualTo(run.record().metrics().test().get("ndcg@10"), within(1e-9));
  }

  @Test
  void sampledCandidatesGiveHigherFiguresAndStoreNothing() {
    List<Map<String, Double>> found = service.sampled(List.of(knn, popular), 5, control);
    assertThat(found).hasSize(2);
    double full = knn.record().metrics().test().get("recall@5");
    assertThat(found.getFirst().get("recall@5")).isBetween(full, 1.0);
    double unlike = popular.record().metrics().test().get("recall@5");
    assertThat(found.getLast().get("recall@5")).isGreaterThan(unlike);
    assertThat(service.sampled(List.of(knn), 5, control).getFirst()).isEqualTo(found.getFirst());
  }
}
