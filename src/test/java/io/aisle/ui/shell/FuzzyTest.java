package io.aisle.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  private static double score(String typed, String text) {
    return new Fuzzy(typed).score(text);
  }

  @Test
  void theCloserTheFitTheBetter() {
    assertThat(
            List.of(
                score("train", "Train"),
                score("train", "Training of a model"),
                score("train", "Start the training"),
                score("train", "Constraint"),
                score("train", "Time of the rainy interval")))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates();
  }

  @Test
  void lettersApartMustBeginWords() {
    assertThat(score("jbr", "JUMBO BAG RED RETROSPOT")).isGreaterThan(Fuzzy.NONE);
    assertThat(score("jumret", "JUMBO BAG RED RETROSPOT")).isGreaterThan(Fuzzy.NONE);
    assertThat(score("uao", "JUMBO BAG RED RETROSPOT")).isEqualTo(Fuzzy.NONE);
  }

  @Test
  void wordsMayStandInAnyOrderButAllMustBeThere() {
    assertThat(score("red jumbo", "JUMBO BAG RED RETROSPOT")).isGreaterThan(Fuzzy.NONE);
    assertThat(score("red pink", "JUMBO BAG RED RETROSPOT")).isEqualTo(Fuzzy.NONE);
  }

  @Test
  void anIdIsFoundByItsFirstDigits() {
    assertThat(score("127", "12748")).isGreaterThan(score("127", "31275"));
  }

  @Test
  void chineseIsFoundByAnyOfItsCharacters() {
    assertThat(score("面板", "打开命令面板")).isGreaterThan(Fuzzy.NONE);
    assertThat(score("开面", "打开命令面板")).isGreaterThan(Fuzzy.NONE);
    assertThat(score("面开", "打开命令面板")).isEqualTo(Fuzzy.NONE);
  }

  @Test
  void aLongTextOfWordBeginningsIsAnsweredAtOnce() {
    assertThat(score("aaaaaaaaaaaab", "a ".repeat(60))).isEqualTo(Fuzzy.NONE);
  }

  @Test
  void groupsStandInTheOrderOfTheirBestEntry() {
    PaletteEntry run = entry(PaletteEntry.Kind.RUN, "SASRec");
    PaletteEntry command = entry(PaletteEntry.Kind.ACTION, "Start a SASRec");
    PaletteEntry other = entry(PaletteEntry.Kind.RUN, "EASE of sasrec");
    Fuzzy typed = new Fuzzy("sasrec");
    var hits =
        Ranking.best(
            List.of(command, other, run), typed, PaletteEntry::title, PaletteEntry::detail, 9);
    assertThat(Ranking.grouped(hits)).containsExactly(run, other, command);
  }

  private static PaletteEntry entry(PaletteEntry.Kind kind, String title) {
    return new PaletteEntry(kind, title, "", "", () -> {});
  }
}
