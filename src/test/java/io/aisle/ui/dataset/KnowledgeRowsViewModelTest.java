package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.RowSort;
import io.aisle.domain.data.TripleRow;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.AskedDialogs;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables beside the events, and what is exported of all of them. */
@Beside
class KnowledgeRowsViewModelTest extends DatasetStore {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private final AskedDialogs dialogs = new AskedDialogs();
  private RowsViewModel rows;
  private RowExport export;

  @BeforeEach
  void open() throws IOException {
    Background background = new Background(runner, Runnable::run, notices);
    rows = new RowsViewModel(service, background, texts);
    export =
        new RowExport(
            service, rows, background, notices, new LicenceQuestion(dialogs, texts), texts);
    Path events =
        file("events.csv", "user,item,time,price\na,p1,1300000000,3\nb,p2,1300000060,1\n");
    var unused =
        service.importFiles(
            ImportPlan.of("set", List.of(events), MappingFile.GUESS), new TestControl());
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private DatasetVersion withKnowledge() throws IOException {
    Path facts = file("facts.csv", "head,relation,tail\np1,made_by,Bauhaus\np2,made_of,Steel\n");
    Path reviews =
        file(
            "reviews.csv",
            "user,item,rating,time,text\na,p1,5,1300000000,Good lamp\nb,p2,,,\"-1, bad\"\n");
    var unused =
        service.append(
            new AppendPlan(
                service.require("set").id(), List.of(facts, reviews), Optional.empty(), false),
            new TestControl());
    return service.require("set");
  }

  private static <T> T row(ObservableList<T> rows, int index) {
    T unused = rows.get(index); // which fetches the page
    return rows.get(index);
  }

  @Test
  void reviewsAndTriplesArePagedAndSearched() throws IOException {
    rows.show(service.require("set"));
    assertThat(rows.knowledge().countsProperty().get()).isEqualTo(KnowledgeCounts.NONE);
    rows.show(withKnowledge());
    assertThat(rows.knowledge().countsProperty().get()).isEqualTo(new KnowledgeCounts(0, 2, 2));
    ReviewRow first = row(rows.knowledge().reviews().rowsProperty().get(), 0);
    assertThat(first)
        .isEqualTo(
            new ReviewRow(
                1, "a", "p1", 5, Instant.ofEpochSecond(1_300_000_000), null, "Good lamp"));
    ReviewRow second = row(rows.knowledge().reviews().rowsProperty().get(), 1);
    assertThat(second.rating()).isNaN();
    assertThat(second.time()).isNull();
    assertThat(row(rows.knowledge().triples().rowsProperty().get(), 1))
        .isEqualTo(new TripleRow(2, "p2", "made_of", "Steel"));
    rows.wordsProperty().set("LAMP");
    assertThat(rows.knowledge().reviews().rowsProperty().get()).hasSize(1);
    assertThat(rows.knowledge().triples().rowsProperty().get()).isEmpty();
    rows.dropAll();
    assertThat(rows.knowledge().triples().rowsProperty().get()).hasSize(2);
    rows.show((DatasetVersion) null);
    assertThat(rows.knowledge().reviews().rowsProperty().get()).isEmpty();
  }

  @Test
  void whatIsShownIsExportedInItsOrder() throws IOException {
    rows.show(withKnowledge());
    Path file = folder.resolve("out.csv");
    export.write(RowsViewModel.Tab.REVIEWS, file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "user,item,rating,time,title,text",
            "a,p1,5,2011-03-13T07:06:40Z,,Good lamp",
            "b,p2,,,,\"'-1, bad\"");
    rows.wordsProperty().set("steel");
    export.write(RowsViewModel.Tab.TRIPLES, file);
    assertThat(Files.readAllLines(file)).containsExactly("head,relation,tail", "p2,made_of,Steel");
    rows.dropAll();
    rows.sort(new EventSort(EventColumn.PRICE, false));
    export.write(RowsViewModel.Tab.EVENTS, file);
    assertThat(Files.readAllLines(file)).element(1).asString().startsWith("b,p2");
    rows.sort(new EventSort(EventColumn.PRICE, true));
    export.write(RowsViewModel.Tab.EVENTS, file);
    assertThat(Files.readAllLines(file)).element(1).asString().startsWith("a,p1");
  }

  private List<String> texts() {
    ObservableList<ReviewRow> list = rows.knowledge().reviews().rowsProperty().get();
    return IntStream.range(0, list.size()).mapToObj(at -> row(list, at).text()).toList();
  }

  @Test
  void aColumnSortsAllRowsAndWhatIsExported() throws IOException {
    Path reviews =
        file(
            "reviews.csv",
            """
            user,item,rating,time,summary,text
            a,p1,2,1300000000,Fine,good
            b,p2,-1.5,1300000050,,bad
            a,p2,,,awful,Awful
            b,p1,10,1300000010,fine,zero
            a,p1,2,,zebra,again
            """);
    var unused =
        service.append(
            new AppendPlan(service.require("set").id(), List.of(reviews), Optional.empty(), false),
            new TestControl());
    rows.show(service.require("set"));
    FoundRows<ReviewRow> table = rows.knowledge().reviews();
    assertThat(texts()).containsExactly("good", "bad", "Awful", "zero", "again");
    table.sort(new RowSort(2, false)); // the rating, as a number; none is last
    assertThat(texts()).containsExactly("bad", "good", "again", "zero", "Awful");
    table.sort(new RowSort(2, true));
    assertThat(texts()).containsExactly("zero", "again", "good", "bad", "Awful");
    table.sort(new RowSort(3, true)); // the time
    assertThat(texts()).containsExactly("bad", "zero", "good", "Awful", "again");
    table.sort(new RowSort(4, false)); // the title
    assertThat(texts()).containsExactly("Awful", "good", "zero", "again", "bad");
    table.sort(new RowSort(5, false));
    assertThat(texts()).containsExactly("again", "Awful", "bad", "good", "zero");
    rows.wordsProperty().set("p1");
    assertThat(texts()).containsExactly("again", "good", "zero");
    Path out = folder.resolve("sorted.csv");
    rows.tabProperty().set(RowsViewModel.Tab.REVIEWS);
    export.write(RowsViewModel.Tab.REVIEWS, out);
    assertThat(Files.readAllLines(out))
        .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
        .containsExactly("text", "again", "good", "zero");
    assertThat(table.sortProperty().get()).isEqualTo(new RowSort(5, false));
    table.sort(null);
    assertThat(texts()).containsExactly("good", "zero", "again");
    table.sort(new RowSort(0, true));
    rows.show((DatasetVersion) null);
    assertThat(table.sortProperty().get()).isNull();
    table.sort(new RowSort(0, true)); // of nothing
    assertThat(texts()).isEmpty();
  }

  @Test
  void aVersionOfQueriesAloneShowsThem() throws IOException {
    Path file =
        file("queries.tsv", "query_id\tquery\tquery_class\n7\tred lamp\tLamps\n9\tchair\t\n");
    var unused =
        service.importFiles(
            ImportPlan.of("asked", List.of(file), MappingFile.GUESS), new TestControl());
    VersionViewModel version =
        new VersionViewModel(
            service,
            rows.knowledge().countsProperty(),
            new Background(runner, Runnable::run, notices),
            texts,
            new Numbers(Locale.ENGLISH));
    version.show(service.require("asked"));
    rows.show(service.require("asked"));
    assertThat(version.factsProperty().get()).contains("2 queries");
    version.retry();
    assertThat(version.factsProperty().get()).contains("2 queries");
    assertThat(rows.tabProperty().get()).isEqualTo(RowsViewModel.Tab.QUERIES);
    assertThat(rows.all()).isEqualTo(2);
    assertThat(row(rows.knowledge().queries().rowsProperty().get(), 0))
        .isEqualTo(new QueryRow(1, "7", "red lamp", "Lamps"));
    rows.wordsProperty().set("LAMPS");
    assertThat(rows.listed()).isEqualTo(1);
    Path out = folder.resolve("queries-out.csv");
    export.write(RowsViewModel.Tab.QUERIES, out);
    assertThat(Files.readAllLines(out)).containsExactly("id,query,category", "7,red lamp,Lamps");
  }

  @Test
  void rowsOfARestrictedVersionAreAskedFor() {
    boolean[] left = {false};
    rows.show(service.require("set"));
    export.whenAllowed(() -> left[0] = true);
    assertThat(left[0]).isTrue();
    left[0] = false;
    service.licence(service.require("set").id(), "internal use only");
    rows.show(service.require("set"));
    export.whenAllowed(() -> left[0] = true);
    assertThat(left[0]).isFalse();
    assertThat(dialogs.asked()).singleElement().asString().contains("internal use only");
    dialogs.answer(true);
    export.whenAllowed(() -> left[0] = true);
    assertThat(left[0]).isTrue();
  }
}
