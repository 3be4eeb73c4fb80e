package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.OperationException;
import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationBackupTest {
  @TempDir Path folder;

  /** A store as the first program wrote it, with one version. */
  @BeforeEach
  void old() throws SQLException, IOException {
    change(
        migration("001-data-sets.sql"),
        migration("002-judgements.sql"),
        """
        create table schema_version (number int primary key, name varchar not null,
          applied timestamp with time zone default current_timestamp not null);
        insert into schema_version (number, name) values (1, 'a'), (2, 'b');
        insert into dataset_version (dataset, version, source, plan, licence, state, imported, events)
          values ('shop', 1, 'a.csv', '', '', 'COMPLETE', current_timestamp, 2);
        create table event_1 (seq bigint primary key);
        insert into event_1 values (1), (2)
        """);
  }

  private void change(String... scripts) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("aisle"), "aisle", "");
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        statement.execute(script);
      }
    }
  }

  private static String migration(String name) throws IOException {
    try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path copy() {
    return folder.resolve("before-schema-" + Migrations.newest() + ".zip");
  }

  @Test
  void theStoreIsCopiedBeforeItsSchemaIsChanged() throws IOException {
    Files.writeString(folder.resolve("before-schema-1.zip"), "old");
    Files.writeString(folder.resolve("before-schema-2.zip"), "old");
    try (Database database = Database.open(folder)) {
      assertThat(new Versions(database).list()).hasSize(1);
    }
    try (ZipFile zip = new ZipFile(copy().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName())).containsExactly("aisle.mv.db");
    }
    assertThat(folder.resolve("before-schema-2.zip")).exists();
    assertThat(folder)
        .isDirectoryNotContaining("glob:**/{before-schema-1.zip,before-schema-trial,*.part}");

    Files.delete(copy());
    Database.open(folder).close(); // nothing to change any more, so nothing to copy
    assertThat(copy()).doesNotExist();
  }

  @Test
  void aMigrationThatFailsLeavesTheStoreAsItWas() throws SQLException, IOException {
    change("create table version_origin (nonsense int)");
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> Database.open(folder).close())
          .withMessageContaining("is what it was before");
      try (Connection connection =
          DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("aisle"), "aisle", "")) {
        Session session = new Session(connection);
        assertThat(session.list("select number from schema_version", row -> row.getInt(1)))
            .isEqualTo(List.of(1, 2));
        assertThat(session.first("select count(*) from event_1", row -> row.getInt(1))).contains(2);
      }
    }
  }

  @Test
  void aNewStoreHasNothingToCopy() {
    Path fresh = folder.resolve("fresh");
    Database.open(fresh).close();
    assertThat(fresh).isDirectoryNotContaining("glob:**/before-schema*");
  }

  @Test
  void theCopyOfAnEncryptedStoreIsEncrypted() throws IOException {
    Path store = Files.createDirectories(folder.resolve("workspace/store"));
    Files.copy(folder.resolve("aisle.mv.db"), store.resolve("aisle.mv.db"));
    DataKey key = DataKey.random();
    try (SealedFileSystem files = Sealed.mount(store.getParent(), () -> key)) {
      StoreEncryption.bring(files.folder().resolve("store"), true);
      try (Database database = Database.open(files.folder().resolve("store"))) {
        assertThat(new Versions(database).list()).hasSize(1);
      }
    }
    Path zip = store.resolve(copy().getFileName());
    try (ZipFile packed = new ZipFile(zip.toFile());
        InputStream in = packed.getInputStream(packed.getEntry("aisle.mv.db"))) {
      assertThat(new String(in.readNBytes(9), StandardCharsets.US_ASCII)).isEqualTo("H2encrypt");
    }
  }
}
