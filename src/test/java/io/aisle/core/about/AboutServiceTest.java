package io.aisle.core.about;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every library that the program is started with is named with its licence. */
class AboutServiceTest {
  private static final Path HOME = Path.of(System.getProperty("aisle.home"));
  private final AboutService about =
      new AboutService(HOME, new Samples(HOME), "0.1.0", "2026-11-22");

  @Test
  void noLibraryOfTheClassPathIsLeftOut() throws IOException {
    List<Library> libraries = about.libraries();
    String path = Files.readString(Path.of("target/classpath"));
    List<String> missing =
        Stream.of(path.strip().split(System.getProperty("path.separator")))
            .map(jar -> Path.of(jar).getFileName().toString())
            .filter(
                jar ->
                    libraries.stream()
                        .noneMatch(
                            library ->
                                jar.startsWith(
                                    library.id().replaceFirst(".*:", "")
                                        + "-"
                                        + library.version())))
            .toList();
    assertThat(missing).isEmpty();
    assertThat(libraries).hasSizeGreaterThan(50).allSatisfy(this::isWhole);
  }

  private void isWhole(Library library) {
    assertThat(library.name()).isNotBlank();
    assertThat(library.licence()).as(library.id()).isNotBlank().doesNotContain("Unknown");
    assertThat(library.page()).startsWith("http");
  }

  @Test
  void versionsOfWhatItRunsOnAreFound() {
    assertThat(about.versions(about.libraries()))
        .containsEntry("H2", "2.4.240")
        .containsEntry("PyTorch", "2.7.1")
        .containsKeys("Java", "JavaFX", "DJL")
        .doesNotContainValue("");
  }

  @Test
  void everySampleHasItsTerms() {
    assertThat(about.samples())
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            sample -> {
              assertThat(sample.licence()).isNotBlank().doesNotContain("http", "|", "**");
              assertThat(sample.source()).isNotBlank();
            });
    assertThat(about.licence()).contains("Apache License");
  }
}
