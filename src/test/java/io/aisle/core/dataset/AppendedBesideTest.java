package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Unjoined;
import io.aisle.store.Versions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A catalogue, users, grades, queries, triples or reviews alone, on top of a version. */
@Beside
class AppendedBesideTest extends DatasetStore {
  private static final String EVENTS =
      """
      user,item,rating,time
      a,p1,5,2020-01-01
      b,p2,4,2020-01-02
      c,p1,3,2020-01-03
      """;

  private static final String ITEMS = "item,title,category\np1,Lamp,Light\np9,Desk,Office\n";
  private static final String GRADES = "query,item,grade\nlamp,p1,3\nlamp,p9,0\ndesk,p7,2\n";

  private ImportSummary imported(String name, String content) throws IOException {
    return service.importFiles(
        ImportPlan.of("set", List.of(file(name, content)), MappingFile.GUESS), new TestControl());
  }

  private AppendPlan plan(Path... files) {
    return new AppendPlan(service.require("set").id(), List.of(files), Optional.empty(), false);
  }

  private ImportSummary appended(String name, String content) throws IOException {
    return service.append(plan(file(name, content)), new TestControl());
  }

  private List<ItemRow> items() {
    return service.rows().items(service.require("set").id(), 1, 9);
  }

  @Test
  void aCatalogueDescribesTheItemsThatAreThere() throws IOException {
    imported("events.csv", EVENTS);
    Path items = file("items.csv", ITEMS);
    ImportSummary summary = service.append(plan(items), new TestControl());
    assertThat(summary.version()).isEqualTo(2);
    assertThat(summary.unjoined())
        .containsExactly(
            new Unjoined("items-undescribed", 1, 2, List.of("p2")),
            new Unjoined("items-unused", 1, 2, List.of("p9")));
    assertThat(items())
        .extracting(ItemRow::item, ItemRow::title, ItemRow::category)
        .containsExactly(tuple("p1", "Lamp", "Light"), tuple("p2", null, null));
    DatasetVersion made = service.require("set");
    assertThat(made.events()).isEqualTo(3);
    assertThat(service.origin(made.id()).files()).containsExactly("items.csv");
    appended("more.csv", "user,item,rating,time\nd,p9,1,2020-01-04\n");
    assertThat(items().getLast().title()).isEqualTo("Desk");
  }

  @Test
  void usersAndQueriesAndTriplesAndReviewsJoin() throws IOException {
    imported("events.csv", EVENTS);
    Path users = file("users.csv", "user,age\na,30\nz,40\n");
    Path queries = file("queries.tsv", "query_id\tquery\n1\tlamp\n");
    Path facts =
        file(
            "facts.kg",
            "head_id:token\trelation_id:token\ttail_id:token\n" + "e1\tmade_by\te7\ne2\tin\te8\n");
    Path link = file("facts.link", "item_id:token\tentity_id:token\np1\te1\np8\te9\n");
    Path reviews = file("reviews.csv", "user,item,text\na,p1,Good\nz,p1,Bad\n");
    AppendPlan plan = plan(users, queries, facts, link, reviews);
    ImportSummary summary = service.append(plan, new TestControl());
    assertThat(summary.knowledge()).isEqualTo(new KnowledgeCounts(1, 2, 1));
    assertThat(summary.unjoined())
        .contains(
            new Unjoined("items-of-links", 1, 2, List.of("p8")),
            new Unjoined("heads-of-triples", 1, 2, List.of("e2")),
            new Unjoined("users-of-reviews", 1, 2, List.of("z")));
    long id = service.require("set").id();
    assertThat(service.attributes(id).users().get("a")).containsEntry("age", "30");
    assertThat(service.require("set").events()).isEqualTo(3);
  }

