package io.aisle.app.cli;

import io.aisle.core.erasure.ErasurePlan;
import io.aisle.core.erasure.ErasureReport;
import io.aisle.core.erasure.UserTrace;
import io.aisle.domain.data.DatasetVersion;
import java.nio.file.Path;
import java.util.Locale;

/** What erasing a user does and did, as text. */
final class ErasureText {
  private ErasureText() {}

  static String of(ErasurePlan plan, boolean now) {
    StringBuilder text = new StringBuilder();
    if (plan.empty()) {
      line(text, "No data set and no run has this user; texts and backups are looked through.");
    }
    for (ErasurePlan.OfVersion each : plan.versions()) {
      line(text, "%s: %,d events go", name(each.version()), each.events());
    }
    for (DatasetVersion version : plan.interrupted()) {
      line(text, "%s: the interrupted import is removed", name(version));
    }
    for (UserTrace run : plan.runs()) {
      line(
          text,
          run.complete()
              ? "run %s: %,d rows go%s"
              : "run %s, which is not finished, is removed with %,d rows%s",
          TextTable.clean(run.name()),
          run.rows(),
          run.complete() && run.learned() ? "; its model has learned from them" : "");
    }
    for (Path file : plan.removed()) {
      line(text, "%s is removed", TextTable.clean(file.toString()));
    }
    for (Path file : plan.elsewhere()) {
      line(
          text,
          "the backup %s may hold the user and stays: delete it by hand",
          TextTable.clean(file.toString()));
    }
    if (!now) {
      line(text, "Nothing was changed: say --yes to do it. It cannot be undone.");
    }
    return text.toString();
  }

  private static String name(DatasetVersion version) {
    return "%s, version %d".formatted(TextTable.clean(version.dataset()), version.version());
  }

  static String of(ErasureReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "Erased: %,d events; the store was compacted.", report.events());
    for (String run : report.learned()) {
      line(text, "learned from the user: %s", TextTable.clean(run));
    }
    for (Path again : report.again()) {
      Path folder = again.getParent();
      line(
          text,
          "train again: aisle run \"%s\" --out \"%s-again\"",
          TextTable.clean(again.toString()),
          TextTable.clean(folder.toString()));
    }
    for (Path file : report.elsewhere()) {
      line(
          text,
          "may hold the user still: the backup %s, delete it by hand",
          TextTable.clean(file.toString()));
    }
    for (Path file : report.left()) {
      line(text, "the id still stands in %s: see to it by hand", TextTable.clean(file.toString()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String template, Object... arguments) {
    text.append(String.format(Locale.ROOT, template, arguments)).append(System.lineSeparator());
  }
}
