package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.dataset.privacy.KeyFile;
import io.aisle.core.dataset.privacy.Pseudonyms;
import io.aisle.domain.InputException;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.data.Unjoined;
import io.aisle.store.Knowledge;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import has dropped or replaced does not come in clear with what is appended to it. */
@Beside
class AppendedPrivacyTest extends DatasetStore {
  private static final String SECRET = "example.org";

  private Pseudonyms pseudonyms;

  @BeforeEach
  void importTheFirst() throws IOException {
    Path key = file("my.key", "a secret of the analyst");
    pseudonyms = new Pseudonyms(KeyFile.read(key));
    file("users.csv", "id,email,town\nann@example.org,x@example.org,Rome\n");
    Path mapping =
        file(
            "mapping.yaml",
            """
            columns: {user: user, item: item, time: time, session: phone}
            privacy: {user: hash, phone: drop, email: drop}
            users: {file: users.csv, id: id}
            """);
    Path events =
        file(
            "a.csv",
            """
            user,item,time,phone
            ann@example.org,a,1600000000,13812345678
            bob@example.org,b,1600000001,13912345678
            """);
    service.importFiles(
        ImportPlan.of("shop", List.of(events), MappingReader.readFile(mapping))
            .withKey(Optional.of(key)),
        new TestControl());
  }

  private long newest() {
    return service.require("shop").id();
  }

  private AppendPlan plan(Optional<String> mapping, Path... files) throws IOException {
    Optional<MappingFile> read =
        mapping.isEmpty()
            ? Optional.empty()
            : Optional.of(MappingReader.readFile(file("further.yaml", mapping.get())));
    return new AppendPlan(newest(), List.of(files), read, false);
  }

  private List<String> users() {
    return service.load(newest(), new TestControl()).catalogue().users();
  }

  private void append(AppendPlan plan) {
    var unused = service.append(plan, new TestControl());
  }

  /** The events of the version, those of another file with other names, and what was refused. */
  private Path further() throws IOException {
    return file(
        "b.csv",
        """
        customer,item,time,tel
        bob@example.org,c,1600000009,13812345678
        cid@example.org,c,1600000010,13912345678
        cid@example.org,c,never,13912345678
        """);
  }

  @Test
  void aMappingThatSaysNothingOfThemBringsThePseudonymsOfTheVersion() throws IOException {
    append(
        plan(
            Optional.of("columns: {user: customer, item: item, time: time, session: tel}\n"),
            further()));
    assertThat(users())
        .containsExactly(
            pseudonyms.of("ann@example.org"),
            pseudonyms.of("bob@example.org"),
            pseudonyms.of("cid@example.org"));
    assertThat(service.rows().events(newest(), 1, 9))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.session()).isNull());
    assertThat(service.rows().refusals(newest(), null, 1, 9))
        .extracting(Refusal::rawLine)
        .singleElement()
        .asString()
        .contains("never\t***")
        .doesNotContain(SECRET);
  }

  @Test
  void whatIsAppendedLaterAsBeforeHasThemToo() throws IOException {
    append(plan(Optional.of("columns: {user: customer, item: item, time: time}\n"), further()));
    append(
        plan(
            Optional.empty(), file("c.csv", "customer,item,time\ndan@example.org,d,1600000020\n")));
    assertThat(users()).hasSize(4).contains(pseudonyms.of("dan@example.org"));
    append(plan(Optional.empty(), file("u.csv", "customer,email,age\ndan@example.org,d@d.de,3\n")));
    assertThat(service.attributes(newest()).users())
        .containsEntry(pseudonyms.of("dan@example.org"), Map.of("age", "3"));
  }

  @Test
  void filesWithoutEventsAreJoinedByThePseudonyms() throws IOException {
    file("more.csv", "id,email,age\nann@example.org,y@example.org,30\neve@example.org,,31\n");
    append(plan(Optional.of("users: {file: more.csv, id: id}\n")));
    assertThat(service.attributes(newest()).users())
        .containsEntry(pseudonyms.of("ann@example.org"), Map.of("town", "Rome", "age", "30"));
    assertThat(new Knowledge(database).unjoined(newest()))
        .flatExtracting(Unjoined::examples)
        .contains(pseudonyms.of("eve@example.org"))
        .noneMatch(each -> each.contains(SECRET));
    assertThat(service.plan(newest()).plan()).contains("phone").contains("session");
  }

  @Test
  void whatIsSaidCounts() throws IOException {
    Path users = file("more.csv", "id,email,age\nann@example.org,y@example.org,30\n");
    append(plan(Optional.of("users: {file: more.csv, id: id}\nprivacy: {email: keep}\n")));
    assertThat(service.attributes(newest()).users().values())
        .contains(Map.of("town", "Rome", "age", "30", "email", "y@example.org"));
    Files.writeString(users, "user,email,town\nann@example.org,z@example.org,Oslo\n");
    append(plan(Optional.empty(), users).withPrivacy(Map.of("email", Treatment.HASH)));
    assertThat(service.attributes(newest()).users().values())
        .contains(Map.of("town", "Oslo", "age", "30", "email", pseudonyms.of("z@example.org")));
  }

  @Test
  void aSlipOfThePenIsRefused() throws IOException {
    AppendPlan plan = plan(Optional.of("privacy: {e-mail: drop}\n"), further());
    assertThatThrownBy(() -> append(plan))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"e-mail\"");
    assertThat(service.versions()).hasSize(1);
  }

  @Test
  void theColumnsThatLookPersonalAreFoundWithWhatWasDoneBefore() throws IOException {
    Path users = file("more.csv", "user,email,contact_mail\nann@example.org,y@b.org,z@b.org\n");
    AppendedColumns found = service.personal(plan(Optional.empty(), users));
    assertThat(found.personal())
        .extracting(PersonalColumn::column)
        .containsExactly("email", "contact_mail");
    assertThat(found.privacy())
        .containsOnly(Map.entry("user", Treatment.HASH), Map.entry("email", Treatment.DROP));
    AppendedColumns events =
        service.personal(
            plan(
                Optional.of("columns: {user: customer, item: item, time: time, session: tel}\n"),
                further()));
    assertThat(events.personal()).extracting(PersonalColumn::column).containsExactly("tel");
    assertThat(events.privacy())
        .containsOnly(Map.entry("customer", Treatment.HASH), Map.entry("tel", Treatment.DROP));
  }
}
