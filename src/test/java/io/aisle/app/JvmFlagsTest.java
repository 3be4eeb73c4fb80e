package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The flags stand in several files that cannot read each other. */
class JvmFlagsTest {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  @Test
  void testsRunWithTheFlagsOfWorkers() throws IOException {
    assertThat(text("pom.xml"))
        .contains("<jvm.flags>" + String.join(" ", ProcessLauncher.JVM_FLAGS) + "</jvm.flags>");
  }

  @Test
  void launchersAndPackagesSayTheSameButForTheVectorApiThatOnlyWorkersUse() throws IOException {
    List<String> flags =
        ProcessLauncher.JVM_FLAGS.stream().filter(flag -> !flag.equals(VECTORS)).toList();
    for (String file : List.of("aisle", "aisle.cmd", "installers/common.options")) {
      assertThat(text(file)).as(file).contains(flags).doesNotContain(VECTORS);
    }
    assertThat(text("installers/common.options")).contains("jdk.incubator.vector");
  }

  @Test
  void packageHasTheVersionOfTheBuild() throws IOException {
    String version = text("pom.xml").replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");
    assertThat(text("installers/common.options")).contains("--app-version " + version + "\n");
  }
}
