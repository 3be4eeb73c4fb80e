package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.PropertyCounts;
import io.aisle.domain.data.VersionName;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.store.Database;
import io.aisle.store.EntryScan;
import io.aisle.store.EventScan;
import io.aisle.store.EventSpool;
import io.aisle.store.Events;
import io.aisle.store.Knowledge;
import io.aisle.store.Lineages;
import io.aisle.store.PropertySpool;
import io.aisle.store.StoredImport;
import io.aisle.store.StoredOrigin;
import io.aisle.store.VersionWriter;
import io.aisle.store.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Fills a version from files and makes it visible. */
final class Importer {
  private final Database database;
  private final Versions versions;
  private final Events events;
  private final Lineages lineages;
  private final VersionMaker maker;
  private final Knowledge knowledge;
  private final ImportKeys keys;

  Importer(
      Database database, Versions versions, Events events, VersionMaker maker, ImportKeys keys) {
    this.keys = keys;
    this.database = database;
    this.knowledge = new Knowledge(database);
    this.lineages = new Lineages(database);
    this.versions = versions;
    this.events = events;
    this.maker = maker;
  }

  ImportSummary start(ImportPlan given, JobControl control) {
    DatasetNames.check(given.dataset());
    ImportPlan plan = Companions.complete(given);
    byte[] key = keys.of(plan);
    return begin(plan, ImportInput.of(plan, key, Ground.NONE), Optional.empty(), key, control);
  }

  /** Imports files on top of a complete version. */
  ImportSummary append(DatasetVersion parent, AppendPlan append, JobControl control) {
    OnTop onTop = onTop(parent, append);
    StoredOrigin origin =
        new StoredOrigin(
            Making.APPEND,
            parent.id(),
            VersionName.of(parent).toString(),
            Appending.steps(append.keepRepeated()),
            List.of());
    return begin(
        AppendedFiles.kept(onTop.plan(), onTop.before()),
        onTop.input(),
        Optional.of(origin),
        onTop.key(),
        control);
  }

  /** Files on top of a version, opened. */
  private record OnTop(StoredImport before, ImportPlan plan, byte[] key, ImportInput input) {}

  private OnTop onTop(DatasetVersion parent, AppendPlan append) {
    StoredImport before = versions.plan(parent.id()).orElseThrow();
    ImportPlan plan = AppendedFiles.plan(before, append);
    byte[] key = keys.of(parent, plan);
    Ground ground = Ground.of(parent);
    return new OnTop(before, plan, key, ImportInput.of(plan, key, ground));
  }

  private ImportSummary begin(
      ImportPlan plan,
      ImportInput input,
      Optional<StoredOrigin> origin,
      byte[] key,
      JobControl control) {
    DatasetVersion version =
        versions.create(
            new StoredImport(
                plan.dataset(),
                input.sources().stream()
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.joining(", ")),
                MappingWriter.write(plan, input.mapping()),
                plan.licence(),
                input.sources().stream()
                    .map(f -> new StoredImport.SourceFile(f.toString(), DataFile.size(f)))
                    .toList()),
            origin,
            Instant.now());
    keys.used(version.id(), plan, key);
    return maker.removedUnlessDone(version, () -> fill(version, input, control));
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
    Ground ground = parent(version).map(Ground::of).orElse(Ground.NONE);
    ImportInput input =
        ImportInput.of(versions.plan(version.id()).orElseThrow(), keys.of(version), ground);
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

