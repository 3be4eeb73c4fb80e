package io.aisle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.aisle.architecture.planted.ui.dataset.NewExport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every way by which something leaves the program is listed here with what guards it (see
 * docs/privacy.md, "What leaves"). Whoever adds one has to say so.
 */
class ExitsTest {
  /** What guards an exit. */
  private enum Guard {
    /** Rows of a data set: it asks for the licence. */
    LICENCE,
    /** It carries out what one of those has asked for. */
    ASKED_BEFORE,
    /** Figures of enough users: the least size of groups holds where they are made. */
    FIGURES,
    /** Names, settings, logs, steps and other words that are no rows; or nothing at all. */
    WORDS,
    /** The whole workspace or a run for oneself, as docs/privacy.md says of it. */
    WHOLE
  }

  private static final Map<String, Guard> LISTED = new TreeMap<>();

  static {
    list(
        Guard.LICENCE,
        "RowExport SqlController HistoryController AttentionController ItemsController"
            + " MapController ListsController ListsViewModel ListedViewModel ExportViewModel"
            + " Description TableCopy"
            + " SqlCommand RecommendCommand BundleCommand MapCommand NeighboursCommand"
            + " ExplainCommand");
    // ChartFiles: by ChartMenu; SqlGrid: by its owner; Clips: by all that call it
    list(
        Guard.ASKED_BEFORE,
        "ChartFiles Clips ModelListView RowsController KnowledgeRowsController SqlGrid"
            + " SqlViewModel");
    list(
        Guard.FIGURES,
        "AgreementController CompareController DetailController GroupsController"
            + " PredictionController RobustnessController SearchController SlicesController"
            + " VersionsController CleaningController RunsController ReportViewModel"
            + " CompareCommand CompareVersionsCommand ProfileCommand SlicesCommand"
            + " RobustnessCommand TuneCommand ReportCommand DemoCommand BenchCommand"
            + " CleanCommand VersionsCommand ImportCommand");
    // the tables of an import show what stands in the analyst's own files
    list(
        Guard.WORDS,
        "AboutController CleaningViewModel DatasetMenu DescriptionController HelpController"
            + " ImportCheckController ImportController ImportFileController JobCell LogController"
            + " MappingShelfViewModel RunController RunViewModel StatusController SealedLog"
            + " StartMark StartReport RootCommand DevicesCommand EraseUserCommand"
            + " ReportProblemCommand");
    list(
        Guard.WHOLE,
        "BackupsController BackupCommand RestoreCommand RepairCommand EncryptCommand DecryptCommand"
            + " ChangePassphraseCommand RunCommand ImportRunCommand FuseCommand RerankCommand"
            + " UnbundleCommand");
  }

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.aisle");

  private static void list(Guard guard, String names) {
    for (String name : names.split(" ", -1)) {
      Guard twice = LISTED.put(name, guard);
      assertThat(twice).as(name).isNull();
    }
  }

  @Test
  void everyExitIsListed() {
    Set<String> found = Exits.of(PROGRAM);
    Set<String> added = new TreeSet<>(found);
    added.removeAll(LISTED.keySet());
    assertThat(added).as("have to say here, and in docs/privacy.md, what guards them").isEmpty();
    assertThat(found).as("exits that are there no more").containsAll(LISTED.keySet());
  }

  @Test
  void exitsOfRowsAskForTheLicence() {
    List<String> silent =
        LISTED.keySet().stream()
            .filter(name -> LISTED.get(name) == Guard.LICENCE)
            .filter(name -> !Exits.asks(PROGRAM, name))
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void anExitThatIsNotListedIsFoundAndDoesNotAsk() {
    JavaClasses planted = new ClassFileImporter().importPackages(NewExport.class.getPackageName());
    String name = NewExport.class.getSimpleName();
    assertThat(Exits.of(planted)).contains(name);
    assertThat(Exits.asks(planted, name)).isFalse();
    assertThat(Arrays.asList(Guard.values())).doesNotContain(LISTED.get(name));
  }
}