  @Test
  void gradesComeBehindThoseThatAreThereAndNoneTwice() throws IOException {
    Path items = file("items.csv", ITEMS);
    Path first = file("first.csv", "query,item,grade\nlamp,p1,3\n");
    service.importFiles(
        ImportPlan.of("set", List.of(items, first), MappingFile.GUESS), new TestControl());
    ImportSummary summary = appended("grades.csv", GRADES);
    assertThat(summary.taken()).isEqualTo(1);
    assertThat(summary.refused())
        .containsOnly(entry("repeated-grade", 1L), entry("unknown-item", 1L));
    DatasetVersion made = service.require("set");
    assertThat(made.judgements()).isEqualTo(2);
    assertThat(made.items()).isEqualTo(2);
    assertThat(service.rows().judgements(made.id(), 1, 5))
        .extracting(JudgementRow::query, JudgementRow::item, JudgementRow::grade)
        .containsExactlyInAnyOrder(tuple("lamp", "p1", 3), tuple("lamp", "p9", 0));
    appended("more.csv", "query,item,grade\nsofa,p9,1\n");
    assertThat(service.require("set").queries()).isEqualTo(2);
    assertThat(service.require("set").judgements()).isEqualTo(3);
  }

  @Test
  void eventsGetGradesAndNewItemsTogether() throws IOException {
    imported("events.csv", EVENTS);
    ImportSummary summary =
        service.append(
            plan(file("items.csv", ITEMS), file("grades.csv", GRADES)), new TestControl());
    assertThat(summary.items()).isEqualTo(3);
    assertThat(summary.judgements()).isEqualTo(2);
    assertThat(service.require("set").events()).isEqualTo(3);
  }

  @Test
  void aCatalogueAloneBeginsADataSetAndGrows() throws IOException {
    assertThat(imported("items.csv", ITEMS).items()).isEqualTo(2);
    assertThat(service.require("set").trainable()).isFalse();
    ImportSummary summary =
        appended("new.csv", "item,title,category\np9,Big desk,Office\np10,Cup,Kitchen\n");
    assertThat(summary.items()).isEqualTo(3);
    assertThat(items()).extracting(ItemRow::title).containsExactly("Lamp", "Big desk", "Cup");
    assertThat(appended("grades.csv", GRADES).judgements()).isEqualTo(2);
    assertThat(appended("events.csv", EVENTS).taken()).isEqualTo(3);
    assertThat(service.require("set").judgements()).isEqualTo(2);
  }

