package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.aisle.core.dataset.profile.Days;
import io.aisle.core.dataset.profile.Facts;
import io.aisle.core.dataset.profile.KindCount;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.job.CancelSignal;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored of a data set, and what comes back. */
@Beside
class StoredDataTest extends DatasetStore {
  private static final String EVENTS =
      """
      who;what;when;event;visit;price;qty
      a;x;31.01.2020 10:00;view;s1;1.25;
      "b
      b";y;01.03.2020 11:30;addtocart;s2;;2
      a;y;02.03.2020 00:00;transaction;s1;3;1
      a;;02.03.2020 00:00;view;s1;3;1
      a;z;02.03.2020 00:00;stare;s1;3;1
      a;z;02.03.2020 00:00;"vi
      ew";s1;3;1
      """;

  private static final String MAPPING =
      """
      columns: {user: who, item: what, time: when, kind: event, session: visit, price: price, quantity: qty}
      items: {file: items.tsv, id: id, title: name, category: group}
      """;

  private DatasetVersion version;

  @BeforeEach
  void importThem() throws IOException {
    Path events = Files.writeString(folder.resolve("events.csv"), EVENTS);
    Files.writeString(
        folder.resolve("items.tsv"),
        "id\tname\tgroup\tcolour\ny\tThe Y\tletters\tred\nunsold\tU\t\t\nx\tThe X\t\t\n");
    Path mapping = Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    service.importFiles(
        ImportPlan.of("shop", List.of(events), MappingReader.readFile(mapping)), new TestControl());
    version = service.require("shop");
  }

