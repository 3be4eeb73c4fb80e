package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Beside
class DatabaseTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;

  private static StoredImport plan(String dataset) {
    return new StoredImport(
        dataset, "a.csv", "columns: {}", "", List.of(new StoredImport.SourceFile("/a.csv", 7)));
  }

  private static List<String> tables(Database database) {
    return database.read(
        session ->
            session.list(
                "select table_name from information_schema.tables"
                    + " where table_schema = 'PUBLIC' order by 1",
                row -> row.getString(1)));
  }

  @Test
  void versionsOfOneDataSetCountFromOne() {
    try (Database database = Database.open(folder)) {
      Versions versions = new Versions(database);
      assertThat(versions.create(plan("x"), NOW).version()).isEqualTo(1);
      assertThat(versions.create(plan("x"), NOW).version()).isEqualTo(2);
      assertThat(versions.create(plan("y"), NOW).version()).isEqualTo(1);
      assertThat(versions.list())
          .extracting(DatasetVersion::state)
          .containsOnly(DatasetVersion.State.IMPORTING);
    }
  }

  @Test
  void aRemovedVersionLeavesNoTable() {
    try (Database database = Database.open(folder)) {
      List<String> before = tables(database);
      Versions versions = new Versions(database);
      long id = versions.create(plan("x"), NOW).id();
      assertThat(tables(database)).hasSize(before.size() + 7);
      versions.remove(id);
      assertThat(tables(database)).isEqualTo(before);
      assertThat(versions.plan(id)).isEmpty();
    }
  }

  @Test
  void anImportUnderWayIsInterruptedForTheNextWhoOpens() {
    try (Database database = Database.open(folder)) {
      new Versions(database).create(plan("x"), NOW);
    }
    try (Database database = Database.open(folder)) {
      DatasetVersion version = new Versions(database).list().getFirst();
      assertThat(version.state()).isEqualTo(DatasetVersion.State.INTERRUPTED);
      assertThat(new Versions(database).position(version.id()))
          .isEqualTo(StoredImport.Position.START);
    }
  }

  @Test
  void whatWasNotCommittedIsGone() {
    try (Database database = Database.open(folder)) {
      Versions versions = new Versions(database);
      long id = versions.create(plan("x"), NOW).id();
      try (VersionWriter writer = new VersionWriter(database, id, List.of("why"))) {
        writer.entries().user(0, "u");
        writer.entries().item(0, new ItemName("i", "", ""));
        writer.event(event());
        writer.commit(new StoredImport.Position(0, 2, 1, 99));
        writer.event(event());
        writer.refusals().add(0, 0, 4, "", "raw");
      }
      DatasetVersion version = versions.find(id).orElseThrow();
      assertThat(version.events()).isEqualTo(1);
      assertThat(version.refused()).isEmpty();
      assertThat(new Events(database).page(id, 1, 10)).hasSize(1);
      assertThat(versions.position(id)).isEqualTo(new StoredImport.Position(0, 2, 1, 99));
    }
  }

  private static EventValues event() {
    return new EventValues(
        0, 0, (byte) 0, EventValues.NO_TIME, null, 1, Double.NaN, Double.NaN, null, -1);
  }

  @Test
  void aFailedTransactionChangesNothing() {
    try (Database database = Database.open(folder)) {
      new Versions(database).create(plan("x"), NOW);
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(
              () ->
                  database.write(
                      session -> {
                        session.update("delete from dataset_version");
                        return session.update("no such statement");
                      }))
          .withMessageContaining(folder.toString());
      assertThat(new Versions(database).list()).hasSize(1);
    }
  }

  @Test
  void anInterruptedThreadDoesNotCloseTheStoreForOthers() {
    long id;
    try (Database database = Database.open(folder)) {
      id = new Versions(database).create(plan("x"), NOW).id();
      try (VersionWriter writer = new VersionWriter(database, id, List.of())) {
        writer.entries().user(0, "u");
        writer.entries().item(0, new ItemName("i", "", ""));
        for (int i = 0; i < 5_000; i++) {
          writer.event(event());
        }
        writer.commit(new StoredImport.Position(0, 5_001, 5_000, 99));
      }
    }
    try (Database database = Database.open(folder)) {
      // nothing is cached yet: the interrupted thread itself must read the file
      Thread.currentThread().interrupt();
      List<?> page = new Events(database).page(id, 2_000, 10);
      boolean flag = Thread.interrupted();
      assertThat(page).as("flag left: %s", flag).hasSize(10);
      assertThat(new Events(database).page(id, 4_000, 10)).hasSize(10);
      database.checkpoint();
    }
  }

  @Test
  void aStoreOfANewerProgramIsRefused() {
    try (Database database = Database.open(folder)) {
      database.write(
          session ->
              session.update("insert into schema_version (number, name) values (999, 'later')"));
    }
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> Database.open(folder).close())
        .withMessageContaining("newer Aisle (schema 999")
        .withMessageContaining("update Aisle");
  }

  @Test
  void aDamagedStoreIsSaidAndItsLockGivenBack() throws IOException {
    Files.writeString(folder.resolve("aisle.mv.db"), "this is no data base".repeat(1_000));
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> Database.open(folder).close())
          .withMessageContaining("The store in " + folder);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void rowsOfALargeResultLieInNoFile() throws Exception {
    try (Database database = Database.open(folder);
        Connection connection = database.connection();
        Statement statement = connection.createStatement();
        // with H2's own setting a hundred thousand rows are too many for a heap of 1 GB
        ResultSet rows =
            statement.executeQuery(
                "select 'user-' || x from system_range(1, 400000) order by x desc")) {
      assertThat(rows.next()).isTrue();
      assertThat(openFiles()).noneMatch(file -> file.contains("h2tmp")).isNotEmpty();
    }
  }

  private static List<String> openFiles() throws IOException {
    List<String> open = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path file : files) {
        try {
          open.add(Files.readSymbolicLink(file).toString());
        } catch (NoSuchFileException e) {
          // another test has closed it meanwhile
        }
      }
    }
    return open;
  }
}
