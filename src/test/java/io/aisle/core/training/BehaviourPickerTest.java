package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events of other kinds join the training part and histories, and never give away what is held out.
 */
@Beside
class BehaviourPickerTest {
  private static final int START = 1_000_000_000; // 2001-09-09T01:46:40Z
  private static final String LAST = "{kind: leave-last-out}";

  @TempDir Path folder;

  private final List<String> rows = new ArrayList<>(List.of("user,item,kind,time"));

  @Test
  void anEventAtOrAfterTheFirstHeldOutInteractionIsLeftOut() throws IOException {
    purchases("u", 10, 20, 30, 40); // 30 is validation, 40 is test
    event("u", "before", "view", 29);
    event("u", "same", "view", 30);
    event("u", "between", "view", 35);
    event("u", "late", "cart", 40);
    event("u", "after", "cart", 99);
    known("before", "same", "between", "late", "after");
    RunData data = load(LAST);
    assertThat(items(data.fitData(experiment(LAST)).train(), data))
        .containsExactly("p10", "p20", "before");
    assertThat(items(data.test(experiment(LAST)).history(), data))
        .as("from validation on, but before the test")
        .containsExactly("p10", "p20", "before", "p30", "same", "between");
    assertThat(items(data.validation(experiment(LAST)).history(), data))
        .containsExactly("p10", "p20", "before");
  }

  @Test
  void theHistoryOfTheTrainingPartAloneHoldsNothingLater() throws IOException {
    purchases("u", 10, 20, 30, 40);
    event("u", "between", "view", 35);
    event("u", "before", "view", 15);
    known("between", "before");
    Experiment train = experiment(LAST + "\nprotocol: {history: train}");
    RunData data = RunPreparer.onFiles().load(train, new TestControl());
    assertThat(items(data.test(train).history(), data)).containsExactly("p10", "before", "p20");
  }

  @Test
  void withATemporalSplitNobodyKnowsWhatCameLater() throws IOException {
    purchases("u", 10, 20);
    purchases("v", 10, 50, 90); // 50 is validation, 90 is test
    event("u", "p50", "view", 60);
    event("u", "p90", "view", 95);
    event("u", "p50", "cart", 40);
    String split = "{kind: temporal, valid: '2001-09-09T01:47:30Z', test: '2001-09-09T01:48:10Z'}";
    RunData data = load(split);
    assertThat(items(data.fitData(experiment(split)).train(), data))
        .as("u has nothing held out, and still the view of 60 is of the future")
        .containsExactly("p10", "p20", "p50");
    assertThat(data.fitData(experiment(split)).train().value()).containsExactly(1, 1, .5f, 1);
    assertThat(items(data.test(experiment(split)).history(), data))
        .containsExactly("p10", "p20", "p50");
    assertThat(data.side().behaviours().valid().size()).isEqualTo(1);
  }

  @Test
  void withARandomSplitEveryEventOfAHeldOutPairIsLeftOut() throws IOException {
    String split = "{kind: random, ratios: [2, 1, 1], seed: 3}";
    purchases("u", 10, 20, 30, 40);
    for (String item : List.of("p10", "p20", "p30", "p40", "other")) {
      event("u", item, "view", 5);
    }
    known("other");
    RunData data = load(split);
    int user = data.catalogue().users().indexOf("u");
    String test = data.catalogue().items().get(data.split().test().row(user)[0]);
    String valid = data.catalogue().items().get(data.split().valid().row(user)[0]);
    assertThat(items(data.side().behaviours().train(), data))
        .contains("other")
        .doesNotContain(test, valid)
        .hasSize(3);
    assertThat(items(data.side().behaviours().valid(), data)).containsExactly(valid);
  }

  @Test
  void withoutTimesTheRuleOfPairsHolds() throws IOException {
    rows.set(0, "user,item,kind");
    for (String item : List.of("a", "b", "c", "d")) {
      rows.add("u," + item + ",purchase");
      rows.add("u," + item + ",view");
    }
    RunData data = load(LAST);
    assertThat(items(data.side().behaviours().train(), data)).containsExactly("a", "b");
    assertThat(items(data.side().behaviours().valid(), data)).containsExactly("c");
  }

  @Test
  void aPairCountsAsMuchAsItsStrongestEvent() throws IOException {
    purchases("u", 10, 20, 30, 40);
    event("u", "x", "view", 1);
    event("u", "x", "cart", 2);
    event("u", "x", "view", 12);
    event("u", "p20", "view", 3);
    known("x");
    RunData data = load(LAST);
    FitData fit = data.fitData(experiment(LAST));
    assertThat(fit.weighted()).isTrue();
    assertThat(items(fit.train(), data)).containsExactly("x", "p10", "p20");
    int from = fit.train().offsets()[data.catalogue().users().indexOf("u")];
    assertThat(fit.train().value()[from]).as("of the cart, at its time").isEqualTo(.5f);
    assertThat(fit.train().time()[from]).isEqualTo(START + 2);
    assertThat(fit.train().value()[from + 2]).as("bought and viewed").isEqualTo(1);
  }

