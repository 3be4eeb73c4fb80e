package io.aisle.core.dataset;

import io.aisle.core.dataset.cleaning.Cleanable;
import io.aisle.core.dataset.cleaning.CleaningService;
import io.aisle.core.dataset.drift.VersionComparison;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.EventSelection;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ErasedNames;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import io.aisle.store.Erasures;
import io.aisle.store.Events;
import io.aisle.store.Knowledge;
import io.aisle.store.Lineages;
import io.aisle.store.SnapshotBuilder;
import io.aisle.store.StoredImport;
import io.aisle.store.UserEraser;
import io.aisle.store.VersionKeys;
import io.aisle.store.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Data sets of the workspace: import, list, look into, load, remove. Every method blocks; call it
 * in a job. Thread-safe. Threads that are inside must never be interrupted.
 */
public final class DatasetService implements Cleanable {
  private final Versions versions;
  private final Events events;
  private final StoredAttributes attributes;
  private final DatasetRows rows;
  private final Snapshots snapshots;
  private final Importer importer;
  private final DatasetLooks looks;
  private final ImportKeys keys;
  private final Database database;
  private final Lineages lineages;
  private final Erasures erasures;
  private final CleaningService cleaning;
  private final JoinCounts joins;
  private final IntSupplier leastGroup;

  /**
   * @param snapshots folder of the snapshot files
   */
  public DatasetService(Database database, Path snapshots) {
    this(database, snapshots, snapshots.resolveSibling("keys").resolve("pseudonyms.key"));
  }

  /**
   * @param snapshots folder of the snapshot files
   * @param key file of the key of pseudonyms, made when it is first needed
   */
  public DatasetService(Database database, Path snapshots, Path key) {
    this(database, snapshots, key, () -> Settings.LEAST_GROUP);
  }

  /**
   * @param snapshots folder of the snapshot files
   * @param key file of the key of pseudonyms, made when it is first needed
   * @param leastGroup users that stand behind each figure of a profile or of a comparison that is
   *     shown by itself; asked each time, from any thread
   */
  public DatasetService(Database database, Path snapshots, Path key, IntSupplier leastGroup) {
    this.leastGroup = leastGroup;
    this.database = database;
    this.keys = new ImportKeys(new VersionKeys(database), key);
    this.versions = new Versions(database);
    this.events = new Events(database);
    this.attributes = new StoredAttributes(database);
    this.snapshots = new Snapshots(snapshots, events);
    this.looks =
        new DatasetLooks(
            events,
            new Knowledge(database),
            new SessionColumn(versions, new Lineages(database)),
            leastGroup);
    this.rows = new DatasetRows(database, this::version, new EventSorting(this.snapshots, events));
    this.lineages = new Lineages(database);
    this.erasures = new Erasures(database);
    VersionMaker maker = new VersionMaker(database, versions, this.snapshots);
    this.importer = new Importer(database, versions, events, maker, keys);
    this.cleaning = new CleaningService(database, this, maker);
    this.joins = new JoinCounts(database, versions, keys);
  }

  /** Which versions have the ids in files. */
  public JoinCounts joins() {
    return joins;
  }

  /** Cleaning of versions by steps. */
  public CleaningService cleaning() {
    return cleaning;
  }

  /**
   * Where a version comes from.
   *
   * @throws InputException when it is not there any more
   */
  public VersionOrigin origin(long versionId) {
    return lineages.origin(version(versionId).id()).orElseThrow();
  }

  /** What a version's content was called, today and before users were erased from it. */
  public Set<String> fingerprints(long versionId) {
    Set<String> all = new HashSet<>(erasures.fingerprints(versionId));
    all.add(version(versionId).fingerprint());
    return all;
  }

  /** The versions that were made directly from one, oldest first, incomplete ones included. */
  public List<DatasetVersion> madeFrom(long versionId) {
    return lineages.children(versionId).stream().flatMap(id -> versions.find(id).stream()).toList();
  }

