package io.aisle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Workers alone are started with the module of the Vector API. */
class WithoutVectorApiTest {
  @Test
  void onlyModelsAndMetricsWhichLiveInWorkersUseKernels() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.aisle.ml..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.aisle.ml.kernel..", "jdk.incubator..")
        .because("the program's own process has no jdk.incubator.vector")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.aisle"));
  }
}
