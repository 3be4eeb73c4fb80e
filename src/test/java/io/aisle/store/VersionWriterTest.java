package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class VersionWriterTest {
  private static final List<String> REASONS = List.of("missing-user");

  @TempDir Path folder;

  private static EventValues event(int user) {
    return new EventValues(
        user, 0, (byte) 2, 1_000L + user, "s" + user, Double.NaN, 2.5, 1, null, -1);
  }

  private static long count(Database database, String sql) {
    return database.read(session -> session.first(sql, row -> row.getLong(1)).orElseThrow());
  }

  private static void putBehindTheCommit(Database database, long id) {
    database.write(
        session -> {
          new EventRows(session.connection(), id).put(3, event(1));
          return null;
        });
    assertThat(count(database, "select count(*) from event_" + id)).isEqualTo(3);
  }

  @Test
  void rowsBehindTheLastCommitGoWhenTheImportGoesOn() {
    try (Database database = Database.open(folder)) {
      Versions versions = new Versions(database);
      long id =
          versions.create(new StoredImport("shop", "a.csv", "", "", List.of()), Instant.EPOCH).id();
      try (VersionWriter writer = new VersionWriter(database, id, REASONS)) {
        writer.entries().user(0, "anna");
        writer.entries().item(0, new ItemName("cup", "", ""));
        writer.event(event(0));
        writer.event(event(0));
        writer.commit(new StoredImport.Position(0, 3, 2, 5));
        writer.entries().user(1, "bert");
        writer.event(event(1));
      }
      assertThat(count(database, "select count(*) from event_" + id)).isEqualTo(2);

      putBehindTheCommit(database, id); // as a crash leaves it
      try (VersionWriter writer = new VersionWriter(database, id, REASONS)) {
        assertThat(writer.events()).isEqualTo(2);
        assertThat(count(database, "select count(*) from event_" + id)).isEqualTo(2);
        assertThat(count(database, "select count(*) from user_" + id)).isEqualTo(1);
        writer.entries().user(1, "carl");
        writer.event(event(1));
        writer.entries().rename(0, new ItemName("cup", "A cup", "kitchen"));
        writer.commit(new StoredImport.Position(0, 4, 3, 6));
      }
      // through SQL, as everybody else reads them
      assertThat(new Events(database).page(id, 1, 10))
          .extracting("seq", "user", "title", "session")
          .containsExactly(
              Tuple.tuple(1L, "anna", "A cup", "s0"),
              Tuple.tuple(2L, "anna", "A cup", "s0"),
              Tuple.tuple(3L, "carl", "A cup", "s1"));
      assertThat(count(database, "select sum(price * 2) from event_" + id)).isEqualTo(15);
    }
    // and after the store was closed and opened
    try (Database database = Database.open(folder)) {
      List<EventValues> found = new ArrayList<>();
      new Events(database).scan(1, 3, () -> false, found::add);
      assertThat(found).extracting(EventValues::user).containsExactly(0, 0, 1);
      assertThat(found).extracting(EventValues::millis).containsExactly(1_000L, 1_000L, 1_001L);
      assertThat(found.getFirst().value()).isNaN();
      assertThat(found.getFirst().price()).isEqualTo(2.5);
    }
  }

  @Test
  void theFirstEventIsKnownWithoutTheStoreWhereAllWereNoted() {
    try (Database database = Database.open(folder.resolve("store"))) {
      Versions versions = new Versions(database);
      long id =
          versions.create(new StoredImport("shop", "a.csv", "", "", List.of()), Instant.EPOCH).id();
      try (EventSpool spool = new EventSpool(folder.resolve("shop"));
          VersionWriter writer = new VersionWriter(database, id, REASONS)) {
        writer.noteIn(spool);
        assertThat(writer.firstEvent()).isEmpty();
        writer.event(event(7));
        writer.event(event(5));
        writer.commit(new StoredImport.Position(0, 3, 2, 5));
        // so that it shows who was asked
        database.write(session -> session.update("update event_%d set millis = 1".formatted(id)));
        assertThat(writer.firstEvent()).hasValue(1_005);
      }
      try (EventSpool spool = new EventSpool(folder.resolve("shop"));
          VersionWriter writer = new VersionWriter(database, id, REASONS)) {
        writer.noteIn(spool);
        writer.event(event(6));
        writer.commit(new StoredImport.Position(0, 4, 3, 6));
        assertThat(writer.firstEvent()).hasValue(1);
      }
    }
  }
}
