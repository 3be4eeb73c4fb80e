package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal columns, licences and {@code aisle erase-user} from the command line. */
class PrivacyCommandsTest {
  @TempDir Path folder;

  private CommandRun run(String... line) {
    return CommandRun.of(folder.resolve("workspace"), line);
  }

  @Test
  void rowsOfRestrictedDataNeedAWordToLeave() throws IOException {
    Path mapping =
        Files.writeString(
            folder.resolve("nc.yaml"), "licence: CC BY-NC 4.0\nprivacy: {mail: drop}\n");
    Path file =
        Files.writeString(
            folder.resolve("films.csv"),
            "user,item,time,mail,phone\nu1,a,1600000000,x@example.org,13812345678\n");
    CommandRun imported =
        run("import", file.toString(), "--dataset", "films", "--mapping", mapping.toString());
    assertThat(imported.done()).contains("personal: mail was dropped");
    assertThat(imported.err()).contains("column phone", "1***").doesNotContain("13812345678");
    String[] query = {
      "sql",
      "select * from events",
      "--dataset",
      "films",
      "--out",
      folder.resolve("films-out.csv").toString()
    };
    CommandRun refused = run(query);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--accept-licence");
    assertThat(folder.resolve("films-out.csv")).doesNotExist();
    var unused =
        run(Stream.concat(Arrays.stream(query), Stream.of("--accept-licence"))
                .toArray(String[]::new))
            .done();
    assertThat(folder.resolve("films-out.csv")).exists();
    assertThat(run("sql", "select item_id from events", "--dataset", "films").err())
        .contains("the licence of films restricts");
    run("backup", "--out", folder.resolve("mine.zip").toString()).done();
    assertThat(run("erase-user", "u1", "--dataset", "films").done())
        .contains("films, version 1: 1 events go", "mine.zip may hold the user", "say --yes");
    assertThat(run("erase-user", "u1", "--dataset", "films", "--yes").done())
        .contains("Erased: 1 events", "may hold the user still: the backup");
    assertThat(run("backup", "--list").done()).contains("mine.zip (of before a user was erased)");
    assertThat(run("sql", "select count(*) n from events", "--dataset", "films").done())
        .isEqualTo("n\n0\n");
  }

  @Test
  void whatIsAppendedIsTreatedAsTheVersionWas() throws IOException {
    String events = "user,item,time\nann@example.org,a,1600000000\n";
    Path mapping =
        Files.writeString(
            folder.resolve("hashed.yaml"),
            "users: {file: users.csv, id: user}\nprivacy: {user: hash, mail: drop}\n");
    Files.writeString(folder.resolve("users.csv"), "user,mail\nann@example.org,x@example.org\n");
    Path first = Files.writeString(folder.resolve("first.csv"), events);
    run("import", first.toString(), "--dataset", "shop", "--mapping", mapping.toString()).done();
    Path silent =
        Files.writeString(
            folder.resolve("silent.yaml"),
            "columns: {user: who, item: item, time: time}\nusers: {file: more.csv, id: user}\n");
    Files.writeString(
        folder.resolve("more.csv"),
        "user,mail,other_mail\nbob@example.org,y@example.org,z@example.org\n");
    Path more = Files.writeString(folder.resolve("more-events.csv"), "who" + events.substring(4));
    Files.writeString(
        more, Files.readString(more).replace("ann", "bob").replace("1600000000", "1600000001"));
    CommandRun appended =
        run(
            "import",
            more.toString(),
            "--dataset",
            "shop",
            "--append",
            "--mapping",
            silent.toString());
    assertThat(appended.done())
        .contains("2 users")
        .contains("personal: who was replaced by pseudonyms", "personal: mail was dropped");
    assertThat(appended.err())
        .contains("column other_mail", "privacy: {other_mail: drop}")
        .doesNotContain("column mail", "example.org");
    assertThat(run("sql", "select * from users", "--dataset", "shop").done())
        .contains("z@example.org") // it was kept, as was said
        .doesNotContain("bob@", "ann@", "x@", "y@");
  }
}
