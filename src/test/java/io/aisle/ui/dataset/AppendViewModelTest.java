package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are appended are asked about where columns look personal, and only there. */
class AppendViewModelTest extends DatasetStore {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private AppendViewModel model;
  private DatasetVersion first;

  @BeforeEach
  void open() throws IOException {
    Background background = new Background(runner, Runnable::run, notices);
    DataViewModel data = new DataViewModel(service, background, notices, new Changes(), texts);
    model = new AppendViewModel(service, data::append, background, texts);
    Path events = file("shop.csv", "user,item,time\nann,a,1300000000\nbob,b,1300000060\n");
    file("users.csv", "user,email,phone\nann,ann@example.org,+49 30 1234567\n");
    Path mapping =
        file("m.yaml", "users: {file: users.csv, id: user}\nprivacy: {email: hash, phone: drop}\n");
    service.importFiles(
        ImportPlan.of("shop", List.of(events), MappingReader.readFile(mapping)), new TestControl());
    first = service.require("shop");
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private Path users() throws IOException {
    return file(
        "more.csv",
        "user,email,phone,work_mail\nbob,bob@example.org,+49 30 7654321,bob@work.org\n");
  }

  @Test
  void whatTheVersionHasIsChosenAtFirst() throws IOException {
    model.choose(first, List.of(users()));
    assertThat(model.titleProperty().get()).isEqualTo("Append more.csv to shop, version 1");
    assertThat(model.personalProperty().get())
        .extracting(PersonalColumn::column)
        .containsExactly("email", "phone", "work_mail");
    assertThat(model.privacyProperty().get())
        .isEqualTo(
            Map.of("email", Treatment.HASH, "phone", Treatment.DROP, "work_mail", Treatment.KEEP));
    assertThat(service.versions()).hasSize(1);
    model.treat("work_mail", Treatment.DROP);
    model.treat("phone", Treatment.KEEP);
    model.start();
    assertThat(model.personalProperty().get()).isEmpty();
    Map<String, String> bob = service.attributes(service.require("shop").id()).users().get("bob");
    assertThat(bob).containsOnlyKeys("email", "phone").containsEntry("phone", "+49 30 7654321");
    assertThat(bob.get("email")).hasSize(32).doesNotContain("@");
  }

  @Test
  void nothingIsAskedOfFilesWithoutPersonalColumns() throws IOException {
    model.choose(first, List.of(file("more.csv", "user,item,time\nbob,a,1300000120\n")));
    assertThat(model.personalProperty().get()).isEmpty();
    assertThat(service.require("shop").version()).isEqualTo(2);
  }

  @Test
  void whatIsCancelledIsForgotten() throws IOException {
    model.choose(first, List.of(users()));
    model.treat("work_mail", Treatment.DROP);
    model.cancel();
    model.start();
    assertThat(service.versions()).hasSize(1);
    model.choose(first, List.of(users()));
    assertThat(model.privacyProperty().get()).containsEntry("work_mail", Treatment.KEEP);
  }

  @Test
  void aFileThatCannotBeReadIsToldByTheJob() {
    model.choose(first, List.of(folder.resolve("gone.csv")));
    assertThat(model.personalProperty().get()).isEmpty();
    assertThat(service.versions()).hasSize(1);
    assertThat(notices.newestProperty().get().sentence()).contains("gone.csv");
  }
}
