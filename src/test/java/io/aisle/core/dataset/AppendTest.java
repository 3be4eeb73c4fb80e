package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Beside
class AppendTest extends DatasetStore {
  private static final String FIRST =
      """
      who;what;when;visit;price
      b;x;2020-01-01 10:00;s1;1.5
      a;y;2020-01-02 10:00;s1;
      """;

  /** The first row again, one that differs in its price, a new user and a new item. */
  private static final String SECOND =
      """
      who;what;when;visit;price
      b;x;2020-01-01 10:00;s1;1.5
      b;x;2020-01-01 10:00;s1;2.5
      c;y;2020-01-03 10:00;s2;
      a;z;2020-01-03 11:00;;7
      """;

  private DatasetVersion old;
  private Path second;

  @BeforeEach
  void importTheFirst() throws IOException {
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            """
            columns: {user: who, item: what, time: when, session: visit, price: price}
            items: {file: items.tsv, id: id, title: name}
            kind: purchase
            licence: CC0
            """);
    Files.writeString(folder.resolve("items.tsv"), "id\tname\nx\tThe X\nz\tThe Z\n");
    Path first = Files.writeString(folder.resolve("first.csv"), FIRST);
    second = Files.writeString(folder.resolve("second.csv"), SECOND);
    service.importFiles(
        ImportPlan.of("shop", List.of(first), MappingReader.readFile(mapping)), new TestControl());
    old = service.require("shop");
  }

  private AppendPlan plan(boolean keepRepeated) {
    return new AppendPlan(old.id(), List.of(second), Optional.empty(), keepRepeated);
  }

  @Test
  void whatIsNewComesBehindWhatWasThereUnderTheSameNumbers() {
    ImportSummary summary = service.append(plan(false), new TestControl());
    assertThat(summary.version()).isEqualTo(2);
    assertThat(summary.read()).isEqualTo(4);
    assertThat(summary.taken()).isEqualTo(3);
    assertThat(summary.refused()).containsExactly(entry("already-there", 1L));
    DatasetVersion made = service.require("shop");
    EventTable events = service.load(made.id(), new TestControl());
    assertThat(events.catalogue().users()).containsExactly("b", "a", "c");
    assertThat(events.catalogue().items()).containsExactly("x", "y", "z");
    assertThat(events.catalogue().titles()).containsExactly("The X", "", "The Z");
    assertThat(events.user()).containsExactly(0, 1, 0, 2, 1);
    assertThat(events.item()).containsExactly(0, 1, 0, 1, 2);
    assertThat(service.rows().events(made.id(), 1, 2))
        .isEqualTo(service.rows().events(old.id(), 1, 2));
    assertThat(service.rows().refusals(made.id(), null, 1, 9))
        .extracting(Refusal::file, Refusal::row)
        .containsExactly(tuple("second.csv", 2L));
    assertThat(made.licence()).isEqualTo("CC0");
    VersionOrigin origin = service.origin(made.id());
    assertThat(origin.making()).isEqualTo(Making.APPEND);
    assertThat(origin.parent()).isEqualTo("shop:1");
    assertThat(origin.files()).containsExactly("second.csv");
    assertThat(service.version(old.id())).isEqualTo(old);
  }

  @Test
  void repeatedRowsAreKeptByChoice() {
    ImportSummary summary = service.append(plan(true), new TestControl());
    assertThat(summary.taken()).isEqualTo(4);
    assertThat(service.rows().events(service.require("shop").id(), 3, 1))
        .extracting(EventRow::price)
        .containsExactly(1.5);
  }

  @Test
  void nothingNewIsRefusedAndLeavesNothing() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                service.append(
                    new AppendPlan(
                        old.id(), List.of(folder.resolve("first.csv")), Optional.empty(), false),
                    new TestControl()))
        .withMessageContaining("All 2 rows")
        .withMessageContaining("already-there");
    assertThat(service.versions()).containsExactly(old);
  }

  @Test
  void aCancelledAppendLeavesNothing() {
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                service.append(
                    plan(false), new TestControl(progress -> progress.phase().equals("snapshot"))));
    assertThat(service.versions()).containsExactly(old);
  }
}