  private ImportSummary fill(DatasetVersion version, ImportInput input, JobControl control) {
    long began = System.nanoTime();
    Reasons reasons = new Reasons(input.mapping());
    reasons.add(version.refused());
    StoredImport.Position stored = versions.position(version.id());
    ReadPosition done =
        stored.read() == 0
            ? ReadPosition.START
            : new ReadPosition(stored.file(), stored.row(), stored.read(), stored.hash());
    Read read = new Read(done, true, Optional.empty());
    FurtherReading.Came further;
    ItemsSeen seen = new ItemsSeen(input);
    try (EventSpool spool = maker.spool(version.id())) {
      if (done.file() < input.files().size() || done.read() == 0) {
        read = read(version, spool, input, seen, reasons, done, control);
      } else {
        seeAgain(input, seen, control);
        seen.recall(knowledge.unjoined(version.id()));
      }
      further = further(version.id(), input, seen, control);
      if (!read.fresh() && further.taken() == 0) {
        throw appending(version).map(old -> nothingNew(old, input, further)).orElseThrow();
      }
      maker.complete(version.id(), spool, control);
    }
    DatasetVersion filled = versions.find(version.id()).orElseThrow();
    return new ImportSummary(
        filled.dataset(),
        filled.version(),
        read.end().read(),
        read.end().read() - reasons.counted().values().stream().mapToLong(Long::longValue).sum(),
        reasons.counted(),
        filled.users(),
        filled.items(),
        filled.queries(),
        filled.judgements(),
        knowledge.counts(version.id()),
        further.there(),
        further.unjoined(),
        read.properties(),
        (System.nanoTime() - began) / 1e9);
  }

  /** Files whose rows were taken before an interruption are only looked at. */
  private static void seeAgain(ImportInput input, ItemsSeen seen, JobControl control) {
    input.items().ifPresent(file -> seen.read(file, input.guarding().items()));
    input
        .further()
        .properties()
        .ifPresent(said -> new PropertyReading(said, input, seen, control).see());
  }

  /** Reads what lies beside the events, users and items, which are durable by now. */
  private FurtherReading.Came further(
      long id, ImportInput input, ItemsSeen seen, JobControl control) {
    knowledge.clear(id);
    VersionOrigin origin = lineages.origin(id).orElseThrow();
    origin.parentId().ifPresent(parent -> knowledge.copy(parent, id));
    boolean again = origin.making() != Making.APPEND || Appending.keepsRepeated(origin.steps());
    int items = versions.find(id).orElseThrow().items();
    return new FurtherReading(database)
        .run(id, items, input, seen, again ? OptionalLong.empty() : origin.parentId(), control);
  }

  private static InputException nothingNew(
      Appending old, ImportInput input, FurtherReading.Came further) {
    return further.there().sum() > 0
        ? old.everythingThere(input.names())
        : old.nothingJoins(input.names());
  }

  /**
   * @param fresh whether something new came, as far as it is no query, triple or review
   */
  private record Read(ReadPosition end, boolean fresh, Optional<PropertyCounts> properties) {}

  /** What came of the files beside the events. */
  private record Aside(long read, Optional<PropertyCounts> properties) {
    /** Rows of items that are not there, which are neither taken nor refused. */
    long others() {
      return properties.map(PropertyCounts::others).orElse(0L);
    }
  }

  /** Reads everything behind a position; what stands beside the events is stored at once. */
  private Read read(
      DatasetVersion version,
      EventSpool spool,
      ImportInput input,
      ItemsSeen seen,
      Reasons reasons,
      ReadPosition done,
      JobControl control) {
    try (VersionWriter writer = new VersionWriter(database, version.id(), reasons.names())) {
      writer.noteIn(spool);
      Optional<Appending> appending = appending(version);
      RepeatedEvents repeated =
          appending.map(old -> old.copy(version, writer, control)).orElse(RepeatedEvents.NONE);
      StoreSink sink = new StoreSink(writer, reasons, events, version.id());
      ReadPosition read =
          new EventReading(input.files(), input.mapping(), input.guarding(), repeated, control)
              .run(done, sink);
      appending.ifPresent(old -> old.grades(sink, control));
      Aside aside = beside(version.id(), input, seen, sink, control);
      long rows = read.read() + aside.read();
      boolean fresh = !nothingNew(writer, input, sink, appending);
      boolean more = !input.further().withProperties(Optional.empty()).files().isEmpty();
      if (!fresh && !more) {
        throw appending.isPresent() && rows == aside.others()
            ? appending.get().nothingJoins(input.names())
            : reasons.nothingTaken(input.names(), rows);
      }
      // whoever resumes behind the chunk does not read the properties again
      knowledge.note(version.id(), seen.ofProperties());
      // behind the last file: whoever resumes here finds everything read
      ReadPosition end = new ReadPosition(input.files().size(), 0, rows, read.hash());
      sink.chunk(end);
      return new Read(end, fresh || appending.isEmpty(), aside.properties());
    }
  }

