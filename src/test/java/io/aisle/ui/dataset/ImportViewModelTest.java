package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Samples;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.store.Database;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a data set and its refused rows, over a real store. */
class ImportViewModelTest {
  @TempDir Path folder;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private Database database;
  private DataViewModel data;
  private ImportViewModel form;
  private VersionViewModel version;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("store"));
    DatasetService service = new DatasetService(database, folder.resolve("snapshots"));
    Background background = new Background(runner, Runnable::run, notices);
    data = new DataViewModel(service, new Samples(folder), background, notices, texts);
    form = new ImportViewModel(service, background, data::importPlan, texts);
    version = new VersionViewModel(service, background, texts, new Numbers(Locale.ENGLISH));
    data.selectedProperty().subscribe(version::show);
  }

  @AfterEach
  void close() {
    runner.close();
    database.close();
  }

  @Test
  void aFileComesInWithTheGuessedRoles() throws IOException {
    form.open(
        file("user,item,rating,time\nu1,a,4.5,1300000000\nu2,b,3,1300000060\nu1,b,x,1300000120\n"));
    assertThat(notices.newestProperty().get()).isNull();
    assertThat(role("user")).contains(ColumnRole.USER);
    assertThat(role("item")).contains(ColumnRole.ITEM);
    assertThat(form.errorProperty().get()).isEmpty();
    form.datasetProperty().set("shop");
    form.start();
    DatasetVersion shown = data.selectedProperty().get();
    assertThat(shown.dataset()).isEqualTo("shop");
    assertThat(shown.events()).isEqualTo(2);
    assertThat(form.fileProperty().get()).isNull();
    assertThat(notices.newestProperty().get().sentence()).contains("2 of 3 rows");
  }

  @Test
  void theRefusedRowsOfAReasonAreShownWithTheirLine() throws IOException {
    aFileComesInWithTheGuessedRoles();
    ReasonLine reason =
        version.reasons().stream()
            .filter(line -> line.reason().equals("bad-number"))
            .findFirst()
            .orElseThrow();
    assertThat(reason.words()).isEqualTo("not a number");
    version.reasonProperty().set(reason);
    var rows = version.refusalsProperty().get();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).isNull(); // read now, there when it is asked again
    assertThat(rows.get(0).row()).isEqualTo(4);
    assertThat(rows.get(0).rawLine()).isEqualTo("u1,b,x,1300000120");
  }

  @Test
  void aFormWithoutAnItemColumnCannotStart() throws IOException {
    form.open(file("user,item\nu1,a\n"));
    choice("item").roleProperty().set(Optional.empty());
    assertThat(form.errorProperty().get()).contains("one the item");
    form.start();
    data.refresh();
    assertThat(data.versions()).isEmpty();
  }

  @Test
  void twoColumnsCannotHaveOneRole() throws IOException {
    form.open(file("user,item,other\nu1,a,z\n"));
    choice("other").roleProperty().set(Optional.of(ColumnRole.ITEM));
    assertThat(form.errorProperty().get()).contains("item and other").contains("Item");
  }

  @Test
  void aFileThatIsNoneIsToldInASentence() {
    form.open(folder.resolve("missing.csv"));
    assertThat(notices.newestProperty().get().sentence()).contains("missing.csv");
    assertThat(form.fileProperty().get()).isNull();
  }

  @Test
  void aRemovedVersionIsGoneFromTheList() throws IOException {
    aFileComesInWithTheGuessedRoles();
    data.remove(data.selectedProperty().get());
    assertThat(data.versions()).isEmpty();
    assertThat(data.selectedProperty().get()).isNull();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("shop.csv"), content);
  }

  private ColumnChoice choice(String header) {
    return form.columns().stream()
        .filter(each -> each.header().equals(header))
        .findFirst()
        .orElseThrow();
  }

  private Optional<ColumnRole> role(String header) {
    return choice(header).roleProperty().get();
  }
}
