package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.explanation.WhyNot.State;
import io.aisle.core.training.OpenRun;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class WhyNotTest {
  private static final String USER = PlantedSplit.user(0);

  @TempDir static Path folder;
  private static RunFolder plain;
  private static RunFolder ruled;

  @BeforeAll
  static void train() {
    PlantedSplit.write(folder);
    plain = train("ease", "[]");
    ruled =
        train(
            "ruled",
            "[{kind: block, item: '%s'}, {kind: category-cap, most: 1, within: 5}]"
                .formatted(PlantedSplit.item(30)));
  }

  private static RunFolder train(String name, String rules) {
    return LocalRuns.train(
        folder,
        """
        dataset: {items: {file: items.csv, id: id, title: name, category: shelf}}
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        protocol: {k: [5, 10]}
        model: {kind: ease}
        rerank: %s
        training: {threads: 1}
        """
            .formatted(rules),
        folder.resolve(name));
  }

  private static WhyNot ask(RunFolder folder, String item, int k) {
    try (OpenRun run = OpenRun.open(folder)) {
      return new WhyNotFinder(run, CancelSignal.NEVER).find(USER, item, k);
    }
  }

  private static List<Integer> ranked(RunFolder folder, int k) {
    try (OpenRun run = OpenRun.open(folder)) {
      List<Integer> ranked = new ArrayList<>();
      run.lists(
          new int[] {run.user(USER)},
          k,
          (_, items, _) -> Arrays.stream(items).forEach(ranked::add),
          CancelSignal.NEVER);
      return ranked;
    }
  }

  @Test
  void placeAndRankAreThoseOfTheList() {
    List<Integer> ranked = ranked(plain, 12);
    WhyNot fourth = ask(plain, id(ranked.get(3)), 5);
    assertThat(fourth.state()).isEqualTo(State.LISTED);
    assertThat(fourth.place()).isEqualTo(4);
    assertThat(fourth.rank()).isEqualTo(4);
    assertThat(fourth.last().item()).isEqualTo(id(ranked.get(4)));
    assertThat(fourth.gap()).isLessThanOrEqualTo(0);
    WhyNot ninth = ask(plain, id(ranked.get(8)), 5);
    assertThat(ninth.state()).isEqualTo(State.BELOW);
    assertThat(ninth.place()).isZero();
    assertThat(ninth.rank()).isEqualTo(9);
    assertThat(ninth.gap()).isEqualTo(ninth.lastScore() - ninth.score(), within(1e-9));
    assertThat(ninth.additive()).isTrue();
  }

  /** Every change that is reported is made, and the list made anew. */
  @Test
  void theChangeBringsTheItemIntoTheListIndeed() {
    List<Integer> ranked = ranked(plain, 30);
    int found = 0;
    try (OpenRun run = OpenRun.open(plain)) {
      for (int place = 5; place < ranked.size(); place += 2) {
        WhyNot why = ask(plain, id(ranked.get(place)), 5);
        found += why.change().found() ? 1 : 0;
        if (why.change().found()) {
          assertThat(rankAfter(run, why, ranked.get(place)))
              .isEqualTo(why.change().rank())
              .isLessThanOrEqualTo(5);
        } else {
          assertThat(why.change().tried()).isGreaterThan(100);
        }
      }
    }
    assertThat(found).isGreaterThan(2);
  }

  private static int rankAfter(OpenRun run, WhyNot why, int item) {
    Interactions history = run.history();
    int user = run.user(USER);
    Past past = Past.of(history, user);
    int[] removed = why.change().removed().stream().mapToInt(WhyNot.Pull::at).toArray();
    for (int at = removed.length - 1; at >= 0; at--) {
      past = past.without(removed[at]);
    }
    int[] added = why.change().added().stream().mapToInt(each -> run.item(each.item())).toArray();
    for (int each : added) {
      past = past.with(each);
    }
    Candidates given =
        Candidates.of(run, user)
            .after(Arrays.stream(removed).map(at -> history.row(user)[at]).toArray(), added);
    float[] scores = new float[run.scorer().items()];
    run.scorer().scoreAll(past.block(), scores);
    return given.rank(scores, 0, item);
  }

  @Test
  void whatWasSeenBlockedOrMovedOutSaysSo() {
    String seen;
    try (OpenRun run = OpenRun.open(ruled)) {
      seen = run.data().catalogue().items().get(run.history().row(run.user(USER))[0]);
    }
    assertThat(ask(ruled, seen, 5).state()).isEqualTo(State.SEEN);
    WhyNot blocked = ask(ruled, PlantedSplit.item(30), 5);
    assertThat(blocked.state()).isEqualTo(State.BLOCKED);
    assertThat(blocked.rule()).isEqualTo("block");
    assertThat(blocked.change()).isEqualTo(WhyNot.Change.NONE);
    List<Integer> before = ranked(plain, 5);
    List<Integer> after = ranked(ruled, 5);
    int movedOut = before.stream().filter(item -> !after.contains(item)).findFirst().orElseThrow();
    WhyNot ruledOut = ask(ruled, id(movedOut), 5);
    assertThat(ruledOut.state()).isEqualTo(State.RULED_OUT);
    assertThat(ruledOut.rule()).isEqualTo("category-cap");
  }

  @Test
  void anUnknownItemNamesTheNearest() {
    assertThatThrownBy(() -> ask(plain, "item<400>", 5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("item<");
  }

  private static String id(int index) {
    try (OpenRun run = OpenRun.open(plain)) {
      return run.data().catalogue().items().get(index);
    }
  }
}
