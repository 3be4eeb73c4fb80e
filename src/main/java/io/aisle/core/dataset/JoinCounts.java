package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.LinkFile;
import io.aisle.domain.experiment.TripleFile;
import io.aisle.store.Database;
import io.aisle.store.EntryScan;
import io.aisle.store.StoredImport;
import io.aisle.store.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts which of the ids in the first rows of files the versions of the workspace have. Blocks;
 * thread-safe.
 */
public final class JoinCounts {
  private final Versions versions;
  private final EntryScan entries;
  private final ImportKeys keys;

  JoinCounts(Database database, Versions versions, ImportKeys keys) {
    this.versions = versions;
    this.entries = new EntryScan(database);
    this.keys = keys;
  }

  /** A column of ids in the sample of a file. */
  private record Ids(FileSample sample, String column, boolean ofUsers) {}

  /**
   * The complete versions to which files can be added: those with the largest share of their ids
   * first, of the same share the newest first.
   *
   * @throws InputException when a file cannot be read any more
   */
  public List<Joining> of(Description said, JobControl control) {
    List<Ids> ids = ids(said);
    List<Joining> found = new ArrayList<>();
    for (DatasetVersion version : versions.list()) {
      control.check();
      if (version.state() == DatasetVersion.State.COMPLETE) {
        count(version, said, ids, control).filter(Joining::fits).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingDouble(Joining::share).reversed());
    return found;
  }

  private static List<Ids> ids(Description said) {
    List<Ids> ids = new ArrayList<>();
    said.items().ifPresent(file -> ids.add(ids(file.file(), file.id(), false)));
    said.users().ifPresent(file -> ids.add(ids(file.file(), file.id(), true)));
    said.further()
        .properties()
        .ifPresent(rows -> rows.files().forEach(file -> ids.add(ids(file, rows.item(), false))));
    said.judgements()
        .filter(file -> said.items().isEmpty())
        .ifPresent(file -> ids.add(ids(file.file(), file.item(), false)));
    Optional<TripleFile> triples = said.further().triples();
    Optional<LinkFile> link = triples.flatMap(TripleFile::link);
    link.ifPresentOrElse(
        file -> ids.add(ids(file.file(), file.item(), false)),
        () -> triples.ifPresent(file -> ids.add(ids(file.file(), file.head(), false))));
    said.further()
        .reviews()
        .ifPresent(
            file -> {
              ids.add(ids(file.file().orElseThrow(), file.user(), true));
              ids.add(ids(file.file().orElseThrow(), file.item(), false));
            });
    return ids;
  }

  private static Ids ids(Path file, String column, boolean ofUsers) {
    return new Ids(FileSample.of(file, ColumnMapping.GUESS), column, ofUsers);
  }

  /** Empty when the key of the version's pseudonyms is not there: nothing can be added to it. */
  private Optional<Joining> count(
      DatasetVersion version, Description said, List<Ids> ids, JobControl control) {
    Set<String> users = new HashSet<>();
    Set<String> items = new HashSet<>();
    try {
      Guarding guarding = guarding(version);
      ids.forEach(each -> add(each, guarding, each.ofUsers() ? users : items));
    } catch (InputException e) {
      return Optional.empty();
    }
    int[] known = {0};
    if (!users.isEmpty()) {
      entries.users(
          version.id(),
          version.users(),
          control,
          user -> known[0] += users.contains(user.name()) ? 1 : 0);
    }
    if (!items.isEmpty()) {
      entries.items(
          version.id(),
          version.items(),
          control,
          item -> known[0] += items.contains(item.item().name()) ? 1 : 0);
    }
    boolean grows = said.plan("").describesItems() && Ground.of(version).catalogue();
    return Optional.of(new Joining(version, known[0], users.size() + items.size(), grows));
  }

  private Guarding guarding(DatasetVersion version) {
    StoredImport stored = versions.plan(version.id()).orElseThrow();
    ColumnMapping mapping = MappingReader.parse(stored.plan(), Path.of("stored mapping")).mapping();
    return Guarding.of(mapping, keys.of(version));
  }

  /** Adds the ids as the version would write them. */
  private static void add(Ids ids, Guarding guarding, Set<String> into) {
    List<String> header = ids.sample().header();
    int column = header.indexOf(ids.column());
    RowGuard guard = (ids.ofUsers() ? guarding.users() : guarding.items()).of(header, column);
    ids.sample().values(ids.column()).stream()
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .map(id -> guard.value(column, id))
        .forEach(into::add);
  }
}
