package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.dataset.privacy.KeyFile;
import io.aisle.core.dataset.privacy.Pseudonyms;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.Refusal;
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

/** Imports that drop personal columns or replace them. */
@Beside
class ImportPrivacyTest extends DatasetStore {
  private static final String MAPPING =
      """
      columns: {user: user, item: item, time: time, session: phone}
      privacy: {user: hash, phone: drop, email: drop, seller: hash}
      rules:
        - {reason: free, column: price, atMost: 0}
        - {reason: twice, duplicate: true}
      users: {file: users.csv, id: id}
      items: {file: items.csv, id: item, attributes: more}
      """;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        """
        user,item,time,price,phone
        ann@example.org,a,1600000000,1,13812345678
        bob@example.org,b,1600000001,2,13912345678
        ann@example.org,b,1600000002,0,13812345678
        ann@example.org,b
        ann@example.org,a,never,1,13812345678
        """);
    Files.writeString(
        folder.resolve("users.csv"),
        "id,email,town\nann@example.org,x@example.org,Rome\nbob@example.org,y@example.org,Oslo\n");
    Files.writeString(
        folder.resolve("items.csv"),
        "item,seller,more\n"
            + "a,Carl Cox,\"{\"\"email\"\":\"\"z@example.org\"\",\"\"size\"\":\"\"M\"\"}\"\n");
    Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
  }

  private ImportPlan plan() {
    MappingFile mapping = MappingReader.readFile(folder.resolve("mapping.yaml"));
    return ImportPlan.of("shop", List.of(folder.resolve("a.csv")), mapping);
  }

  private DatasetVersion imported(ImportPlan plan) {
    ImportSummary summary = service.importFiles(plan, new TestControl());
    assertThat(summary.taken()).isEqualTo(2);
    return service.require("shop");
  }

  @Test
  void usersGetPseudonymsThatJoinAllFilesAndVersions() {
    DatasetVersion version = imported(plan());
    byte[] key = KeyFile.read(folder.resolve("keys").resolve("pseudonyms.key"));
    String ann = new Pseudonyms(key).of("ann@example.org");
    assertThat(service.load(version.id(), new TestControl()).catalogue().users().getFirst())
        .isEqualTo(ann)
        .hasSize(32);
    assertThat(service.attributes(version.id()).users().get(ann)).isEqualTo(Map.of("town", "Rome"));
    DatasetVersion again = imported(plan());
    assertThat(again.version()).isEqualTo(2);
    assertThat(again.fingerprint()).isEqualTo(version.fingerprint());
    ItemRow item = service.rows().items(version.id(), 1, 1).getFirst();
    assertThat(item.attributes())
        .containsEntry("size", "M")
        .containsEntry("seller", new Pseudonyms(key).of("Carl Cox"))
        .doesNotContainKey("email");
  }

  @Test
  void refusedRowsKeepNothingOfThem() {
    DatasetVersion version = imported(plan());
    List<Refusal> refused = service.rows().refusals(version.id(), null, 1, 10);
    assertThat(refused)
        .extracting(Refusal::reason)
        .containsExactly("free", "short-row", "bad-time");
    assertThat(refused.getFirst().rawLine()).contains("\tb\t1600000002\t0\t***");
    assertThat(refused.get(1).rawLine()).isEqualTo("***");
    assertThat(refused)
        .allSatisfy(
            row -> assertThat(row.rawLine()).doesNotContain("example.org").doesNotContain("138"));
    assertThat(service.check(plan(), new TestControl()).refusals())
        .allSatisfy(row -> assertThat(row.rawLine()).doesNotContain("example.org"));
  }

  @Test
  void theAnalystsKeyIsUsedAndNowhereStored() throws IOException {
    Path key = Files.writeString(folder.resolve("my.key"), "a secret of the analyst\n");
    DatasetVersion version = imported(plan().withKey(Optional.of(key)));
    assertThat(service.load(version.id(), new TestControl()).catalogue().users())
        .contains(new Pseudonyms(KeyFile.read(key)).of("bob@example.org"));
    assertThat(folder.resolve("keys")).doesNotExist();
    assertThat(MappingWriter.write(plan(), plan().mapping())).doesNotContain("secret");
  }

  @Test
  void aMappingKeepsTheTreatments() {
    MappingFile read =
        MappingReader.parse(MappingWriter.write(plan(), plan().mapping()), Path.of("m.yaml"));
    assertThat(read.mapping().privacy()).isEqualTo(plan().mapping().privacy()).hasSize(4);
  }

  @Test
  void whatCannotBeIsRefused() throws IOException {
    change("phone: drop", "fone: drop");
    assertThatThrownBy(() -> imported(plan()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"fone\"");
    change("fone: drop", "time: hash");
    assertThatThrownBy(() -> imported(plan()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("which a hash cannot be");
    change("time: hash, email: drop", "item: drop");
    assertThatThrownBy(() -> imported(plan()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("which every event needs");
    assertThat(service.versions()).isEmpty();
  }

  private void change(String what, String into) throws IOException {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(file, Files.readString(file).replace(what, into));
  }

  @Test
  void personalColumnsOfAllFilesAreFound() {
    assertThat(service.personal(plan()))
        .extracting(each -> each.file() + ":" + each.column())
        .contains("a.csv:user", "a.csv:phone", "users.csv:id", "users.csv:email");
  }

  @Test
  void nothingOfTheSamplesLooksPersonal() {
    assertThat(new Samples(Path.of("")).list())
        .hasSizeGreaterThan(3)
        .allSatisfy(sample -> assertThat(service.personal(sample.plan())).isEmpty());
  }
}
