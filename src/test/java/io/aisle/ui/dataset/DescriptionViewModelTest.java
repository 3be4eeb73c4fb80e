package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.dataset.MappingWriter;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From files that hold no events to a version that has what they say, over a real store. */
class DescriptionViewModelTest extends DatasetStore {
  private static final String EVENTS =
      "user,item,rating,time\na,p1,5,2020-01-01\nb,p2,4,2020-01-02\nc,p1,3,2020-01-03\n";
  private static final String ITEMS = "item,title,category\np1,Lamp,Light\np9,Desk,Office\n";

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private DataViewModel data;
  private ImportViewModel form;
  private DescriptionViewModel model;
  private MappingFile written;

  @BeforeEach
  void open() {
    Background background = new Background(runner, Runnable::run, notices);
    Changes changes = new Changes();
    data = new DataViewModel(service, background, notices, changes, texts);
    form = new ImportViewModel(service, background, data::importPlan, texts, numbers);
    model =
        new DescriptionViewModel(
            service,
            form,
            background,
            data::importPlan,
            data::append,
            (said, to) -> written = said,
            texts);
    changes.onDatasets(data::refresh);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private String toldOfPropertiesOf(String item) throws IOException {
    file("p.csv", "item,property,value,time\n%s,size,3,2024-05-06\n".formatted(item));
    String yaml =
        "properties: {files: [p.csv], item: item, property: property, value: value, time: time}\n";
    data.importPlan(
        ImportPlan.of(
            "shop",
            List.of(file("shop.csv", EVENTS)),
            MappingReader.readFile(file("mapping.yaml", yaml))));
    return notices.newestProperty().get().sentence();
  }

  @Test
  void ofPropertiesThatDescribeNoItemNothingIsSaid() throws IOException {
    assertThat(toldOfPropertiesOf("p7")).contains("3 of 3 rows").doesNotContain("roperties");
    assertThat(toldOfPropertiesOf("p1")).contains("Properties of 1 items", "2024-05-06");
  }

  private void importEvents() throws IOException {
    form.open(List.of(file("shop.csv", EVENTS)));
    form.start();
    assertThat(data.selectedProperty().get().events()).isEqualTo(3);
  }

  @Test
  void aCatalogueIsAddedToTheDataSetWithItsIds() throws IOException {
    importEvents();
    form.open(List.of(file("items.csv", ITEMS)));
    assertThat(form.fileProperty().get()).isNull();
    assertThat(model.sentenceProperty().get()).startsWith("There are no events").contains("items");
    assertThat(model.filesProperty().get())
        .extracting(DescribedLine::title, DescribedLine::columns)
        .containsExactly(tuple("items.csv: items", "Columns: item · title · category"));
    assertThat(model.joinsProperty().get()).hasSize(1);
    assertThat(model.chosenProperty().get().count()).isEqualTo("1 of 2 ids are there");
    model.append();
    assertThat(form.filesProperty().get()).isEmpty();
    DatasetVersion made = data.selectedProperty().get();
    assertThat(made.version()).isEqualTo(2);
    assertThat(service.rows().items(made.id(), 1, 1).getFirst().title()).isEqualTo("Lamp");
    assertThat(notices.newestProperty().get().sentence()).contains("now has 3 users, 2 items");
  }

  @Test
  void noneIsProposedWhereTwoDataSetsHaveTheIdsAlike() throws IOException {
    importEvents();
    form.open(List.of(file("other.csv", EVENTS)));
    form.start();
    form.open(List.of(file("items.csv", ITEMS)));
    assertThat(model.joinsProperty().get()).hasSize(2);
    assertThat(model.chosenProperty().get()).isNull();
  }

  @Test
  void ofVersionsThatHaveTheIdsAlikeTheNewestIsProposed() throws IOException {
    importEvents();
    var unused =
        service.append(
            new AppendPlan(
                service.require("shop").id(),
                List.of(file("more.csv", EVENTS.replace("2020", "2021"))),
                Optional.empty(),
                false),
            new TestControl());
    form.open(List.of(file("items.csv", ITEMS)));
    assertThat(model.joinsProperty().get())
        .extracting(JoinLine::count)
        .containsExactly("1 of 2 ids are there", "1 of 2 ids are there");
    assertThat(model.chosenProperty().get().version().version()).isEqualTo(2);
  }

  @Test
  void aCatalogueBeginsADataSetOfItsOwn() throws IOException {
    form.open(List.of(file("items.csv", ITEMS)));
    assertThat(model.joinsProperty().get()).isEmpty();
    assertThat(model.aloneProperty().get()).isTrue();
    assertThat(model.nameProperty().get()).isEqualTo("items");
    model.nameProperty().set("../x");
    assertThat(model.nameErrorProperty().get()).contains("../x");
    model.importAlone();
    assertThat(data.versions()).isEmpty();
    model.nameProperty().set("catalogue");
    model.importAlone();
    assertThat(data.selectedProperty().get().items()).isEqualTo(2);
  }

  @Test
  void aFolderOfDescriptionsIsNamedAsTheFolder() throws IOException {
    Path shop = Files.createDirectory(folder.resolve("my shop"));
    Files.writeString(shop.resolve("items.csv"), ITEMS);
    Files.writeString(shop.resolve("grades.csv"), "query,item,grade\nlamp,p1,3\n");
    Files.writeString(shop.resolve("notes.csv"), "date,remark\n2020-01-01,nothing\n");
    form.open(List.of(shop));
    assertThat(model.nameProperty().get()).isEqualTo("my shop");
    assertThat(form.files().leftProperty().get()).containsExactly(shop.resolve("notes.csv"));
    model.importAlone();
    assertThat(data.selectedProperty().get().judgements()).isEqualTo(1);
  }

  @Test
  void theMappingFileOfADescriptionIsObeyed() throws IOException {
    form.open(
        List.of(
            file("items.csv", "item,title,seller_email\np1,Lamp,ann@example.org\n"),
            file("grades.csv", "query,item,grade\nlamp,p1,3\n")));
    model.treat("seller_email", Treatment.DROP);
    model.save(folder.resolve("m.yaml"));
    MappingFile read = MappingReader.parse(MappingWriter.write(written), folder.resolve("m.yaml"));
    assertThat(read.mapping().privacy()).containsOnly(Map.entry("seller_email", Treatment.DROP));
    service.importFiles(ImportPlan.of("said", read.files(), read), new TestControl());
    DatasetVersion made = service.require("said");
    assertThat(made.judgements()).isEqualTo(1);
    assertThat(service.rows().items(made.id(), 1, 1).getFirst().attributes()).isEmpty();
  }

  @Test
  void usersNeedADataSetAndTheirMailIsLeftOut() throws IOException {
    importEvents();
    form.open(List.of(file("users.csv", "user,email,age\na,ann@example.org,30\n")));
    assertThat(model.aloneProperty().get()).isFalse();
    assertThat(model.personalProperty().get())
        .extracting(PersonalColumn::column)
        .containsExactly("email");
    model.treat("email", Treatment.DROP);
    model.append();
    assertThat(service.attributes(data.selectedProperty().get().id()).users())
        .containsExactly(Map.entry("a", Map.of("age", "30")));
  }

  @Test
  void whatTheChosenVersionHasOfAColumnIsChosenWithIt() throws IOException {
    importEvents();
    form.open(List.of(file("users.csv", "user,email,age\na,ann@example.org,30\n")));
    model.treat("email", Treatment.HASH);
    model.append();
    form.open(List.of(file("more.csv", "user,email,work_mail\nb,b@b.org,c@b.org\n")));
    JoinLine to = model.chosenProperty().get();
    assertThat(to).isNotNull();
    assertThat(model.privacyProperty().get())
        .isEqualTo(Map.of("email", Treatment.HASH, "work_mail", Treatment.KEEP));
    model.treat("work_mail", Treatment.DROP);
    model.chosenProperty().set(null);
    assertThat(model.privacyProperty().get()).isEqualTo(Map.of("work_mail", Treatment.DROP));
    model.chosenProperty().set(to);
    model.append();
    assertThat(service.attributes(data.selectedProperty().get().id()).users().get("b"))
        .containsOnlyKeys("email")
        .doesNotContainValue("b@b.org");
  }

  @Test
  void whatWasTakenForADescriptionIsSetUpAsEvents() throws IOException {
    form.open(List.of(file("log.csv", "product,title,who\np1,Lamp,a\n")));
    assertThat(form.files().describingProperty().getValue()).isTrue();
    model.takeAsEvents();
    assertThat(form.files().describingProperty().getValue()).isFalse();
    assertThat(form.fileProperty().get()).isNotNull();
    assertThat(form.errorsProperty().get()).containsKey(ImportField.USER);
    assertThat(model.filesProperty().get()).isEmpty();
  }

  @Test
  void personalColumnsBesideTheEventsAreChosenWithThoseOfTheEvents() throws IOException {
    Path events = file("shop.csv", EVENTS);
    Path users = file("users.csv", "user,email,age\na,ann@example.org,30\nb,bob@example.org,4\n");
    Path items = file("items.csv", "item,title,seller_phone\np1,Lamp,+49 30 1234567\n");
    form.open(List.of(events, users, items));
    assertThat(form.personalProperty().get())
        .extracting(PersonalColumn::file, PersonalColumn::column)
        .containsExactlyInAnyOrder(tuple("users.csv", "email"), tuple("items.csv", "seller_phone"));
    form.change(state -> state.withTreatment("email", Treatment.HASH));
    form.change(state -> state.withTreatment("seller_phone", Treatment.DROP));
    assertThat(form.mapping().mapping().privacy())
        .containsOnly(
            Map.entry("email", Treatment.HASH), Map.entry("seller_phone", Treatment.DROP));
    form.change(state -> state.withItems(Optional.empty()));
    assertThat(form.mapping().mapping().privacy()).containsOnlyKeys("email");
    form.undo();
    form.start();
    DatasetVersion made = data.selectedProperty().get();
    assertThat(service.attributes(made.id()).users().get("a").get("email"))
        .hasSize(32)
        .doesNotContain("@");
    assertThat(service.rows().items(made.id(), 1, 1).getFirst().attributes()).isEmpty();
  }

  @Test
  void whatIsChosenForThemOutlivesAnotherLookAtTheEvents() throws IOException {
    Path users = file("users.csv", "user,email,age\na,ann@example.org,30\nb,bob@example.org,4\n");
    form.open(List.of(file("shop.csv", EVENTS), users));
    form.change(state -> state.withTreatment("email", Treatment.DROP));
    form.form(each -> each.withQuote('\''));
    assertThat(form.mapping().mapping().privacy()).containsOnlyKeys("email");
    Files.delete(users); // nobody can say any more whether the column is there
    form.undo();
    assertThat(form.mapping().mapping().privacy()).containsOnlyKeys("email");
  }
}