  private Path snapshot() throws IOException {
    try (var files = Files.list(folder.resolve("snapshots"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void aUsersEventsComeAloneWithTheirVisits() {
    UserEvents found = service.userEvents(version.id(), "a", CancelSignal.NEVER).orElseThrow();
    assertThat(found.attributes()).isEmpty();
    assertThat(found.events())
        .extracting(EventRow::item, EventRow::session)
        .containsExactly(tuple("x", "s1"), tuple("y", "s1"));
    assertThat(found.events().getFirst().price()).isEqualTo(1.25);
    assertThat(service.userEvents(version.id(), "nobody", CancelSignal.NEVER)).isEmpty();
  }

  @Test
  void eventsComeBackAsTheyWere() {
    assertThat(service.rows().events(version.id(), 1, 10))
        .containsExactly(
            new EventRow(
                1,
                "a",
                "x",
                "The X",
                EventKind.VIEW,
                Instant.parse("2020-01-31T10:00:00Z"),
                "s1",
                Double.NaN,
                1.25,
                Double.NaN),
            new EventRow(
                2,
                "b\nb",
                "y",
                "The Y",
                EventKind.CART,
                Instant.parse("2020-03-01T11:30:00Z"),
                "s2",
                Double.NaN,
                Double.NaN,
                2),
            new EventRow(
                3,
                "a",
                "y",
                "The Y",
                EventKind.PURCHASE,
                Instant.parse("2020-03-02T00:00:00Z"),
                "s1",
                Double.NaN,
                3,
                1));
    assertThat(service.rows().events(version.id(), 3, 1)).hasSize(1);
    assertThat(service.rows().events(version.id(), 4, 10)).isEmpty();
  }

  @Test
  void refusedRowsStandAsInTheFileEvenOverSeveralLines() {
    assertThat(version.refused())
        .containsExactly(entry("missing-item", 1L), entry("unknown-kind", 2L));
    assertThat(service.rows().refusals(version.id(), null, 1, 10))
        .containsExactly(
            new Refusal("events.csv", 5, "what", "missing-item", "a;;02.03.2020 00:00;view;s1;3;1"),
            new Refusal(
                "events.csv", 6, "event", "unknown-kind", "a;z;02.03.2020 00:00;stare;s1;3;1"),
            new Refusal(
                "events.csv",
                7,
                "event",
                "unknown-kind",
                "a;z;02.03.2020 00:00;\"vi\new\";s1;3;1"));
    assertThat(service.rows().refusals(version.id(), "unknown-kind", 2, 10)).hasSize(1);
    assertThat(service.rows().refusals(version.id(), null, 2, 1))
        .extracting(Refusal::row)
        .containsExactly(6L);
  }

  @Test
  void itemFilesNameItemsAndUnsoldOnesAreLeftOut() {
    EventTable events = service.load(version.id(), new TestControl());
    assertThat(events.catalogue().items()).containsExactly("x", "y");
    assertThat(events.catalogue().titles()).containsExactly("The X", "The Y");
    assertThat(events.catalogue().categories()).containsExactly("", "letters");
    assertThat(events.quantity()).containsExactly(Float.NaN, 2, 1);
  }

  @Test
  void aMissingSnapshotIsMadeAgain() throws IOException {
    EventTable before = service.load(version.id(), new TestControl());
    Files.delete(snapshot());
    assertThat(service.load(version.id(), new TestControl()).user()).isEqualTo(before.user());
    assertThat(snapshot()).isNotEmptyFile();
  }

  @Test
  void aSnapshotWithOneFlippedBitIsNoticedAndMadeAgain() throws IOException {
    EventTable before = service.load(version.id(), new TestControl());
    long size = Files.size(snapshot());
    for (long position = 8; position < size; position += 37) {
      byte[] sound = Files.readAllBytes(snapshot());
      try (RandomAccessFile file = new RandomAccessFile(snapshot().toFile(), "rw")) {
        file.seek(position);
        file.write(sound[(int) position] ^ 4);
      }
      EventTable again = service.load(version.id(), new TestControl());
      assertThat(again.millis()).isEqualTo(before.millis());
      assertThat(again.catalogue()).isEqualTo(before.catalogue());
    }
  }

  @Test
  void aTruncatedSnapshotIsMadeAgain() throws IOException {
    byte[] sound = Files.readAllBytes(snapshot());
    for (int length : new int[] {0, 7, 40, sound.length / 2, sound.length - 1}) {
      Files.write(snapshot(), Arrays.copyOf(sound, length));
      assertThat(service.load(version.id(), new TestControl()).size()).isEqualTo(3);
      assertThat(snapshot()).hasBinaryContent(sound);
    }
  }

  @Test
  void aSecondImportIsASecondVersionAndTheFirstStays() throws IOException {
    Path more =
        Files.writeString(
            folder.resolve("more.csv"),
            "who;what;when;event;visit;price;qty\nc;x;01.04.2020 10:00;view;;;\n");
    Path mapping = folder.resolve("mapping.yaml");
    service.importFiles(
        ImportPlan.of(
            "shop", List.of(folder.resolve("events.csv"), more), MappingReader.readFile(mapping)),
        new TestControl());
    assertThat(service.versions()).extracting(DatasetVersion::version).containsExactly(2, 1);
    DatasetVersion second = service.require("shop");
    assertThat(second.events()).isEqualTo(4);
    assertThat(second.source()).isEqualTo("events.csv, more.csv");
    service.remove(second.id());
    assertThat(service.require("shop")).isEqualTo(version);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.rows().events(second.id(), 1, 1))
        .withMessageContaining("not there any more");
  }

  @Test
  void everythingIsThereAfterClosingAndOpening() {
    database.close();
    openStore();
    assertThat(service.require("shop")).isEqualTo(version);
    assertThat(service.rows().events(version.id(), 1, 10)).hasSize(3);
  }

  @Test
  void theProfileCountsWhatIsThere() {
    leastGroup = 1;
    Facts facts = (Facts) statistic(Statistic.FACTS);
    assertThat(((ProfilePart.Time) statistic(Statistic.TIME)).days().by(Days.Step.MONTH))
        .extracting(Days.Period::events)
        .containsExactly(1.0, 0.0, 2.0);
    assertThat(((ProfilePart.Funnel) statistic(Statistic.KINDS)).kinds())
        .extracting(KindCount::kind)
        .contains(EventKind.CART)
        .hasSize(3);
    assertThat(facts.density()).isEqualTo(0.75);
    assertThat(facts.perUser()).isEqualTo(1.5);
    assertThat(facts.topShare()).isEqualTo(2 / 3.0);
    assertThat(statistic(Statistic.FACTS)).isSameAs(facts);
  }

  private ProfilePart statistic(Statistic wanted) {
    return service.statistic(version.id(), wanted, new TestControl());
  }
}
