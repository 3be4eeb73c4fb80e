package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.dataset.cleaning.CleaningPreview;
import io.aisle.core.dataset.cleaning.CleaningSummary;
import io.aisle.core.lineage.Lineage;
import io.aisle.core.lineage.Stage;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.StepEffect;
import io.aisle.domain.data.VersionName;
import io.aisle.domain.data.VersionOrigin;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What is printed of versions, their steps and where they come from. */
final class VersionText {
  private VersionText() {}

  static String cleaned(DatasetVersion from, CleaningSummary summary) {
    return String.format(
            Locale.ROOT,
            "%s from %s: %,d events, %,d users, %,d items, in %.1f s%n",
            name(summary.version()),
            name(from),
            summary.version().events(),
            summary.version().users(),
            summary.version().items(),
            summary.seconds())
        + effects(summary.effects());
  }

  static String preview(DatasetVersion from, CleaningPreview preview) {
    String of =
        preview.whole()
            ? "all events: the counts are exact"
            : String.format(
                Locale.ROOT,
                "extrapolated from %,d users with %,d events",
                preview.sampledUsers(),
                preview.sampledEvents());
    return "%s, %s; no version was made%n".formatted(name(from), of) + effects(preview.effects());
  }

  private static String effects(List<StepEffect> effects) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row("step", "before", "dropped", "after", "changed", "users", "items");
    for (StepEffect effect : effects) {
      table.row(
          effect.step(),
          count(effect.before().events()),
          count(effect.dropped()),
          count(effect.after().events()),
          count(effect.changed()),
          count(effect.after().users()),
          count(effect.after().items()));
    }
    return table.render();
  }

  static String table(List<DatasetVersion> versions, LongFunction<VersionOrigin> origins) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT);
    table.row("version", "state", "made by", "from", "events", "users", "items");
    for (DatasetVersion version : versions) {
      VersionOrigin origin = origins.apply(version.id());
      table.row(
          name(version),
          version.state().name().toLowerCase(Locale.ROOT),
          origin.making().name().toLowerCase(Locale.ROOT),
          origin.parent().isEmpty() ? version.source() : origin.parent(),
          count(version.events()),
          count(version.users()),
          count(version.items()));
    }
    return table.render();
  }

  static String lineage(DatasetVersion version, Lineage lineage) {
    StringBuilder text = new StringBuilder();
    text.append(lineage.line().stream().map(Stage::name).collect(Collectors.joining(" -> ")));
    text.append('\n');
    lineage.line().getLast().origin().ifPresent(origin -> text.append(made(version, origin)));
    if (!lineage.descendants().isEmpty()) {
      text.append("made from it: ").append(names(lineage.descendants())).append('\n');
    }
    if (!lineage.runs().isEmpty()) {
      text.append("runs on it: ")
          .append(
              lineage.runs().stream()
                  .map(run -> run.folder().name())
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
    return text.toString();
  }

  private static String made(DatasetVersion version, VersionOrigin origin) {
    String files =
        origin.files().isEmpty() ? "" : "files: %s%n".formatted(String.join(", ", origin.files()));
    String licence =
        version.licence().isEmpty() ? "" : "licence: %s%n".formatted(version.licence());
    String note = origin.note().isEmpty() ? "" : "note: %s%n".formatted(origin.note());
    String steps =
        origin.effects().isEmpty()
            ? ""
            : origin.steps().stripTrailing() + "\n" + effects(origin.effects());
    return files + licence + note + steps;
  }

  private static String names(List<DatasetVersion> versions) {
    return versions.stream().map(VersionText::name).collect(Collectors.joining(", "));
  }

  static String name(DatasetVersion version) {
    return TextTable.clean(VersionName.of(version).toString());
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
