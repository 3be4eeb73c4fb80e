package io.aisle.ui.settings;

import io.aisle.core.workspace.KnownBackup;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/** Backups in words. */
public final class BackupWords {
  private final Texts texts;
  private final Numbers numbers;
  private final SizeWords sizes;
  private final InstantSource clock;
  private final DateTimeFormatter time;

  /**
   * @param zone of the analyst
   */
  public BackupWords(
      Texts texts, Numbers numbers, SizeWords sizes, InstantSource clock, ZoneId zone) {
    this.texts = texts;
    this.numbers = numbers;
    this.sizes = sizes;
    this.clock = clock;
    this.time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .localizedBy(texts.locale())
            .withZone(zone);
  }

  String time(Instant at) {
    return time.format(at);
  }

  String size(long bytes) {
    return sizes.of(bytes);
  }

  /** When, how large, and who wrote it. */
  String title(KnownBackup backup) {
    return texts.of(
        backup.scheduled() ? "settings.shelf.scheduled" : "settings.shelf.hand",
        time.format(backup.written()),
        sizes.of(backup.bytes()));
  }

  /** What is in it, and whether somebody has looked. */
  String content(KnownBackup backup) {
    String holds = texts.of("settings.shelf.holds", backup.versions(), backup.runs());
    String said =
        backup.verified()
            ? texts.of("settings.shelf.opened", holds, numbers.count(backup.events()))
            : texts.of("settings.shelf.unknown", holds);
    return backup.outdated() ? texts.of("settings.shelf.outdated", said) : said;
  }

  /** The newest that is known. */
  String last(List<KnownBackup> there) {
    return there.stream()
        .findFirst()
        .map(
            newest ->
                texts.of(
                    newest.verified() ? "settings.shelf.last" : "settings.shelf.last.unknown",
                    time.format(newest.written())))
        .orElse(texts.of("settings.shelf.none"));
  }

  /** When the schedule writes again. */
  String next(Optional<Instant> next) {
    return next.map(
            at ->
                at.isAfter(clock.instant())
                    ? texts.of("settings.schedule.next", time.format(at))
                    : texts.of("settings.schedule.soon"))
        .orElse("");
  }
}