  /**
   * How two complete versions differ, of one data set or of two.
   *
   * @param before the version that the other is measured against
   */
  public VersionComparison compare(long before, long after, JobControl control) {
    return VersionComparison.of(
        version(before),
        load(before, control),
        version(after),
        load(after, control),
        leastGroup.getAsInt(),
        control);
  }

  /** Sets what the analyst notes about a version; "" for nothing. */
  public void note(long versionId, String text) {
    lineages.note(version(versionId).id(), text.strip());
  }

  /** Sets the licence that is shown with a version; "" when unknown. */
  public void licence(long versionId, String text) {
    lineages.licence(version(versionId).id(), text.strip());
  }

  /** How the files of a version were read, as the text of a mapping file. */
  @Override
  public StoredImport plan(long versionId) {
    return versions.plan(version(versionId).id()).orElseThrow();
  }

  /**
   * The beginning of a file as it stands and as it is read.
   *
   * @param form how it writes its rows, as far as that was said
   * @throws InputException when it cannot be read as a table
   */
  public FileLook look(Path file, FileForm form) {
    return FileLook.of(file, form);
  }

  /**
   * What files that were chosen together are: events and what lies beside them, or what describes
   * other data sets.
   *
   * @throws InputException when they hold events of several kinds
   */
  public FileSorting sort(List<Path> files) {
    return InputFiles.sort(files);
  }

  /**
   * What an import would take and refuse of the first rows.
   *
   * @throws InputException when the plan cannot be carried out
   */
  public ImportCheck check(ImportPlan plan, JobControl control) {
    return ImportChecker.check(plan, control);
  }

  /**
   * The columns of all files of a plan that look personal, in the order of the files.
   *
   * @throws InputException when a file cannot be read
   */
  public List<PersonalColumn> personal(ImportPlan plan) {
    return PersonalFiles.of(Companions.complete(plan));
  }

  /**
   * The columns of files that are to be appended, and what will be done with them.
   *
   * @throws InputException when a file cannot be read, or there is nothing to append
   */
  public AppendedColumns personal(AppendPlan plan) {
    return AppendedFiles.columns(plan(complete(plan.versionId()).id()), plan);
  }

  /**
   * Imports files as a new version, invisible until it is complete. When it fails or is cancelled
   * nothing of it is left.
   *
   * @throws InputException when the files cannot be read or every row is refused
   */
  public ImportSummary importFiles(ImportPlan plan, JobControl control) {
    return importer.start(plan, control);
  }

  /**
   * Imports files on top of a complete version, as a further version of its data set that begins
   * with everything the other one holds, under the same numbers. When it fails or is cancelled
   * nothing of it is left.
   *
   * @return counts of the files' rows, and users and items of the whole
   * @throws InputException when the files cannot be read or nothing in them is new
   */
  public ImportSummary append(AppendPlan plan, JobControl control) {
    return importer.append(complete(plan.versionId()), plan, control);
  }

  /**
   * Goes on with an interrupted import after its last committed chunk. When that fails or is
   * cancelled the version stays interrupted.
   *
   * @throws InputException when the files have changed since
   */
  public ImportSummary resume(long versionId, JobControl control) {
    DatasetVersion version = version(versionId);
    if (origin(versionId).making() == Making.CLEANING) {
      throw new InputException(
          "Version %d of \"%s\" was being cleaned when the program ended: remove it and apply the steps again."
              .formatted(version.version(), version.dataset()));
    }
    return importer.resume(version, control);
  }

  /** All versions, newest first, interrupted ones and imports under way included. */
  public List<DatasetVersion> versions() {
    return versions.list();
  }

  /**
   * The newest complete version of a data set.
   *
   * @param dataset its name, or that of one complete version, such as {@code shop:2}
   */
  public Optional<DatasetVersion> newest(String dataset) {
    return new NewestVersions(versions).find(dataset);
  }

  /**
   * As {@link #newest}.
   *
   * @throws InputException naming the nearest known data set, or the versions that there are
   */
  public DatasetVersion require(String dataset) {
    return new NewestVersions(versions).require(dataset);
  }

