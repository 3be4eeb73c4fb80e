package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.ByteHunt;
import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A workspace is filled, encrypted, used, copied and decrypted again, with real workers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EncryptedWorkspaceTest {
  private static final String ID = "9f86d081884c7d659a2feaa0c55ad015";
  private static final String TITLE = "Lantern of the north";
  private static final String COLOUR = "verdigris-and-ochre";

  private Path folder;
  private Path workspace;
  private Path passphrase;
  private Path wrong;

  @BeforeAll
  void fill(@TempDir Path shared) throws IOException {
    folder = shared;
    workspace = folder.resolve("workspace");
    passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
    wrong = Files.writeString(folder.resolve("wrong"), "incorrect horse\n");
    importData("shop");
    run("one");
    assertThat(ByteHunt.in(workspace, ID)).isNotEmpty();
  }

  private void importData(String name) throws IOException {
    StringBuilder events = new StringBuilder("user,item,time,kind\n");
    StringBuilder items = new StringBuilder("item,title,colour\n");
    for (int user = 0; user < 40; user++) {
      for (int at = 0; at < 8; at++) {
        events.append(user == 7 ? ID : "user-of-the-shop-" + user);
        events.append(
            ",item-%d,%d,purchase\n".formatted((user + at * at) % 30, 1_500_000_000 + at));
      }
    }
    for (int item = 0; item < 30; item++) {
      items.append("item-%d,%s %d,%s\n".formatted(item, TITLE, item, COLOUR));
    }
    Path data = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(data.resolve("events.csv"), events);
    Path titles = Files.writeString(data.resolve("items.csv"), items);
    Path mapping =
        Files.writeString(
            data.resolve("mapping.yaml"), "items: {file: items.csv, id: item, title: title}\n");
    assertThat(titles).exists();
    open("import", file, "--dataset", name, "--mapping", mapping).done();
  }

  private Path run(String name) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name + ".yaml"),
            """
            dataset: shop
            prepare: {core: 1}
            split: {kind: leave-last-out}
            model: {kind: item-knn}
            training: {threads: 1}
            """);
    Path out = workspace.resolve("runs").resolve(name);
    open("run", file, "--out", out).done();
    return out;
  }

  /** With the passphrase. */
  private CommandRun open(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--passphrase-file", passphrase));
    return CommandRun.of(workspace, all.stream().map(Object::toString).toArray(String[]::new));
  }

  private CommandRun without(Object... arguments) {
    return CommandRun.of(
        workspace, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  private static void refused(CommandRun run, String sentence) {
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(sentence).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  private void nothingIsReadable() {
    for (String each : List.of(ID, TITLE, COLOUR, "user-of-the-shop", "horse battery")) {
      assertThat(ByteHunt.in(workspace, each)).as(each).isEmpty();
    }
  }

  private Map<String, byte[]> bytes() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(workspace)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(workspace.resolve("logs"))) {
          all.put(workspace.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  @Test
  @Order(1)
  void nothingOfItCanBeReadAfterwards() {
    Path plain = folder.resolve("plain.zip");
    without("backup", "--out", plain).done();
    assertThat(without("encrypt", "--new-passphrase-file", passphrase).done())
        .contains("is encrypted", "may not be encrypted", plain.toString());
    nothingIsReadable();
    assertThat(Files.exists(workspace.resolve("workspace.key"))).isTrue();
  }

  @Test
  @Order(2)
  void everythingIsThereWithThePassphrase() throws IOException {
    Path one = workspace.resolve("runs/one");
    assertThat(open("recommend", "--run", one, "--users", ID).done()).contains(ID + "\t1\titem-");
    assertThat(open("explain", "--run", one, "--user", ID).done()).contains(TITLE);
    assertThat(open("sql", "select count(*) from events").done()).contains("320");
    Path two = run("two");
    assertThat(open("compare", one, two).done()).contains("item-knn");
    Path report = folder.resolve("report.html");
    open("report", one, two, "--out", report).done();
    assertThat(report).content().contains("item-knn"); // outside: plain, by the analyst's will
    importData("again");
    nothingIsReadable();
  }

  @Test
  @Order(3)
  void withoutThePassphraseOneSentenceIsSaidAndNothingTouched() throws IOException {
    Map<String, byte[]> before = bytes();
    String missing = "is encrypted: name the file with its passphrase";
    Path one = workspace.resolve("runs/one");
    refused(without("recommend", "--run", one), missing);
    refused(without("explain", "--run", one, "--user", ID), missing);
    refused(without("compare", one, workspace.resolve("runs/two")), missing);
    refused(without("versions", "shop"), missing);
    refused(without("decrypt", "--passphrase-file", wrong), "not the passphrase");
    refused(
        without(
            "change-passphrase", "--passphrase-file", wrong, "--new-passphrase-file", passphrase),
        "not the passphrase");
    Map<String, byte[]> after = bytes();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  @Order(4)
  void aRunInsideIsFoundToBeEncryptedWithNoWorkspaceNamed() {
    Path elsewhere = folder.resolve("elsewhere");
    CommandRun run =
        CommandRun.of(elsewhere, "recommend", "--run", workspace.resolve("runs/one").toString());
    refused(run, "is encrypted");
  }

  @Test
  @Order(5)
  void aBackupIsEncryptedAndBecomesAWorkspaceAgain() throws IOException {
    Path backup = Files.createDirectories(folder.resolve("backups")).resolve("backup.zip");
    open("backup", "--out", backup).done();
    for (String each : List.of(ID, TITLE, COLOUR)) {
      assertThat(ByteHunt.in(backup.getParent(), each)).as(each).isEmpty();
    }
    Path copy = folder.resolve("copy");
    without("restore", backup, "--to", copy).done();
    CommandRun run =
        CommandRun.of(
            copy, "sql", "select count(*) from events", "--passphrase-file=" + passphrase);
    assertThat(run.done()).contains("320");
    refused(CommandRun.of(copy, "versions", "shop"), "is encrypted");
  }

  @Test
  @Order(6)
  void thePassphraseChangesAndTheOldOneIsWrongThen() throws IOException {
    Path fresh = Files.writeString(folder.resolve("fresh"), "another staple");
    Path weak = Files.writeString(folder.resolve("weak"), "short");
    refused(open("change-passphrase", "--new-passphrase-file", weak), "at least 8 characters");
    open("change-passphrase", "--new-passphrase-file", fresh).done();
    refused(open("versions", "shop"), "not the passphrase");
    passphrase = fresh;
  }

  @Test
  @Order(7)
  void aUserIsErasedInIt() {
    assertThat(open("erase-user", ID, "--yes").done()).contains("Erased: 16 events");
    Path one = workspace.resolve("runs/one");
    CommandRun run = open("recommend", "--run", one, "--users", ID);
    assertThat(run.code()).as(run.out()).isEqualTo(2);
  }

  @Test
  @Order(8)
  void decryptedItIsAPlainWorkspace() {
    open("decrypt").done();
    assertThat(workspace.resolve("workspace.key")).doesNotExist();
    assertThat(ByteHunt.in(workspace, TITLE)).isNotEmpty();
    assertThat(without("versions", "shop").done()).contains("shop");
    refused(without("decrypt"), "is not encrypted");
  }
}
