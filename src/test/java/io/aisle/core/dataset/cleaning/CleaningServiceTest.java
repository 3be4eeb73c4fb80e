package io.aisle.core.dataset.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.lineage.Lineage;
import io.aisle.core.lineage.LineageService;
import io.aisle.core.lineage.Stage;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a small shop is in the versions that are made of it. */
class CleaningServiceTest extends DatasetStore {
  private static final CleaningStep CHEAP =
      new CleaningStep.Range(ColumnRole.PRICE, OptionalDouble.empty(), OptionalDouble.of(0.3));
  private static final CleaningStep VISITS = new CleaningStep.Sessions(30);

  private DatasetVersion raw;

  @BeforeEach
  void importTheShop() throws IOException {
    write("items.csv", "id,name,group\nx,The X,g/1\ny,The Y,g/2\nz,The Z,\nw,Never sold,g/1\n");
    write("users.csv", "id,age\na,31\nb,42\nc,53\n");
    write("grades.csv", "q,item,grade\nfirst,y,2\nfirst,w,1\nsecond,y,3\n");
    Path mapping =
        write(
            "mapping.yaml",
            """
            columns: {user: who, item: what, time: at, price: price, session: visit, position: place}
            items: {file: items.csv, id: id, title: name, category: group}
            users: {file: users.csv, id: id}
            judgements: {file: grades.csv, query: q, item: item, grade: grade}
            """);
    Path events =
        write(
            "events.csv",
            """
            who,what,at,price,visit,place
            b,y,2020-01-01 10:00,0.7,s1,3
            a,x,2020-01-01 10:05,0.1,s1,
            c,z,2020-01-01 11:00,0.3,,1
            a,z,2020-01-02 10:00,0.2,s2,2
            """);
    service.importFiles(
        ImportPlan.of("shop", List.of(events), MappingReader.readFile(mapping)), new TestControl());
    raw = service.require("shop");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private DatasetVersion apply(DatasetVersion version, CleaningStep... steps) {
    return service.cleaning().apply(version.id(), List.of(steps), new TestControl()).version();
  }

  @Test
  void whatIsLeftComesAlongWithAllThatIsKnownOfIt() {
    DatasetVersion made = apply(raw, CHEAP, VISITS);
    assertThat(service.rows().events(made.id(), 1, 9))
        .extracting(EventRow::user, EventRow::item, EventRow::price, EventRow::session)
        .containsExactly(
            tuple("a", "x", 0.1, "1"), tuple("c", "z", 0.3, "3"), tuple("a", "z", 0.2, "2"));
    // y lost its only event and goes with its grades; w never had one and stays
    assertThat(service.rows().items(made.id(), 1, 9))
        .extracting(ItemRow::item, ItemRow::title, ItemRow::category)
        .containsExactly(
            tuple("x", "The X", "g/1"), tuple("z", "The Z", null), tuple("w", "Never sold", "g/1"));
    assertThat(service.rows().judgements(made.id(), 1, 9))
        .extracting(JudgementRow::query, JudgementRow::item, JudgementRow::grade)
        .containsExactly(tuple("first", "w", 1));
    assertThat(made.queries()).isEqualTo(1);
    assertThat(service.attributes(made.id()).users())
        .isEqualTo(Map.of("a", Map.of("age", "31"), "c", Map.of("age", "53")));
    assertThat(service.load(made.id(), new TestControl()).catalogue().users())
        .containsExactly("a", "c");
  }

  @Test
  void aStepIsUndoneByApplyingTheOthers() {
    DatasetVersion both = apply(raw, CHEAP, VISITS);
    DatasetVersion without = apply(raw, VISITS);
    assertThat(both.events()).isEqualTo(3);
    assertThat(without.events()).isEqualTo(4);
    assertThat(without.users()).isEqualTo(raw.users());
    assertThat(apply(raw, CHEAP, VISITS).fingerprint()).isEqualTo(both.fingerprint());
    assertThat(service.version(raw.id())).isEqualTo(raw);
  }

  @Test
  void theLineIsToldAndOutlivesItsBeginning() {
    LineageService lineages = new LineageService(service, List::of);
    DatasetVersion second = apply(raw, VISITS);
    DatasetVersion third = apply(second, CHEAP);
    Lineage ofThird = lineages.of(third.id());
    assertThat(ofThird.line())
        .extracting(Stage::name)
        .containsExactly("shop:1", "shop:2", "shop:3");
    assertThat(ofThird.hasDependents()).isFalse();
    assertThat(lineages.of(raw.id()).descendants()).containsExactly(second, third);
    assertThat(service.origin(raw.id()).files()).contains("events.csv");

    service.remove(raw.id());
    List<Stage> line = lineages.of(third.id()).line();
    assertThat(line).extracting(Stage::name).containsExactly("shop:1", "shop:2", "shop:3");
    assertThat(line.getFirst().version()).isEmpty();
    assertThat(service.require("shop:3")).isEqualTo(third);
  }

  @Test
  void notesAndLicencesAreKept() {
    service.note(raw.id(), " from the till ");
    service.licence(raw.id(), "CC BY 4.0");
    assertThat(service.origin(raw.id()).note()).isEqualTo("from the till");
    assertThat(apply(raw, VISITS).licence()).isEqualTo("CC BY 4.0");
  }

  @Test
  void aSmallVersionIsPreviewedExactly() {
    List<CleaningStep> steps = List.of(CHEAP, VISITS);
    CleaningPreview preview = service.cleaning().preview(raw.id(), steps, new TestControl());
    assertThat(preview.whole()).isTrue();
    assertThat(preview.effects())
        .isEqualTo(service.cleaning().apply(raw.id(), steps, new TestControl()).effects());
  }

  @Test
  void stepsThatLeaveNothingAreRefusedBeforeAnythingIsMade() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> apply(raw, VISITS, new CleaningStep.Core(100, 0)))
        .withMessage(
            "Nothing is left after the step core, which takes the last 4 events away: loosen it or"
                + " leave it out.");
    assertThatExceptionOfType(InputException.class).isThrownBy(() -> apply(raw));
    assertThat(service.versions()).containsExactly(raw);
  }

  @Test
  void aCancelledCleaningLeavesNothing() throws IOException {
    for (String phase : List.of("cleaning", "writing", "snapshot")) {
      assertThatExceptionOfType(CancelledException.class)
          .isThrownBy(
              () ->
                  service
                      .cleaning()
                      .apply(
                          raw.id(),
                          List.of(CHEAP, VISITS),
                          new TestControl(progress -> progress.phase().equals(phase))));
    }
    assertThat(service.versions()).containsExactly(raw);
    try (Stream<Path> files = Files.list(folder.resolve("snapshots"))) {
      assertThat(files).hasSize(1);
    }
  }
}