  @Test
  void splitFingerprintAndMaskAreThoseOfTheTargetsAlone() throws IOException {
    purchases("u", 10, 20, 30, 40);
    event("u", "x", "view", 12);
    known("x");
    Experiment with = experiment(LAST);
    Experiment without = experiment(LAST, "");
    RunData data = load(LAST);
    DataFacts facts = DataFacts.of(with, data, Optional.empty(), 0);
    RunData plain = RunPreparer.onFiles().load(without, new TestControl());
    assertThat(facts.seal()).isEqualTo(DataFacts.of(without, plain, Optional.empty(), 0).seal());
    EvaluationStage stage = data.test(with);
    assertThat(items(stage.history(), data)).contains("x");
    assertThat(items(stage.seen(), data)).doesNotContain("x");
    assertThat(plain.fitData(without).weighted()).isFalse();
  }

  @Test
  void theRunFolderHoldsThemAndSearchesNeverSeeWhatIsKnownAtTestTimeOnly() throws IOException {
    purchases("u", 10, 20, 30, 40);
    event("u", "x", "view", 12);
    event("u", "x", "view", 33);
    known("x");
    RunData data = load(LAST);
    data.write(folder);
    Behaviours back = RunData.read(folder).side().behaviours();
    assertThat(back).usingRecursiveComparison().isEqualTo(data.side().behaviours());
    assertThat(back.valid().size()).isEqualTo(1);
    assertThat(data.withoutTest().side().behaviours().valid().size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prepare: {core: 0}|needs prepare.kinds",
        "prepare: {kinds: [purchase, view, cart]}|names no kind beside",
        "prepare: {kinds: [purchase, cart]}|different weights",
        "prepare: {kinds: [purchase]}\\nlabel: {minValue: 3}|leave out one of the two",
      })
  void wishesThatCannotBeMetAreRefused(String prepare, String expected) {
    assertThatThrownBy(
            () ->
                read(
                    "split: {kind: random}\nbehaviours: {purchase: 1, cart: 0.5, view: 0.2}\n"
                        + prepare.replace("\\n", "\n")
                        + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void badWeightsAndKindsAreRefused() {
    assertThatThrownBy(() -> experiment(LAST, "behaviours: {veiw: 1}"))
        .hasMessageContaining("nearest known one is view");
    assertThatThrownBy(() -> experiment(LAST, "behaviours: {view: -1}"))
        .hasMessageContaining("at least 0");
    assertThatThrownBy(
            () ->
                experiment(
                    "{kind: given, train: a.tsv, valid: b.tsv, test: c.tsv}",
                    "behaviours: {view: 1}"))
        .hasMessageContaining("given split");
  }

  private void purchases(String user, int... times) {
    for (int time : times) {
      event(user, "p" + time, "purchase", time);
    }
  }

  /** Somebody else buys them, so that they stand in the catalogue. */
  private void known(String... items) {
    for (String item : items) {
      event("w", item, "purchase", 500);
    }
  }

  private void event(String user, String item, String kind, int time) {
    rows.add("%s,%s,%s,%d".formatted(user, item, kind, START + time));
  }

  /** The items of the user u in their order. */
  private static List<String> items(Interactions part, RunData data) {
    List<String> items = new ArrayList<>();
    for (int item : part.row(data.catalogue().users().indexOf("u"))) {
      items.add(data.catalogue().items().get(item));
    }
    return items;
  }

  private RunData load(String split) throws IOException {
    return RunPreparer.onFiles().load(experiment(split), new TestControl());
  }

  private Experiment experiment(String split) throws IOException {
    return experiment(split, "behaviours: {purchase: 1, cart: 0.5, view: 0.2}");
  }

  private Experiment experiment(String split, String behaviours) throws IOException {
    return read(
        "prepare: {kinds: [purchase], core: 0}\nsplit: " + split + "\n" + behaviours + "\n");
  }

  private Experiment read(String yaml) throws IOException {
    Files.write(folder.resolve("events.csv"), rows);
    String time = rows.getFirst().endsWith("time") ? ", time: time" : "";
    Path file = folder.resolve("e.yaml");
    String data =
        yaml.contains("kind: given")
            ? ""
            : "dataset: {interactions: events.csv, columns: {user: user, item: item, kind: kind"
                + time
                + "}}\n";
    Files.writeString(file, data + yaml + "model: {kind: popularity}\n");
    return ExperimentReader.read(file).experiment();
  }
}
