package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.store.Events;
import io.aisle.store.SnapshotBuilder;
import io.aisle.store.StoredImport;
import io.aisle.store.VersionWriter;
import io.aisle.store.Versions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills a version from files and makes it visible. */
final class Importer {
  private final Database database;
  private final Versions versions;
  private final Events events;
  private final Snapshots snapshots;

  Importer(Database database, Versions versions, Events events, Snapshots snapshots) {
    this.database = database;
    this.versions = versions;
    this.events = events;
    this.snapshots = snapshots;
  }

  /** Everything that is known before the first row is stored. */
  private record Input(
      List<Path> files,
      ColumnMapping mapping,
      Map<String, EntityReader.Entity> items,
      Map<String, EntityReader.Entity> users) {
    String names() {
      return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
  }

  ImportSummary start(ImportPlan plan, JobControl control) {
    DatasetNames.check(plan.dataset());
    if (plan.files().isEmpty()) {
      throw new InputException(
          "No file to import into \"%s\": name at least one.".formatted(plan.dataset()));
    }
    List<Path> files = plan.files().stream().map(Path::toAbsolutePath).toList();
    // every file is opened here, so that a missing third one is found before the first is stored
    ColumnMapping mapping = MappingGuesser.guess(files.getFirst(), plan.mapping()).mapping();
    for (Path file : files) {
      try (CsvRows rows = CsvRows.open(file, delimiter(file, plan.mapping()))) {
        new RowParser(file, rows.header(), mapping);
      }
    }
    if (files.size() > 1 && plan.mapping().delimiter().isEmpty()) {
      mapping = withoutDelimiter(mapping);
    }
    Input input =
        new Input(files, mapping, EntityReader.read(plan.items()), EntityReader.read(plan.users()));
    DatasetVersion version =
        versions.create(
            new StoredImport(
                plan.dataset(),
                files.stream()
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.joining(", ")),
                MappingWriter.write(plan, mapping),
                plan.licence(),
                files.stream()
                    .map(f -> new StoredImport.SourceFile(f.toString(), EventReading.size(f)))
                    .toList()),
            Instant.now());
    return removedUnlessDone(version, input, control);
  }

  private static char delimiter(Path file, ColumnMapping given) {
    return given.delimiter().orElseGet(() -> DelimiterGuess.of(file).delimiter());
  }

  private static ColumnMapping withoutDelimiter(ColumnMapping m) {
    return new ColumnMapping(
        m.columns(),
        Optional.empty(),
        m.timeFormat(),
        m.zone(),
        m.defaultKind(),
        m.kinds(),
        m.rules());
  }

  private ImportSummary removedUnlessDone(DatasetVersion version, Input input, JobControl control) {
    try {
      return fill(version, input, control);
    } catch (RuntimeException e) {
      try {
        versions.remove(version.id());
        snapshots.remove(version.id());
      } catch (RuntimeException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /**
   * Goes on with an interrupted import. When that fails or is cancelled the version stays
   * interrupted.
   */
  ImportSummary resume(DatasetVersion version, JobControl control) {
    if (version.state() != DatasetVersion.State.INTERRUPTED) {
      throw new InputException(
          "Version %d of \"%s\" is not interrupted: there is nothing to resume."
              .formatted(version.version(), version.dataset()));
    }
    StoredImport stored = versions.plan(version.id()).orElseThrow();
    for (StoredImport.SourceFile file : stored.files()) {
      Path path = Path.of(file.path());
      if (!path.toFile().isFile() || EventReading.size(path) != file.bytes()) {
        throw new InputException(
            "%s is missing or has changed since its import was interrupted: put it back, or remove the interrupted version and import again."
                .formatted(path));
      }
    }
    MappingFile mapping = MappingReader.parse(stored.plan(), Path.of("stored mapping"));
    Input input =
        new Input(
            stored.files().stream().map(file -> Path.of(file.path())).toList(),
            mapping.mapping(),
            EntityReader.read(mapping.items()),
            EntityReader.read(mapping.users()));
    versions.state(version.id(), DatasetVersion.State.IMPORTING);
    boolean done = false;
    try {
      ImportSummary summary = fill(version, input, control);
      done = true;
      return summary;
    } finally {
      if (!done) {
        versions.state(version.id(), DatasetVersion.State.INTERRUPTED);
      }
    }
  }

  private ImportSummary fill(DatasetVersion version, Input input, JobControl control) {
    long began = System.nanoTime();
    Reasons reasons = new Reasons(input.mapping());
    reasons.add(version.refused());
    StoredImport.Position stored = versions.position(version.id());
    ReadPosition done =
        stored.read() == 0
            ? ReadPosition.START
            : new ReadPosition(stored.file(), stored.row(), stored.read(), stored.hash());
    ReadPosition end;
    try (VersionWriter writer = new VersionWriter(database, version.id(), reasons.names())) {
      StoreSink sink = new StoreSink(writer, reasons, events, version.id());
      end = new EventReading(input.files(), input.mapping(), control).run(done, sink);
      if (writer.events() == 0) {
        throw reasons.nothingTaken(input.names(), end.read());
      }
      sink.describe(input.items(), input.users());
      sink.chunk(end);
    }
    control.at(new Progress("snapshot", 0, 0));
    DatasetVersion filled = versions.find(version.id()).orElseThrow();
    SnapshotBuilder.Built built = snapshots.build(filled, control);
    versions.complete(version.id(), built.fingerprint(), built.firstTime(), built.lastTime());
    return new ImportSummary(
        filled.dataset(),
        filled.version(),
        end.read(),
        filled.events(),
        reasons.counted(),
        filled.users(),
        filled.items(),
        (System.nanoTime() - began) / 1e9);
  }
}
