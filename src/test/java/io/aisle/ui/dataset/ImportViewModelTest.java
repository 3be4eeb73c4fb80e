package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.dataset.MappingWriter;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.FileForm;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.FirstRatings;
import io.aisle.testkit.Workbooks;
import io.aisle.ui.common.AskedDialogs;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a file to a data set, its quality list and its rows, over a real store. */
class ImportViewModelTest extends DatasetStore {
  private static final String SHOP =
      "user,item,rating,time\nu1,a,4.5,1300000000\nu2,b,3,1300000060\nu1,b,x,1300000120\n";

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private final Changes changes = new Changes();
  private DataViewModel data;
  private ImportViewModel form;
  private VersionViewModel version;
  private RowsViewModel rows;
  private RowExport export;

  @BeforeEach
  void open() {
    Background background = new Background(runner, Runnable::run, notices);
    data = new DataViewModel(service, background, notices, changes, texts);
    form = new ImportViewModel(service, background, data::importPlan, texts, numbers);
    rows = new RowsViewModel(service, background, texts);
    version =
        new VersionViewModel(
            service, rows.knowledge().countsProperty(), background, texts, numbers);
    export =
        new RowExport(
            service,
            rows,
            background,
            notices,
            new LicenceQuestion(new AskedDialogs(), texts),
            texts);
    data.selectedProperty().subscribe(version::show);
    data.selectedProperty().subscribe(rows::show);
    changes.onDatasets(data::refresh);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void aFileComesInWithTheGuessedRoles() throws IOException {
    open(SHOP);
    assertThat(notices.newestProperty().get()).isNull();
    assertThat(role("user")).contains(ColumnRole.USER);
    assertThat(role("item")).contains(ColumnRole.ITEM);
    assertThat(form.errorsProperty().get()).isEmpty();
    form.change(state -> state.withName("shop"));
    form.start();
    DatasetVersion shown = data.selectedProperty().get();
    assertThat(shown.dataset()).isEqualTo("shop");
    assertThat(shown.events()).isEqualTo(2);
    assertThat(form.filesProperty().get()).isEmpty();
    assertThat(notices.newestProperty().get().sentence()).contains("2 of 3 rows");
  }

  @Test
  void theCheckFollowsEveryChoice() throws IOException {
    open(SHOP);
    assertThat(form.checkProperty().get().taken()).isEqualTo(2);
    assertThat(reasons()).containsOnlyKeys("bad-number");
    form.change(state -> state.withRole("rating", Optional.empty()));
    assertThat(form.checkProperty().get().taken()).isEqualTo(3);
    form.change(state -> state.withTimeFormat("yyyy-MM-dd"));
    assertThat(reasons()).containsEntry("bad-time", 3L);
    form.change(state -> state.withRole("time", Optional.empty()));
    assertThat(form.checkProperty().get().time()).isEmpty();
  }

  @Test
  void everyChoiceIsTakenBackAndDoneAgain() throws IOException {
    open(SHOP);
    ImportState start = form.stateProperty().get();
    form.change(state -> state.withRole("rating", Optional.empty()));
    form.change(state -> state.withName("other"));
    form.form(now -> now.withDelimiter(";"));
    assertThat(form.errorsProperty().get()).containsKey(ImportField.DELIMITER);
    form.change(state -> state.withKind(EventKind.CLICK));
    ImportState end = form.stateProperty().get();
    form.undo();
    form.undo();
    form.undo();
    assertThat(form.stateProperty().get()).isEqualTo(start);
    assertThat(form.canUndoProperty().get()).isFalse();
    assertThat(form.checkProperty().get().taken()).isEqualTo(2);
    form.redo();
    form.redo();
    form.redo();
    assertThat(form.stateProperty().get()).isEqualTo(end);
  }

  @Test
  void aFileWithoutDelimiterComesInLikeAnyOther() throws IOException {
    for (FirstRatings.Writing writing :
        List.of(FirstRatings.Writing.JSON_LINES, FirstRatings.Writing.PARQUET)) {
      form.open(List.of(FirstRatings.write(writing, folder, 50)));
      assertThat(form.fileProperty().get().delimited()).isFalse();
      assertThat(form.checkProperty().get().taken()).isEqualTo(50);
      form.change(state -> state.withName(writing.name()));
      form.start();
      assertThat(data.selectedProperty().get().events()).isEqualTo(50);
    }
  }

  @Test
  void aSheetOfAWorkbookIsChosenAndImported() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("orders.xlsx"),
            "About",
            "remark\norders of May",
            "Orders",
            "user,item,price\nu1,a,3.5",
            "Returns",
            "user,item,price\nu2,b,1");
    form.open(List.of(file));
    assertThat(form.fileProperty().get().sheets()).containsExactly("About", "Orders", "Returns");
    assertThat(form.fileProperty().get().sheet()).contains("Orders"); // the first with events
    form.form(now -> now.withSheet("About"));
    assertThat(form.errorsProperty().get()).containsKey(ImportField.USER);
    form.form(now -> now.withSheet("Returns"));
    assertThat(form.fileProperty().get().rows()).containsExactly(List.of("u2", "b", "1"));
    form.form(now -> now.withSheet("Orders"));
    assertThat(form.fileProperty().get().rows()).containsExactly(List.of("u1", "a", "3.5"));
    assertThat(form.errorsProperty().get()).isEmpty();
    MappingFile written =
        MappingReader.parse(MappingWriter.write(form.mapping()), folder.resolve("m.yaml"));
    assertThat(written.mapping().form().sheet()).contains("Orders");
    form.undo();
    assertThat(form.fileProperty().get().sheet()).contains("Returns");
    form.use(written);
    assertThat(form.fileProperty().get().sheet()).contains("Orders");
    form.start();
    assertThat(data.selectedProperty().get().dataset()).isEqualTo("orders");
    assertThat(row(rows.eventsProperty().get(), 0).user()).isEqualTo("u1");
  }

  @Test
  void theTitlesBesideAKnownFormatAreChosenAtOnce() throws IOException {
    Files.writeString(folder.resolve("movies.csv"), "movieId,title,genres\n31,Dangerous,Drama\n");
    form.open(List.of(FirstRatings.write(FirstRatings.Writing.SEMICOLONS, folder, 50)));
    assertThat(form.stateProperty().get().items().orElseThrow().title()).contains("title");
    assertThat(form.itemHeadersProperty().get()).containsExactly("movieId", "title", "genres");
    assertThat(form.canUndoProperty().get()).isFalse();
  }

  @Test
  void anotherDelimiterIsAnotherLookAndCanBeTakenBack() throws IOException {
    open("event,item;user2,item2\nu,i;v,j\n");
    FileForm guessed = form.fileProperty().get().form();
    ImportState start = form.stateProperty().get();
    String other = guessed.delimiter().equals(Optional.of(",")) ? ";" : ",";
    form.form(now -> now.withDelimiter(other));
    assertThat(form.headers()).doesNotContainAnyElementsOf(start.roles().keySet());
    form.undo();
    assertThat(form.stateProperty().get()).isEqualTo(start);
    assertThat(form.fileProperty().get().form()).isEqualTo(guessed);
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() throws IOException {
    open("user,item,other\nu1,a,z\n");
    form.change(state -> state.withRole("item", Optional.empty()).withName(" "));
    assertThat(form.errorsProperty().get()).containsOnlyKeys(ImportField.NAME, ImportField.ITEM);
    form.change(state -> state.withRole("item", Optional.of(ColumnRole.ITEM)).withName("../x"));
    assertThat(form.errorsProperty().get().get(ImportField.NAME)).contains("../x");
    form.change(state -> state.withRole("other", Optional.of(ColumnRole.ITEM)).withName("x"));
    assertThat(form.errorsProperty().get().get(ImportField.TWICE)).contains("item and other");
    form.change(state -> state.withTimeFormat("bogus").withZone("Nowhere"));
    assertThat(form.errorsProperty().get()).containsKeys(ImportField.TIME, ImportField.ZONE);
    form.start();
    data.refresh();
    assertThat(data.versions()).isEmpty();
  }

  @Test
  void wordsForKindsGetAMeaning() throws IOException {
    open("user,item,event\nu,a,view\nu,b,glance\n");
    assertThat(reasons()).containsEntry("unknown-kind", 1L);
    form.change(state -> state.withWord("glance", EventKind.VIEW));
    assertThat(form.checkProperty().get().taken()).isEqualTo(2);
  }

  @Test
  void anItemFileAddsTitles() throws IOException {
    open(SHOP);
    form.items(Files.writeString(folder.resolve("i.csv"), "item,title,genre\na,The A,x\n"));
    assertThat(form.stateProperty().get().items().orElseThrow().title()).contains("title");
    assertThat(form.checkProperty().get().named()).isEqualTo(1);
    form.start();
    assertThat(row(rows.eventsProperty().get(), 0).title()).isEqualTo("The A");
  }

  @Test
  void aFileThatIsNoneIsToldInItsPlace() {
    form.open(List.of(folder.resolve("missing.csv")));
    assertThat(form.problemProperty().get()).contains("missing.csv");
    assertThat(form.fileProperty().get()).isNull();
    form.start();
    form.cancel();
    assertThat(form.filesProperty().get()).isEmpty();
  }

  @Test
  void theRowsOfACheckAreShown() throws IOException {
    aFileComesInWithTheGuessedRoles();
    QualityLine unreadable = check("unreadable");
    assertThat(unreadable.count()).isEqualTo(1);
    rows.show(unreadable);
    assertThat(rows.tabProperty().get()).isEqualTo(RowsViewModel.Tab.REFUSED);
    assertThat(row(rows.refusalsProperty().get(), 0).rawLine()).isEqualTo("u1,b,x,1300000120");
    rows.show(check("single"));
    assertThat(rows.tabProperty().get()).isEqualTo(RowsViewModel.Tab.EVENTS);
    assertThat(rows.filters().all()).containsExactly(new EventFilter.Found("single"));
    assertThat(rows.eventsProperty().get()).hasSize(2);
  }

  @Test
  void filtersAreJoinedTakenOffAndForgottenWithTheVersion() throws IOException {
    leastGroup = 1;
    aFileComesInWithTheGuessedRoles();
    rows.filter(new EventFilter.OfUser("u1"));
    assertThat(row(rows.eventsProperty().get(), 0).item()).isEqualTo("a");
    assertThat(rows.chosenDaysProperty().get().counts()).containsExactly(1);
    rows.filter(new EventFilter.OfUser("u2"));
    assertThat(rows.filters().all()).hasSize(1);
    assertThat(row(rows.eventsProperty().get(), 0).seq()).isEqualTo(2);
    rows.wordsProperty().set("nothing has this");
    assertThat(rows.eventsProperty().get()).isEmpty();
    assertThat(rows.itemsProperty().get()).isEmpty();
    rows.dropAll();
    assertThat(rows.eventsProperty().get()).hasSize(2);
    assertThat(rows.itemsProperty().get()).hasSize(2);
    assertThat(rows.chosenDaysProperty().get()).isNull();
  }

  @Test
  void theShownRowsAreExported() throws IOException {
    aFileComesInWithTheGuessedRoles();
    rows.filter(new EventFilter.OfUser("u2"));
    Path file = folder.resolve("out.csv");
    export.write(RowsViewModel.Tab.EVENTS, file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "user,item,title,kind,time,session,value,quantity,price",
            "u2,b,,rating,2011-03-13T07:07:40Z,,3,,");
    export.write(RowsViewModel.Tab.REFUSED, file);
    assertThat(Files.readAllLines(file)).hasSize(2).last().asString().startsWith("bad-number,");
    export.write(RowsViewModel.Tab.ITEMS, folder.resolve("no/such/folder.csv"));
    assertThat(notices.newestProperty().get().sentence()).contains("cannot be written");
  }

  @Test
  void theListIsSearchedAndTheShownVersionStays() throws IOException {
    aFileComesInWithTheGuessedRoles();
    DatasetVersion shown = data.selectedProperty().get();
    data.searchProperty().set("SHOP");
    assertThat(data.shown()).containsExactly(shown);
    data.searchProperty().set("zebra");
    assertThat(data.shown()).isEmpty();
    assertThat(data.selectedProperty().get()).isEqualTo(shown);
  }

  @Test
  void aRemovedVersionIsGoneFromTheList() throws IOException {
    aFileComesInWithTheGuessedRoles();
    data.remove(data.selectedProperty().get());
    assertThat(data.versions()).isEmpty();
    assertThat(data.selectedProperty().get()).isNull();
  }

  @Test
  void aVersionWhoseEventsAreGoneSaysSo() throws IOException {
    aFileComesInWithTheGuessedRoles();
    DatasetVersion shown = data.selectedProperty().get();
    service.remove(shown.id());
    version.show(shown);
    assertThat(version.stateProperty().get()).isEqualTo(VersionViewModel.State.FAILED);
    assertThat(version.problemProperty().get()).contains("not there any more");
  }

  @Test
  void everyCheckAndFilterHasItsWordsInBothLanguages() throws IOException {
    aFileComesInWithTheGuessedRoles();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Texts spoken = new Texts(locale);
      QualityWords words = new QualityWords(spoken, new Numbers(locale));
      for (QualityLine line : version.checks()) {
        QualityLine said = words.line(line.check());
        assertThat(said.title()).isNotBlank();
        assertThat(said.sentence()).isNotBlank();
        assertThat(said.advice()).isNotBlank();
      }
    }
    assertThat(version.checks()).hasSizeGreaterThan(15);
  }

  private void open(String content) throws IOException {
    form.open(List.of(Files.writeString(folder.resolve("shop.csv"), content)));
  }

  private Map<String, Long> reasons() {
    return form.checkProperty().get().reasons().stream()
        .filter(reason -> reason.count() > 0)
        .collect(Collectors.toMap(r -> r.name(), r -> r.count()));
  }

  private QualityLine check(String id) {
    return version.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A row of a paged list: read now, there when it is asked again. */
  private static <T> T row(ObservableList<T> list, int index) {
    T first = list.get(index);
    return first == null ? list.get(index) : first;
  }

  private Optional<ColumnRole> role(String header) {
    return Optional.ofNullable(form.stateProperty().get().roles().get(header));
  }
}
