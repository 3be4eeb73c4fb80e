package io.aisle.core.workspace;

import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies where in a workspace.
 *
 * @param folder the analyst's folder, absolute
 */
public record WorkspaceLayout(Path folder) {
  public WorkspaceLayout {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The folder of the H2 database. */
  public Path store() {
    return folder.resolve("store");
  }

  /** The one file of the database that matters. */
  public Path storeFile() {
    return store().resolve("aisle.mv.db");
  }

  /** The name of a file of the workspace in a backup. */
  String nameOf(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Column files of data set versions; they can be built again from the store. */
  public Path snapshots() {
    return folder.resolve("snapshots");
  }

  /** Run folders. */
  public Path runs() {
    return folder.resolve("runs");
  }

  /** Views that are kept for reports. */
  public Path pins() {
    return folder.resolve("pins");
  }

  /** The wrapped key of an encrypted workspace; missing in others. */
  Path key() {
    return folder.resolve("workspace.key");
  }

  /** What the analyst has chosen for the program. */
  public Path settings() {
    return folder.resolve("settings.json");
  }

  /** How the window was left. */
  public Path session() {
    return folder.resolve("session.json");
  }

  /** What-if scenarios that the analyst has named. */
  public Path scenarios() {
    return folder.resolve("scenarios.json");
  }

  /** Queries that the analyst has run or kept. */
  public Path queries() {
    return folder.resolve("queries.json");
  }

  /** What was chosen for imports and given a name. */
  public Path mappings() {
    return folder.resolve("mappings.json");
  }

  /** Presets of training that the analyst has saved. */
  public Path presets() {
    return folder.resolve("presets.json");
  }

  /** For which comparisons the analyst has declined tuned baselines. */
  public Path declined() {
    return folder.resolve("declined-baselines.json");
  }

  /** Results of queries while they are looked at; nothing is left in it. */
  public Path spool() {
    return folder.resolve("spool");
  }

  /** Keys of pseudonyms, apart from the store; no backup has them. */
  public Path keys() {
    return folder.resolve("keys");
  }

  /** The workspace's own key of pseudonyms. */
  public Path pseudonymKey() {
    return keys().resolve("pseudonyms.key");
  }

  /** Which backups were written; see {@link BackupShelf}. Plain in every workspace. */
  Path backupList() {
    return folder.resolve("backups.json");
  }

  /** Where the schedule writes backups unless it is told another place: beside the workspace. */
  public Path backups() {
    Path here = Sealed.raw(folder);
    Path name = here.getFileName();
    return here.resolveSibling((name == null ? "workspace" : name) + "-backups");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** Native libraries that were unpacked. */
  public Path natives() {
    return folder.resolve("native");
  }

  /** There while a copy into this folder is under way, or was cut off. */
  Path marker() {
    return folder.resolve("unfinished-copy");
  }

  /** Everything that the program keeps in a workspace. */
  List<Path> all() {
    return Stream.concat(
            Stream.of(store(), snapshots(), runs(), pins(), spool(), keys(), logs(), natives()),
            texts().stream())
        .toList();
  }

  /** What a copy must have; the rest is made again when it is needed. */
  List<Path> kept() {
    return Stream.concat(Stream.of(runs(), pins(), keys()), texts().stream()).toList();
  }

  /** The small files that stand directly in the workspace; each may be missing. */
  List<Path> texts() {
    return List.of(
        key(),
        settings(),
        session(),
        scenarios(),
        queries(),
        mappings(),
        presets(),
        declined(),
        backupList());
  }
}
