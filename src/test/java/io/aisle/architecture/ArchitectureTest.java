package io.aisle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house keeps its rules, and each rule is shown to catch a planted violation. */
class ArchitectureTest {
  private static final String ROOT = "io.aisle";
  private static final String PLANTED = "io.aisle.architecture.planted";

  /** For each rule a class, planted below {@link #PLANTED}, that the rule must name. */
  private static final Map<String, String> VIOLATIONS =
      Map.ofEntries(
          Map.entry("layers", "store.StoreThatKnowsMl"),
          Map.entry("javafx", "core.dataset.CoreWithJavaFx"),
          Map.entry("djl", "ml.model.ModelWithDjl"),
          Map.entry("sql", "core.dataset.CoreWithSql"),
          Map.entry("controllers", "ui.dataset.CoreController"),
          Map.entry("viewModels", "ui.dataset.NodeViewModel"),
          Map.entry("platform", "ui.dataset.PlatformUser"),
          Map.entry("threads", "core.dataset.ThreadMaker"),
          Map.entry("randomness", "ml.model.UnseededRandom"),
          Map.entry("files", "core.dataset.SystemFileReader"),
          Map.entry("operations", "core.dataset.OpWithPlainPath"),
          Map.entry("statics", "ml.model.MutableStatic"),
          Map.entry("singletons", "ml.model.Singleton"),
          Map.entry("streams", "core.dataset.Printer"),
          Map.entry("genericExceptions", "core.dataset.GenericThrower"),
          Map.entry("screens", "ui.dataset.ScreenThatKnowsAnother"),
          Map.entry("coreCycles", "core.dataset.CycleA"),
          Map.entry("mlCycles", "ml.model.CycleC"),
          Map.entry("jobsKnowNoFeature", "core.job.JobThatKnowsAFeature"),
          Map.entry("domain", "domain.ClassInDomain"));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses PLANTS = new ClassFileImporter().importPackages(PLANTED);

  @TestFactory
  Stream<DynamicTest> theProgramKeepsEveryRule() {
    return new ArchitectureRules(ROOT)
        .all().entrySet().stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(PROGRAM)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleNamesItsPlantedViolation() {
    Map<String, ArchRule> rules = new ArchitectureRules(PLANTED).all();
    assertThat(VIOLATIONS.keySet()).isEqualTo(rules.keySet());
    return rules.entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> {
                      EvaluationResult result = rule.getValue().evaluate(PLANTS);
                      List<String> details = result.getFailureReport().getDetails();
                      assertThat(String.join("\n", details))
                          .contains(PLANTED + "." + VIOLATIONS.get(rule.getKey()));
                    }));
  }

  @Test
  void theWholeProgramWasRead() {
    assertThat(PROGRAM.size()).isGreaterThan(60);
    assertThat(PROGRAM.contain(ROOT + ".domain.InputException")).isTrue();
  }
}
