package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
  void launchersGiveTheWindowTheHeapOfThePackages() throws IOException {
    List<String> heap =
        Pattern.compile("(?m)^--java-options (-X(?!log|X:AOT).*)$")
            .matcher(text("installers/common.options"))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(heap).hasSizeGreaterThan(3);
    assertThat(text("aisle")).contains(heap);
    assertThat(text("aisle.cmd")).contains(heap);
  }

  @Test
  void packagesHaveTheVersionOfTheBuild() throws IOException {
    String version = text("pom.xml").replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");
    // macOS refuses a version that begins with 0; its options say so
    for (String file : List.of("common", "linux/package", "windows/package")) {
      assertThat(text("installers/" + file + ".options"))
          .as(file)
          .contains("--app-version " + version + "\n");
    }
  }
}
