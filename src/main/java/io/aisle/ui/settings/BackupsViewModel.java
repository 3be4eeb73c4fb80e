package io.aisle.ui.settings;

import io.aisle.core.workspace.BackupSchedule;
import io.aisle.core.workspace.BackupSummary;
import io.aisle.core.workspace.KnownBackup;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Backups of the workspace: by hand, by themselves, and those that are known. FX thread only. */
public final class BackupsViewModel implements Refreshable {
  private final WorkspaceService service;
  private final BackupSchedule schedule;
  private final Preferences preferences;
  private final Notices notices;
  private final Texts texts;
  private final BackupWords words;
  private final Consumer<Path> restored;
  private final Slot<Facts> slot;
  private final Slot<Boolean> choosing;
  private final Errands errands;
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.NONE);
  private final ReadOnlyObjectWrapper<BackupRule> rule =
      new ReadOnlyObjectWrapper<>(BackupRule.NEVER);

  /**
   * What was found on the disk.
   *
   * @param folder where the schedule writes; null: nobody has looked yet
   * @param next when the schedule writes again; empty: never
   * @param there backups that are known, newest first
   * @param away those on disks that are off
   */
  public record Facts(
      Path folder, Optional<Instant> next, List<KnownBackup> there, List<KnownBackup> away) {
    static final Facts NONE = new Facts(null, Optional.empty(), List.of(), List.of());
  }

  /**
   * A known backup in words.
   *
   * @param there whether it can be read now
   */
  public record Row(String title, String content, Path file, boolean there) {}

  /**
   * @param restored is told of a workspace that the next start opens
   * @param lifetime of the view; the preferences live longer
   */
  public BackupsViewModel(
      WorkspaceService service,
      BackupSchedule schedule,
      Preferences preferences,
      Background background,
      Notices notices,
      Texts texts,
      BackupWords words,
      Consumer<Path> restored,
      Lifetime lifetime) {
    this.service = service;
    this.schedule = schedule;
    this.preferences = preferences;
    this.notices = notices;
    this.texts = texts;
    this.words = words;
    this.restored = restored;
    this.slot = background.slot(texts.of("settings.schedule.due.job"));
    this.choosing = background.slot(texts.of("settings.schedule.due.job"));
    this.errands = new Errands(background, texts, this::refresh);
    lifetime.add(preferences.settingsProperty().subscribe(settings -> rule.set(settings.backup())));
  }

  @Override
  public void refresh() {
    slot.read(control -> read(), facts::set);
  }

  private Facts read() {
    var shelf = service.shelf();
    return new Facts(schedule.folder(), schedule.next(), shelf.backups(), shelf.away());
  }

  /** The backups, those that can be read first. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    facts.get().there().forEach(each -> rows.add(row(each, true)));
    facts.get().away().forEach(each -> rows.add(row(each, false)));
    return rows;
  }

  private Row row(KnownBackup each, boolean there) {
    return new Row(words.title(each), words.content(each), each.file(), there);
  }

  /** The newest that is known, in words. */
  public String last() {
    return facts.get().folder() == null ? "" : words.last(facts.get().there());
  }

  /** When the schedule writes again, in words. */
  public String next() {
    return words.next(facts.get().next());
  }

  public void choose(Rhythm rhythm) {
    change(now -> now.withRhythm(rhythm));
  }

  public void keep(int files) {
    change(now -> now.withKeep(Math.max(1, Math.min(BackupRule.LARGEST, files))));
  }

  /** The schedule writes there, when it lies outside of the workspace. */
  public void choose(Path folder) {
    choosing.read(
        control -> {
          service.prepareBackups(folder);
          return true;
        },
        ready -> {
          change(now -> now.withFolder(folder.toString()));
          refresh(); // what was expected back there may not be any more
        });
  }

  /** The schedule writes beside the workspace, as it does unless it is told otherwise. */
  public void chooseUsual() {
    change(now -> now.withFolder(""));
  }

  private void change(UnaryOperator<BackupRule> change) {
    BackupRule wanted = change.apply(rule.get());
    if (!wanted.equals(rule.get())) {
      preferences.change(settings -> settings.withBackup(wanted));
      refresh();
    }
  }

  public void backup(Path file) {
    errands.run(
        "settings.backup.job",
        control -> service.backup(file, control),
        made -> notices.done(words(made)));
  }

  /** Writes one as the schedule does, at once. */
  public void backupNow() {
    errands.run("settings.backup.job", schedule::run, made -> notices.done(words(made)));
  }

  /** As {@link #backupNow}, when nobody has asked: only a failure is told. */
  public void backupByItself() {
    errands.run("settings.schedule.job", schedule::run, made -> {});
  }

  private String words(BackupSummary made) {
    String sentence =
        texts.of(
            "settings.backup.done",
            made.place(),
            made.versions(),
            made.runs(),
            words.size(made.bytes()));
    return made.leftOut() == 0
        ? sentence
        : sentence + " " + texts.of("settings.backup.left", made.leftOut());
  }

  /** Unpacks a backup into a new folder, which the next start opens. */
  public void restore(Path file, Path folder) {
    errands.run(
        "settings.restore.job",
        control -> {
          BackupSummary made = WorkspaceService.restore(file, folder, control);
          service.remember(made.place());
          return made;
        },
        made -> {
          restored.accept(made.place());
          notices.done(
              texts.of("settings.restore.done", made.place(), made.versions(), made.runs()));
        });
  }

  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<BackupRule> ruleProperty() {
    return rule.getReadOnlyProperty();
  }

  /** Whether a copy is written or read. */
  public ReadOnlyBooleanProperty busyProperty() {
    return errands.busyProperty();
  }
}
