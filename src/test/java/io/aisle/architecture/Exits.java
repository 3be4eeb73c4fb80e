package io.aisle.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.aisle.core.bundle.RunBundles;
import io.aisle.core.dataset.CsvExport;
import io.aisle.core.export.ListExportService;
import io.aisle.core.export.ListFile;
import io.aisle.core.export.TableFile;
import io.aisle.core.report.ReportService;
import io.aisle.core.sql.SqlService;
import io.aisle.core.training.AtomicFile;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.LicenceGate;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.Clipboard;
import picocli.CommandLine.Command;

/**
 * The classes by which something leaves the program: into the clipboard, into a file that the
 * analyst chooses, or out of a command.
 */
final class Exits {
  private static final Map<String, Set<String>> WAYS =
      Map.ofEntries(
          Map.entry(Clipboard.class.getName(), Set.of("setContent")),
          Map.entry(Clips.class.getName(), Set.of("put")),
          Map.entry(Dialogs.class.getName(), Set.of("save")),
          Map.entry(Tables.class.getName(), Set.of("equip")),
          Map.entry(
              Files.class.getName(),
              Set.of("write", "writeString", "copy", "newOutputStream", "newBufferedWriter")),
          Map.entry(AtomicFile.class.getName(), Set.of("write", "writeAt")),
          Map.entry(CsvExport.class.getName(), Set.of("write")),
          Map.entry(ListFile.class.getName(), Set.of("write")),
          Map.entry(TableFile.class.getName(), Set.of("write")),
          Map.entry(ListExportService.class.getName(), Set.of("write")),
          Map.entry(SqlService.class.getName(), Set.of("export")),
          Map.entry(ReportService.class.getName(), Set.of("write")),
          Map.entry(RunBundles.class.getName(), Set.of("write")));

  private static final Set<String> GATES =
      Set.of(
          LicenceGate.class.getName(),
          LicenceQuestion.class.getName(),
          RowGate.class.getName(),
          "io.aisle.app.cli.LicenceOption");

  private Exits() {}

  /** Names of the classes of ui and app, without their package. */
  static Set<String> of(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().matches(".*\\.(ui|app)(\\..*)?") && leaves(each)) {
        found.add(outer(each).getSimpleName());
      }
    }
    return found;
  }

  private static boolean leaves(JavaClass each) {
    return each.isAnnotatedWith(Command.class)
        || each.getAccessesFromSelf().stream().anyMatch(Exits::leaves);
  }

  private static boolean leaves(JavaAccess<?> access) {
    return WAYS.getOrDefault(access.getTargetOwner().getName(), Set.of())
        .contains(access.getName());
  }

  /** Whether a class asks a gate, and not only the one that is always open. */
  static boolean asks(JavaClasses classes, String name) {
    return classes.stream()
        .filter(each -> outer(each).getSimpleName().equals(name))
        .flatMap(each -> each.getAccessesFromSelf().stream())
        .anyMatch(Exits::asks);
  }

  private static boolean asks(JavaAccess<?> access) {
    return GATES.contains(access.getTargetOwner().getName()) && !access.getName().equals("FREE")
        || access.getName().equals("gate");
  }

  private static JavaClass outer(JavaClass each) {
    return each.getEnclosingClass().map(Exits::outer).orElse(each);
  }
}
