package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bundled data sets: folders below {@code sample-datasets} of the application home, each with
 * an {@code ABOUT.md}, a {@code mapping.yaml} and a {@code sample.yaml}.
 */
public final class Samples {
  private final Path folder;

  /**
   * @param home the application home, the folder that holds {@code sample-datasets}
   */
  public Samples(Path home) {
    this.folder = home.resolve("sample-datasets");
  }

  /** In the order in which they are offered; empty when the folder is missing. */
  public List<Sample> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("mapping.yaml")))
          .map(Samples::read)
          .sorted(Comparator.comparing((Sample sample) -> sample.facts().order()))
          .toList();
    } catch (IOException e) {
      throw new OperationException(
          "The samples in %s cannot be listed: install Aisle again.".formatted(folder), e);
    }
  }

  /**
   * @throws InputException naming the samples there are
   */
  public Sample require(String name) {
    List<Sample> samples = list();
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    samples.isEmpty()
                        ? "There are no samples in %s: install Aisle again.".formatted(folder)
                        : "There is no sample \"%s\": name one of %s."
                            .formatted(
                                name,
                                samples.stream()
                                    .map(Sample::name)
                                    .collect(Collectors.joining(", ")))));
  }

  private static Sample read(Path folder) {
    MappingFile mapping = MappingReader.readFile(folder.resolve("mapping.yaml"));
    String name = folder.getFileName().toString();
    List<String> about = about(folder);
    String title = about.isEmpty() ? name : about.getFirst().replaceFirst("^#+ *", "");
    String summary =
        about.stream()
            .skip(1)
            .dropWhile(String::isBlank)
            .takeWhile(line -> !line.isBlank())
            .collect(Collectors.joining(" "));
    return new Sample(
        name,
        title,
        summary,
        folder,
        ImportPlan.of(name, mapping.files(), mapping),
        SampleFacts.read(folder.resolve("sample.yaml")));
  }

  private static List<String> about(Path folder) {
    try {
      return Files.readAllLines(folder.resolve("ABOUT.md"));
    } catch (IOException e) {
      throw new OperationException(
          "The sample %s has no readable ABOUT.md: install Aisle again.".formatted(folder), e);
    }
  }
}