  @Test
  void whatJoinsWithNothingIsRefusedAndLeavesNothing() throws IOException {
    imported("events.csv", EVENTS);
    Path strangers = file("users.csv", "user,age\nx,30\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.append(plan(strangers), new TestControl()))
        .withMessageContaining("users.csv")
        .withMessageContaining("ids alike");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.append(plan(), new TestControl()))
        .withMessageContaining("No file to append");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> imported("users.csv", "user,age\na,30\n"))
        .withMessageContaining("--append");
    assertThat(service.versions()).hasSize(1);
  }

  @Test
  void anAppendThatWasCutOffHasEverythingOnceAfterResuming() throws IOException {
    imported("items.csv", ITEMS);
    appended("grades.csv", GRADES);
    DatasetVersion made = service.require("set");
    new Versions(database).state(made.id(), DatasetVersion.State.INTERRUPTED);
    service.resume(made.id(), new TestControl());
    assertThat(service.version(made.id()).judgements()).isEqualTo(2);
    assertThat(service.version(made.id()).items()).isEqualTo(2);
  }

  @Test
  void pseudonymsOfTheVersionJoinToo() throws IOException {
    MappingFile mapping =
        MappingReader.readFile(file("mapping.yaml", "privacy: {user: hash, email: drop}\n"));
    service.importFiles(
        ImportPlan.of(
            "set",
            List.of(
                file(
                    "events.csv",
                    EVENTS
                        .replace("time", "time,email")
                        .replace("-01\n", "-01,a@b.de\n")
                        .replace("-02\n", "-02,b@b.de\n")
                        .replace("-03\n", "-03,c@b.de\n"))),
            mapping),
        new TestControl());
    appended("users.csv", "user,email,age\na,a@b.de,30\n");
    long id = service.require("set").id();
    assertThat(service.attributes(id).users()).hasSize(1).doesNotContainKey("a");
    assertThat(service.attributes(id).users().values()).containsExactly(Map.of("age", "30"));
  }

  @Test
  void whatIsThereIsNotTakenTwiceButCounted() throws IOException {
    imported("events.csv", EVENTS);
    Path queries = file("queries.tsv", "query_id\tquery\n1\tlamp\n");
    Path facts = file("facts.csv", "head,relation,tail\np1,made_by,Bauhaus\np1,made_by,Bauhaus\n");
    Path reviews =
        file("reviews.csv", "user,item,rating,text\na,p1,5,Good\nb,p1,,Fine\nb,p2,,Fine\n");
    ImportSummary first = service.append(plan(queries, facts, reviews), new TestControl());
    // what a file says twice is taken as it stands
    assertThat(first.knowledge()).isEqualTo(new KnowledgeCounts(1, 2, 3));
    assertThat(first.there()).isEqualTo(KnowledgeCounts.NONE);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.append(plan(queries, facts, reviews), new TestControl()))
        .withMessageContaining("already: there is nothing to append");
    assertThat(service.require("set").version()).isEqualTo(2);
    ImportSummary second =
        appended("reviews2.csv", "user,item,rating,text\na,p1,5,Good\na,p1,4,Good\n");
    assertThat(second.knowledge()).isEqualTo(new KnowledgeCounts(1, 2, 4));
    assertThat(second.there()).isEqualTo(new KnowledgeCounts(0, 0, 1));
    AppendPlan keep =
        new AppendPlan(service.require("set").id(), List.of(queries), Optional.empty(), true);
    assertThat(service.append(keep, new TestControl()).knowledge().queries()).isEqualTo(2);
  }

  @Test
  void whatADescriptionDoesNotNameStays() throws IOException {
    imported("events.csv", EVENTS);
    var first = appended("items.csv", "item,title,colour,brand\np1,Lamp,red,A\n");
    var second = appended("items2.csv", "item,title,colour,size\np1,,blue,9\n");
    assertThat(first.version()).isLessThan(second.version());
    ItemRow lamp = items().getFirst();
    assertThat(lamp.title()).isEqualTo("Lamp");
    assertThat(lamp.attributes())
        .containsOnly(entry("colour", "blue"), entry("brand", "A"), entry("size", "9"));
    var users = appended("users.csv", "user,age\na,30\n");
    var more = appended("users2.csv", "user,city\na,Ulm\n");
    assertThat(users.version()).isLessThan(more.version());
    assertThat(service.attributes(service.require("set").id()).users().get("a"))
        .containsOnly(entry("age", "30"), entry("city", "Ulm"));
  }

  @Test
  void recbolesFilesAreJoinedByTheirStem() throws IOException {
    file(
        "ml.item", "item_id:token\tmovie_title:token_seq\tclass:token_seq\n1\tToy Story\tComedy\n");
    file("ml.user", "user_id:token\tage:token\nu\t24\n");
    file("ml.kg", "head_id:token\trelation_id:token\ttail_id:token\nm.1\tfilm.genre\tm.2\n");
    file("ml.link", "item_id:token\tentity_id:token\n1\tm.1\n");
    String inter =
        "user_id:token\titem_id:token\trating:float\ttimestamp:float\nu\t1\t5\t881250949\n";
    ImportSummary summary = imported("ml.inter", inter);
    assertThat(summary.unjoined()).isEmpty();
    assertThat(summary.knowledge().triples()).isEqualTo(1);
    assertThat(items().getFirst().category()).isEqualTo("Comedy");
    FileSorting sorted =
        service.sort(
            List.of(
                folder.resolve("ml.kg"),
                folder.resolve("ml.link"),
                folder.resolve("ml.user"),
                folder.resolve("ml.inter"),
                folder.resolve("ml.item")));
    assertThat(sorted.left()).isEmpty();
    assertThat(sorted.items()).containsExactly(folder.resolve("ml.item"));
    assertThat(sorted.beside().further().triples().orElseThrow().link()).isPresent();
    assertThat(
            service
                .importFiles(
                    ImportPlan.of("folder", List.of(folder), MappingFile.GUESS), new TestControl())
                .knowledge()
                .triples())
        .isEqualTo(1);
  }
}
