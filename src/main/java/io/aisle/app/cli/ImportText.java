package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Unjoined;
import java.util.List;
import java.util.Locale;

/** What an import took and refused, as text. */
final class ImportText {
  private ImportText() {}

  static String of(ImportSummary summary) {
    TextTable table = new TextTable(LEFT, RIGHT);
    table.row("rows", "count");
    boolean events = summary.read() > 0; // else the files only describe
    if (events) {
      table.row("read", count(summary.read()));
      table.row("taken", count(summary.taken()));
    }
    summary.refused().forEach((reason, rows) -> table.row("refused: " + reason, count(rows)));
    summary.properties().ifPresent(counts -> PropertyText.rows(table, counts));
    there(table, summary.there().queries(), "queries");
    there(table, summary.there().triples(), "triples");
    there(table, summary.there().reviews(), "reviews");
    for (Unjoined each : summary.unjoined()) {
      table.row("not joined: " + words(each.what()), count(each.count()));
    }
    return String.format(
            Locale.ROOT,
            "%s, version %d: %,d users, %,d items%s, in %.1f s%n",
            TextTable.clean(summary.dataset()),
            summary.version(),
            summary.users(),
            summary.items(),
            grades(summary) + further(summary.knowledge()),
            summary.seconds())
        + (events || !summary.unjoined().isEmpty() || summary.there().sum() > 0
            ? table.render()
            : "")
        + summary.properties().map(PropertyText::sentence).orElse("")
        + examples(summary.unjoined());
  }

  private static void there(TextTable table, long count, String what) {
    if (count > 0) {
      table.row("there already: " + what, count(count));
    }
  }

  private static String further(KnowledgeCounts counts) {
    StringBuilder words = new StringBuilder();
    append(words, counts.queries(), "queries");
    append(words, counts.triples(), "triples");
    append(words, counts.reviews(), "reviews");
    return words.toString();
  }

  private static void append(StringBuilder words, long count, String what) {
    if (count > 0) {
      words.append(String.format(Locale.ROOT, ", %,d %s", count, what));
    }
  }

  private static String examples(List<Unjoined> unjoined) {
    StringBuilder lines = new StringBuilder();
    for (Unjoined each : unjoined) {
      List<String> clean = each.examples().stream().map(TextTable::clean).toList();
      lines.append("%s: such as %s%n".formatted(words(each.what()), String.join(", ", clean)));
    }
    return lines.toString();
  }

  private static String words(String what) {
    return switch (what) {
      case "items-undescribed" -> "items of events, not in the item file";
      case "items-unused" -> "items of the item file, not in the data set";
      case "users-undescribed" -> "users of events, not in the user file";
      case "users-unused" -> "users of the user file without events";
      case "heads-of-triples" -> "heads of triples that are no item";
      case "items-of-links" -> "items of the link file, not in the data set";
      case "items-without-triples" -> "items without triples";
      case "users-of-reviews" -> "users of reviews without events";
      case "items-of-reviews" -> "items of reviews, not in the data set";
      case "categories-unknown" -> "categories of items, not in the category tree";
      case "categories-circular" -> "categories whose path leads in a circle";
      case "pictures" -> "pictures of items that are not there";
      default -> what;
    };
  }

  private static String grades(ImportSummary summary) {
    return summary.judgements() == 0
        ? ""
        : String.format(
            Locale.ROOT, ", %,d grades for %,d queries", summary.judgements(), summary.queries());
  }

  static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