  /** Reads the files of items, users and grades. */
  private Aside beside(
      long version, ImportInput input, ItemsSeen seen, StoreSink sink, JobControl control) {
    CatalogueReading catalogue = new CatalogueReading(sink, input.guarding(), control);
    int number = input.files().size();
    if (input.wholeCatalogue() && input.items().isPresent()) {
      catalogue.items(input.items().get(), number++, seen);
    } else {
      Map<String, EntityReader.Entity> items =
          EntityReader.read(input.items(), input.guarding().items());
      seen.seeAll(items);
      sink.describeItems(items);
    }
    int ofProperties = number;
    Optional<PropertyCounts> properties =
        input
            .further()
            .properties()
            .map(said -> properties(version, said, input, ofProperties, seen, sink, control));
    number += input.further().propertyFiles().size();
    if (input.judgements().isPresent()) {
      catalogue.judgements(input.judgements().get(), input.further().queries(), number);
    }
    sink.describeUsers(input.users());
    return new Aside(
        catalogue.read() + properties.map(PropertyCounts::read).orElse(0L), properties);
  }

  private PropertyCounts properties(
      long version,
      PropertyFiles said,
      ImportInput input,
      int number,
      ItemsSeen seen,
      StoreSink sink,
      JobControl control) {
    boolean whole = input.wholeCatalogue();
    try (PropertySpool spool = maker.properties(version)) {
      PropertyReading reading = new PropertyReading(said, input, seen, control);
      reading.run(sink, number, item -> sink.number(item, whole), spool);
      PropertyTaking taking = new PropertyTaking(said, reading, sink.firstEvent());
      taking.run(spool, (entity, item) -> sink.item(item, entity), control);
      seen.see(taking);
      return taking.counts();
    }
  }

  private static boolean nothingNew(
      VersionWriter writer, ImportInput input, StoreSink sink, Optional<Appending> appending) {
    long events = appending.map(old -> old.parent().events()).orElse(0L);
    int items = appending.map(old -> old.parent().items()).orElse(0);
    boolean said = sink.graded() > 0 || input.files().isEmpty() && sink.described() > 0;
    return writer.events() == events && writer.items() == items && !said;
  }

  /** What a version begins with when files are appended to another one. */
  private Optional<Appending> appending(DatasetVersion version) {
    return parent(version)
        .map(
            parent ->
                new Appending(
                    new EventScan(database),
                    new EntryScan(database),
                    events,
                    parent,
                    Appending.keepsRepeated(lineages.origin(version.id()).orElseThrow().steps())));
  }

  /** The version that a version is appended to; empty when it is on its own. */
  private Optional<DatasetVersion> parent(DatasetVersion version) {
    VersionOrigin origin = lineages.origin(version.id()).orElseThrow();
    if (origin.making() != Making.APPEND) {
      return Optional.empty();
    }
    DatasetVersion parent =
        origin.parentId().stream()
            .boxed()
            .flatMap(id -> versions.find(id).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "The version %s that was being appended to is not there any more: remove the interrupted version and import its files anew."
                            .formatted(origin.parent())));
    if (parent.state() != DatasetVersion.State.COMPLETE) {
      throw new InputException(
          "Version %d of \"%s\", which this one is appended to, is not complete: resume its import first."
              .formatted(parent.version(), parent.dataset()));
    }
    return Optional.of(parent);
  }
}
