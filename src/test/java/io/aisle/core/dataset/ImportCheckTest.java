package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.ImportSummary;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the check promises is what the import does. */
@Beside
class ImportCheckTest extends DatasetStore {

  private ImportPlan plan(String rows, ColumnMapping mapping) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.csv"), rows);
    return new ImportPlan("shop", List.of(file), mapping, Optional.empty(), Optional.empty(), "");
  }

  @Test
  void takenAndRefusedAreThoseOfTheImport() throws IOException {
    StringBuilder rows = new StringBuilder("user,item,event,time,price\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append(i % 7 == 0 ? "" : "u" + i % 50).append(",i").append(i % 90).append(',');
      rows.append(i % 11 == 0 ? "stare" : "pv").append(',');
      rows.append(i % 13 == 0 ? "soon" : 1_300_000_000 + i).append(i % 17 == 0 ? ",x\n" : ",2\n");
    }
    ImportPlan plan = plan(rows.toString(), ColumnMapping.GUESS);
    ImportCheck check = service.check(plan, new TestControl());
    ImportSummary summary = service.importFiles(plan, new TestControl());
    assertThat(check.whole()).isTrue();
    assertThat(check.read()).isEqualTo(summary.read()).isEqualTo(3_000);
    assertThat(check.taken()).isEqualTo(summary.taken());
    assertThat(check.refused()).isEqualTo(summary.refused()).hasSize(4);
    assertThat(check.users()).isEqualTo(summary.users());
    assertThat(check.items()).isEqualTo(summary.items());
    long id = service.require("shop").id();
    assertThat(service.rows().refusals(id, "bad-time", 1, 5))
        .isEqualTo(
            check.refusals().stream()
                .filter(row -> row.reason().equals("bad-time"))
                .limit(5)
                .toList());
    assertThat(check.words())
        .containsExactly(
            new ImportCheck.Word("pv", 2_727, Optional.of(EventKind.VIEW)),
            new ImportCheck.Word("stare", 273, Optional.empty()));
  }

  @Test
  void onlyTheFirstTwentyThousandRowsOfALongFileAreLookedAt() throws IOException {
    ImportCheck check =
        service.check(
            plan("user,item\n" + "u,i\n".repeat(20_001), ColumnMapping.GUESS), new TestControl());
    assertThat(check.read()).isEqualTo(20_000);
    assertThat(check.whole()).isFalse();
  }

  @Test
  void aSettledMappingWithoutATimeHasNone() throws IOException {
    ColumnMapping mapping =
        new ColumnMapping(
            Map.of(ColumnRole.USER, "user", ColumnRole.ITEM, "item"),
            FileForm.separatedBy(","),
            Optional.empty(),
            Optional.of(ZoneOffset.UTC),
            Optional.of(EventKind.VIEW),
            Map.of(),
            Optional.of(List.of()));
    ImportPlan plan = plan("user,item,time\nu,i,never\n", mapping);
    assertThat(service.check(plan, new TestControl()).taken()).isEqualTo(1);
    assertThat(service.importFiles(plan, new TestControl()).taken()).isEqualTo(1);
    assertThat(service.require("shop").firstTime()).isNull();
  }

  @Test
  void aFileIsShownAsItStandsAndAsItIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.tsv"), "\uFEFFuser;item\nu;\"a\nb\"\nu;i;z\n");
    FileLook look = service.look(file, FileForm.GUESS);
    assertThat(look.lines()).containsExactly("user;item", "u;\"a", "b\"", "u;i;z");
    assertThat(look.form().delimiter()).contains(";");
    assertThat(look.encoding()).isEqualTo("UTF-8");
    assertThat(look.packed()).isFalse();
    assertThat(look.agreeing()).isEqualTo(0.5);
    assertThat(look.guess().firstRows().getFirst()).containsExactly("u", "a\nb");
  }

  @Test
  void filteredRowsAndRefusalsComeBackByTheirKeys() throws IOException {
    ImportPlan plan =
        plan(
            "user,item,title\na,x,One\n,y,Lost Thing\nb,x,Two\n,z,Other\na,y,\n",
            ColumnMapping.GUESS);
    service.importFiles(plan, new TestControl());
    long id = service.require("shop").id();
    assertThat(service.rows().events(id, new int[] {0, 2}))
        .extracting(row -> row.seq() + row.user() + row.item())
        .containsExactly("1ax", "3ay");
    long[] lost = service.rows().findRefusals(id, List.of("missing-user"), "lost");
    assertThat(service.rows().refusals(id, lost)).extracting(row -> row.row()).containsExactly(3L);
    assertThat(service.rows().findRefusals(id, List.of(), "")).hasSize(2);
    assertThat(service.quality(id, new TestControl()))
        .filteredOn(check -> check.id().equals("several-titles"))
        .first()
        .satisfies(check -> assertThat(check.examples()).containsExactly("One / Two"));
  }
}
