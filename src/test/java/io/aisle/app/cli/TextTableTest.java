package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsStandUnderEachOtherAndLinesEndWithoutBlanks() {
    String table =
        new TextTable(LEFT, RIGHT, LEFT)
            .row("run", "mean", "verdict")
            .row("popularity", "0.1", "worse")
            .row("ease", "0.1123", "")
            .render();
    assertThat(table)
        .isEqualTo(
            """
            run           mean  verdict
            popularity     0.1  worse
            ease        0.1123
            """);
  }

  @Test
  void wideCharactersTakeTwoCells() {
    String[] lines =
        new TextTable(LEFT, LEFT).row("购物", "x").row("abcd", "x").render().split("\n", -1);
    assertThat(lines[0]).isEqualTo("购物  x");
    assertThat(lines[1]).isEqualTo("abcd  x");
    assertThat(TextTable.cells("购物")).isEqualTo(4);
  }

  @Test
  void controlCharactersOfNamesCannotBreakTheTable() {
    assertThat(new TextTable(LEFT).row("a\tb\nc\u001b[31m").render()).isEqualTo("a b c [31m\n");
  }

  @Test
  void rowOfAnotherWidthIsRefused() {
    TextTable table = new TextTable(LEFT, LEFT);
    assertThatThrownBy(() -> table.row("one")).isInstanceOf(IllegalArgumentException.class);
  }
}
