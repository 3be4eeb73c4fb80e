package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.PrepareSpec.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparerTest {
  /** Rows "user item kind millis value"; - stands for absent. */
  private static EventTable table(String... rows) {
    List<String> users = new ArrayList<>();
    List<String> items = new ArrayList<>();
    int n = rows.length;
    EventTable table =
        new EventTable(
            new int[n],
            new int[n],
            new byte[n],
            new long[n],
            new float[n],
            new float[n],
            new float[n],
            new Catalogue(users, items, new ArrayList<>(), new ArrayList<>()));
    for (int i = 0; i < n; i++) {
      List<String> fields = List.of(rows[i].split(" ", -1));
      table.user()[i] = number(users, fields.get(0));
      int known = items.size();
      table.item()[i] = number(items, fields.get(1));
      if (items.size() > known) {
        table.catalogue().titles().add("title " + fields.get(1));
        table.catalogue().categories().add("");
      }
      table.kind()[i] = (byte) EventKind.valueOf(fields.get(2)).ordinal();
      table.millis()[i] =
          fields.get(3).equals("-") ? EventTable.NO_TIME : Long.parseLong(fields.get(3));
      table.value()[i] = fields.get(4).equals("-") ? Float.NaN : Float.parseFloat(fields.get(4));
    }
    return table;
  }

  private static int number(List<String> names, String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  private static PrepareSpec spec(Repeats repeats, int core, EventKind... kinds) {
    return new PrepareSpec(Set.of(kinds), OptionalDouble.empty(), repeats, core);
  }

  private static List<String> rows(Prepared prepared) {
    List<String> rows = new ArrayList<>();
    for (int u = 0; u < prepared.interactions().users(); u++) {
      StringBuilder row = new StringBuilder(prepared.catalogue().users().get(u)).append(':');
      for (int item : prepared.interactions().row(u)) {
        row.append(' ').append(prepared.catalogue().items().get(item));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  @Test
  void eachUsersEventsAreOrderedByTimeAndTiesByFileOrder() {
    EventTable events =
        table(
            "b z VIEW 3000 -",
            "a x VIEW 2000 -",
            "a y VIEW 1000 -",
            "a w VIEW 2000 -",
            "b y VIEW 1500 -");
    Prepared prepared = Preparer.prepare(events, spec(Repeats.ALL, 0));
    assertThat(rows(prepared)).containsExactly("b: y z", "a: y x w");
    assertThat(prepared.interactions().time()).containsExactly(1, 3, 1, 2, 2);
  }

  @Test
  void millisecondsDecideTheOrderThoughTimesAreSeconds() {
    EventTable events = table("a x VIEW 1900 -", "a y VIEW 1100 -");
    Prepared prepared = Preparer.prepare(events, spec(Repeats.ALL, 0));
    assertThat(rows(prepared)).containsExactly("a: y x");
    assertThat(prepared.interactions().time()).containsExactly(1, 1);
  }

  @Test
  void firstLastOrAllEventsOfAPairAreKept() {
    EventTable events =
        table("a x VIEW 3000 3", "a y VIEW 2000 2", "a x VIEW 1000 1", "b x VIEW 1000 4");
    assertThat(Preparer.prepare(events, spec(Repeats.FIRST, 0)).interactions().value())
        .containsExactly(1, 2, 4);
    assertThat(Preparer.prepare(events, spec(Repeats.LAST, 0)).interactions().value())
        .containsExactly(2, 3, 4);
    assertThat(Preparer.prepare(events, spec(Repeats.ALL, 0)).interactions().value())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void theCoreIsTakenUntilNothingMoreGoes() {
    // c has two items, but loses z, which only c has, then falls itself; then x has a and b left
    EventTable events =
        table(
            "a x VIEW 1 -",
            "a y VIEW 2 -",
            "b x VIEW 1 -",
            "b y VIEW 2 -",
            "c x VIEW 1 -",
            "c z VIEW 2 -");
    Prepared prepared = Preparer.prepare(events, spec(Repeats.FIRST, 2));
    assertThat(rows(prepared)).containsExactly("a: x y", "b: x y");
    assertThat(prepared.catalogue().titles()).containsExactly("title x", "title y");
    assertThat(prepared.interactions().items()).isEqualTo(2);
  }

  @Test
  void repeatsDoNotCountForTheCore() {
    EventTable events = table("a x VIEW 1 -", "a x VIEW 2 -", "b x VIEW 1 -", "b x VIEW 2 -");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Preparer.prepare(events, spec(Repeats.FIRST, 2)))
        .withMessageContaining("Nothing is left of 4 events")
        .withMessageContaining("smaller core");
  }

  @Test
  void onlyWantedKindsAndValuesStayAndAnAbsentValueStays() {
    EventTable events = table("a x RATING 1 3", "a y RATING 2 5", "a z RATING 3 -", "a w VIEW 4 5");
    PrepareSpec spec =
        new PrepareSpec(Set.of(EventKind.RATING), OptionalDouble.of(4), Repeats.ALL, 0);
    Prepared prepared = Preparer.prepare(events, spec);
    assertThat(rows(prepared)).containsExactly("a: y z");
    assertThat(prepared.interactions().value()).containsExactly(5, 1);
  }

  @Test
  void eventsWithoutTimesKeepTheOrderOfTheFile() {
    EventTable events = table("a y VIEW - -", "a x VIEW - -");
    Prepared prepared = Preparer.prepare(events, spec(Repeats.FIRST, 0));
    assertThat(rows(prepared)).containsExactly("a: y x");
    assertThat(prepared.interactions().hasTimes()).isFalse();
  }
}