  /** The rows of versions, page by page. */
  public DatasetRows rows() {
    return rows;
  }

  /**
   * Removes a version, its snapshot and everything that was refused.
   *
   * @throws InputException when it is being imported
   */
  public void remove(long versionId) {
    DatasetVersion version = version(versionId);
    if (version.state() == DatasetVersion.State.IMPORTING) {
      throw new InputException(
          "Version %d of \"%s\" is being imported: cancel the import first."
              .formatted(version.version(), version.dataset()));
    }
    versions.remove(versionId);
    snapshots.remove(versionId);
    looks.forget(versionId);
  }

  /** What a user is called in the versions: the id, and what stands for it under their keys. */
  public ErasedNames names(String user) {
    List<String> names = new ArrayList<>();
    names.add(user);
    keys.own(user).ifPresent(names::add);
    versions().forEach(version -> keys.pseudonym(version.id(), user).ifPresent(names::add));
    return new ErasedNames(names);
  }

  /**
   * Removes a user from a complete version and makes its snapshot anew. After a crash the same call
   * goes on. The version keeps its number and gets another fingerprint.
   *
   * @param erasure number of the record of the erasure
   * @return whether the version had the user
   */
  public boolean eraseUser(long versionId, ErasedNames names, long erasure, CancelSignal cancel) {
    if (!new UserEraser(database, erasure).erase(version(versionId), names, cancel)) {
      return false;
    }
    snapshots.remove(versionId);
    SnapshotBuilder.Built built = snapshots.build(version(versionId), cancel);
    versions.complete(versionId, built.fingerprint(), built.firstTime(), built.lastTime());
    looks.forget(versionId);
    return true;
  }

  /** The events of a complete version, from its snapshot, which is rebuilt when damaged. */
  @Override
  public EventTable load(long versionId, JobControl control) {
    return snapshots.load(complete(versionId), control);
  }

  private DatasetVersion complete(long versionId) {
    DatasetVersion version = version(versionId);
    if (version.state() != DatasetVersion.State.COMPLETE) {
      throw new InputException(
          "Version %d of \"%s\" is not complete: resume or remove its import."
              .formatted(version.version(), version.dataset()));
    }
    return version;
  }

  /**
   * What a version says about its users and items beyond titles and categories; of very many
   * attributes of items those that most have.
   */
  public EntityAttributes attributes(long versionId) {
    return attributes.of(version(versionId));
  }

  /** Where single attributes are asked for. */
  public StoredAttributes attributes() {
    return attributes;
  }

  /** What a complete version has of a user; empty when it does not have the user. */
  public Optional<UserEvents> userEvents(long versionId, String user, CancelSignal cancel) {
    DatasetVersion version = version(versionId);
    return events
        .user(versionId, user)
        .map(
            found ->
                UserEvents.of(
                    found.attributes(),
                    events.rows(versionId, snapshots.eventsOf(version, found.no(), cancel))));
  }

  /** A statistic of a complete version; remembered for the versions looked at last. */
  public ProfilePart statistic(long versionId, Statistic wanted, JobControl control) {
    return looks.statistic(version(versionId), wanted, () -> load(versionId, control), control);
  }

  /** What is remarkable about a complete version and what its import refused. */
  public List<QualityCheck> quality(long versionId, JobControl control) {
    return looks.quality(version(versionId), () -> load(versionId, control), control);
  }

  /** The events of a complete version that pass all filters. */
  public EventSelection select(long versionId, List<EventFilter> filters, JobControl control) {
    return looks.select(version(versionId), filters, () -> load(versionId, control), control);
  }

  /**
   * A version by its key, complete or not.
   *
   * @throws InputException when it is not there any more
   */
  @Override
  public DatasetVersion version(long id) {
    return versions
        .find(id)
        .orElseThrow(
            () ->
                new InputException(
                    "The data set version %d is not there any more: choose another."
                        .formatted(id)));
  }
}
