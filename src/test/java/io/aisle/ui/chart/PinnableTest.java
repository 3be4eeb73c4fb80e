package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever shows a chart says where its figures come from, so that it can be pinned. */
class PinnableTest {
  @Test
  void everyChartCanStandInAReport() {
    List<JavaClass> showing =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.aisle.ui")
                .stream()
                .filter(each -> calls(each, "equip"))
                .toList();
    assertThat(showing).hasSizeGreaterThan(12).allMatch(each -> calls(each, "pinnable"));
  }

  private static boolean calls(JavaClass by, String method) {
    return by.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(ChartFrame.class)
                    && call.getName().equals(method));
  }
}
