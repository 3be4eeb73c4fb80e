package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings the schema to this program's version. The migrations are numbered files of the class path;
 * each runs once, and one that was released is never edited.
 */
final class Migrations {
  private static final List<String> FILES =
      List.of(
          "001-data-sets.sql",
          "002-judgements.sql",
          "003-lineage.sql",
          "004-privacy.sql",
          "005-knowledge.sql");

  private Migrations() {}

  /** The schema that this program knows. */
  static int newest() {
    return FILES.size();
  }

  /**
   * The schema that a store has; 0 for a new one.
   *
   * @throws OperationException when a newer program wrote it
   */
  static int have(Session session) throws SQLException {
    session.update(
        "create table if not exists schema_version (number int primary key, name varchar not null,"
            + " applied timestamp with time zone default current_timestamp not null)");
    int have =
        session.first("select max(number) from schema_version", row -> row.getInt(1)).orElse(0);
    requireKnown(have);
    return have;
  }

  /**
   * @throws OperationException when a newer program wrote a store of that schema
   */
  static void requireKnown(int schema) {
    if (schema > newest()) {
      throw new OperationException(
          "The workspace was written by a newer Aisle (schema %d, this one knows %d): update Aisle or choose another folder with --workspace."
              .formatted(schema, newest()),
          OpeningFault.of(OpeningFault.Kind.NEWER, null));
    }
  }

  static void run(Session session) throws SQLException {
    run(session, newest());
  }

  /**
   * @param wanted the schema that the store shall have, no later than this program knows
   */
  static void run(Session session, int wanted) throws SQLException {
    int have = have(session);
    for (int number = have + 1; number <= wanted; number++) {
      String name = FILES.get(number - 1);
      session.script(text(name));
      session.update("insert into schema_version (number, name) values (?, ?)", number, name);
    }
  }

  private static String text(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
      if (in == null) {
        throw new OperationException(
            "The program is incomplete: migration " + name + " is missing; install Aisle again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new OperationException(
          "The program is damaged: migration " + name + " cannot be read; install Aisle again.", e);
    }
  }
}
