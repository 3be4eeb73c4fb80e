package io.aisle.core.dataset;

import io.aisle.core.dataset.cleaning.CleaningService;
import io.aisle.core.dataset.profile.DatasetProfile;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.EventSelection;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Catalogues;
import io.aisle.store.Database;
import io.aisle.store.Events;
import io.aisle.store.Lineages;
import io.aisle.store.StoredImport;
import io.aisle.store.VersionKeys;
import io.aisle.store.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Data sets of the workspace: import, list, look into, load, remove. Every method blocks; call it
 * in a job. Thread-safe. Threads that are inside must never be interrupted.
 */
public final class DatasetService {
  private final Versions versions;
  private final Events events;
  private final Catalogues catalogues;
  private final DatasetRows rows;
  private final Snapshots snapshots;
  private final Importer importer;
  private final DatasetLooks looks;
  private final Lineages lineages;
  private final CleaningService cleaning;

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
    this.versions = new Versions(database);
    this.events = new Events(database);
    this.catalogues = new Catalogues(database);
    this.snapshots = new Snapshots(snapshots, events);
    this.looks = new DatasetLooks(events);
    this.rows = new DatasetRows(database, this::version);
    this.lineages = new Lineages(database);
    VersionMaker maker = new VersionMaker(database, versions, this.snapshots);
    this.importer =
        new Importer(
            database, versions, events, maker, new ImportKeys(new VersionKeys(database), key));
    this.cleaning = new CleaningService(database, this, maker);
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

  /** The versions that were made directly from one, oldest first, incomplete ones included. */
  public List<DatasetVersion> madeFrom(long versionId) {
    return lineages.children(versionId).stream().flatMap(id -> versions.find(id).stream()).toList();
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
  public StoredImport plan(long versionId) {
    return versions.plan(version(versionId).id()).orElseThrow();
  }

  /** The guess for a file about which nothing is known. */
  public MappingGuess guess(Path file) {
    return MappingGuesser.guess(file, ColumnMapping.GUESS);
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
   * Which of several files hold events and which items.
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
   * Imports files as a new version, invisible until it is complete. When it fails or is cancelled
   * nothing of it is left.
   *
   * @throws InputException when the files cannot be read or every row is refused
   */
  public ImportSummary importFiles(ImportPlan plan, JobControl control) {
    return importer.start(plan, control);
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

  /** The events of a complete version, from its snapshot, which is rebuilt when damaged. */
  public EventTable load(long versionId, JobControl control) {
    DatasetVersion version = version(versionId);
    if (version.state() != DatasetVersion.State.COMPLETE) {
      throw new InputException(
          "Version %d of \"%s\" is not complete: resume or remove its import."
              .formatted(version.version(), version.dataset()));
    }
    return snapshots.load(version, control);
  }

  /** What a version says about its users and items beyond titles and categories. */
  public EntityAttributes attributes(long versionId) {
    version(versionId);
    return new EntityAttributes(
        catalogues.userAttributes(versionId), catalogues.itemAttributes(versionId));
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

  /** What a complete version looks like; remembered for the versions looked at last. */
  public DatasetProfile profile(long versionId, JobControl control) {
    return looks.profile(version(versionId), () -> load(versionId, control), control);
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
