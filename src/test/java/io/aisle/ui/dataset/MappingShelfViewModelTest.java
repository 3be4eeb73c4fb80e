package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.settings.KeptMappings;
import io.aisle.testkit.DatasetStore;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was chosen for an import is kept, offered again, read from files and written to them. */
class MappingShelfViewModelTest extends DatasetStore {
  private static final String SHOP =
      "user,item,rating,time\nu1,a,4.5,1300000000\nu2,b,3,1300000060\nu1,b,x,1300000120\n";

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private ImportViewModel form;
  private MappingShelfViewModel shelf;

  @BeforeEach
  void open() {
    Background background = new Background(runner, Runnable::run, notices);
    form = new ImportViewModel(service, background, plan -> {}, texts, new Numbers(Locale.ENGLISH));
    shelf = shelf();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void aKeptMappingIsOfferedForAFileOfTheSameShapeAndTakenBack() throws IOException {
    open(SHOP);
    assertThat(shelf.fittingProperty().get()).isEmpty();
    form.change(state -> state.withRole("rating", Optional.empty()).withKind(EventKind.CLICK));
    shelf.keep("clicks");
    form.cancel();
    assertThat(shelf.fittingProperty().get()).isEmpty();
    shelf = shelf(); // as after a new start
    open("time,item,user,rating\n1300000000,a,u1,2\n");
    assertThat(shelf.fittingProperty().get()).hasSize(1);
    ImportState guessed = form.stateProperty().get();
    shelf.use(shelf.fittingProperty().get().getFirst());
    assertThat(role("rating")).isEmpty();
    assertThat(role("item")).contains(ColumnRole.ITEM);
    assertThat(form.stateProperty().get().kind()).isEqualTo(EventKind.CLICK);
    form.undo();
    assertThat(form.stateProperty().get()).isEqualTo(guessed);
    open("time,item,user\n1300000000,a,u1\n");
    assertThat(shelf.fittingProperty().get()).isEmpty();
  }

  @Test
  void aMappingFileIsTakenUpWithItsRules() throws IOException {
    open(SHOP);
    Path yaml = folder.resolve("m.yaml");
    Files.writeString(
        yaml,
        "columns: {user: item, item: user}\n"
            + "rules:\n"
            + "  - {reason: low, column: rating, atMost: 3}\n");
    shelf.load(yaml);
    assertThat(role("user")).contains(ColumnRole.ITEM);
    assertThat(reasons()).containsEntry("low", 1L);
    form.change(state -> state.withRule("low", false));
    assertThat(reasons()).doesNotContainKey("low");
    shelf.load(Files.writeString(yaml, "colums: {}\n"));
    assertThat(notices.newestProperty().get().sentence()).contains("colums");
  }

  @Test
  void anotherEncodingReadsOtherHeadersAndCanBeTakenBack() throws IOException {
    Path file = folder.resolve("gb.csv");
    Files.write(file, "user,item,\u540d\u79f0\nu,a,\u676f\u5b50\n".getBytes("GB18030"));
    form.open(List.of(file));
    assertThat(form.headers()).contains("\u540d\u79f0");
    form.form(now -> now.withEncoding(Charset.forName("windows-1252")));
    assertThat(form.headers()).doesNotContain("\u540d\u79f0");
    form.undo();
    assertThat(form.headers()).contains("\u540d\u79f0");
  }

  @Test
  void filesThatAreDroppedTogetherAreSorted() throws IOException {
    Path one = Files.writeString(folder.resolve("one.csv"), SHOP);
    Path two = Files.writeString(folder.resolve("two.csv"), SHOP);
    Path goods = Files.writeString(folder.resolve("goods.csv"), "item,title\na,The A\n");
    Path other = Files.writeString(folder.resolve("readme.md"), "Read me.\n");
    form.open(List.of(goods, other, one, two));
    assertThat(form.filesProperty().get()).containsExactly(one, two);
    assertThat(form.files().leftProperty().get()).containsExactly(other);
    assertThat(form.stateProperty().get().items().orElseThrow().file()).isEqualTo(goods);
    assertThat(form.checkProperty().get().read()).isEqualTo(6);
    assertThat(form.checkProperty().get().named()).isEqualTo(1);
    Path third = Files.writeString(folder.resolve("x.csv"), "user,item,colour\nu,a,red\n");
    form.open(List.of(one, third));
    assertThat(form.problemProperty().get()).contains("several kinds of events");
  }

  @Test
  void theSavedMappingImportsTheSame() throws IOException {
    open(SHOP);
    form.change(state -> state.withRole("time", Optional.empty()));
    Path saved = folder.resolve("mapping.yaml");
    shelf.save(saved);
    var read = MappingReader.readFile(saved).mapping();
    assertThat(read.columns()).doesNotContainKey(ColumnRole.TIME).hasSize(3);
    assertThat(notices.newestProperty().get().sentence()).contains("mapping.yaml");
  }

  @Test
  void aMappingFileBringsItsFurtherFilesAndItsLicence() throws IOException {
    open(SHOP);
    Files.writeString(folder.resolve("people.csv"), "who,age\nu1,30\nu2,4\n");
    Files.writeString(folder.resolve("facts.csv"), "a,relation,b\na,likes,b\n");
    Path yaml = folder.resolve("m.yaml");
    Files.writeString(
        yaml,
        """
        users: {file: people.csv, id: who}
        triples: {file: facts.csv, head: a, relation: relation, tail: b}
        licence: not for others
        """);
    shelf.load(yaml);
    assertThat(form.problemProperty().get()).isEmpty();
    assertThat(form.beside()).extracting(Path::getFileName).hasToString("[facts.csv, people.csv]");
    form.form(each -> each.withQuote('\''));
    MappingFile said = form.mapping();
    assertThat(said.users().orElseThrow().id()).isEqualTo("who");
    assertThat(said.further().triples().orElseThrow().head()).isEqualTo("a");
    assertThat(said.licence()).isEqualTo("not for others");
    shelf.keep("with people");
    form.undo();
    form.undo();
    assertThat(form.beside()).isEmpty();
    shelf.use(shelf.fittingProperty().get().getFirst());
    assertThat(form.beside()).as("those belong to the file that was kept").isEmpty();
  }

  private MappingShelfViewModel shelf() {
    return new MappingShelfViewModel(
        new SettingsFile<>(folder.resolve("mappings.json"), KeptMappings.class, KeptMappings.NONE),
        form,
        new Background(runner, Runnable::run, notices),
        notices,
        texts);
  }

  private void open(String content) throws IOException {
    form.open(List.of(Files.writeString(folder.resolve("shop.csv"), content)));
  }

  private Map<String, Long> reasons() {
    return form.checkProperty().get().reasons().stream()
        .filter(reason -> reason.count() > 0)
        .collect(Collectors.toMap(CheckView.Reason::name, CheckView.Reason::count));
  }

  private Optional<ColumnRole> role(String header) {
    return Optional.ofNullable(form.stateProperty().get().roles().get(header));
  }
}
