package io.aisle.core.about;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.aisle.core.dataset.Sample;
import io.aisle.core.dataset.Samples;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Versions and licences. The list of libraries is written by the build from the dependencies of the
 * program; what lies within a library and has a licence of its own is added to it. Methods block;
 * call them in jobs. Thread-safe.
 */
public final class AboutService {
  /** Written by the build. */
  private static final String LIBRARIES = "/io/aisle/libraries.tsv";

  private static final String WITHIN = "within.tsv";

  private final Path home;
  private final Samples samples;
  private final String version;
  private final String build;

  /**
   * @param home where the program lies
   * @param build which build of the version
   */
  public AboutService(Path home, Samples samples, String version, String build) {
    this.home = home;
    this.samples = samples;
    this.version = version;
    this.build = build;
  }

  public String version() {
    return version;
  }

  public String build() {
    return build;
  }

  /** By their names. */
  public List<Library> libraries() {
    List<Library> all = new ArrayList<>(read(LIBRARIES));
    all.addAll(read(WITHIN));
    all.sort(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER));
    return all;
  }

  private static List<Library> read(String resource) {
    try (InputStream in = AboutService.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new OperationException(
            "The program is incomplete: %s is missing; install Aisle again.".formatted(resource));
      }
      CsvReader<CsvRecord> rows =
          CsvReader.builder()
              .fieldSeparator('\t')
              .quoteCharacter('\0')
              .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
      return rows.stream()
          .skip(1)
          .map(
              row ->
                  new Library(
                      row.getField(0) + ":" + row.getField(1),
                      row.getField(3),
                      row.getField(2),
                      row.getField(4),
                      row.getField(5)))
          .toList();
    } catch (IOException e) {
      throw new OperationException(
          "The program is damaged: %s cannot be read; install Aisle again.".formatted(resource), e);
    }
  }

  /** What the program computes, stores and draws with, by name. */
  public Map<String, String> versions(List<Library> libraries) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    versions.put("JavaFX", of(libraries, "org.openjfx:javafx-graphics"));
    versions.put("H2", of(libraries, "com.h2database:h2"));
    versions.put("PyTorch", of(libraries, "ai.djl.pytorch:pytorch-native-cpu"));
    versions.put("DJL", of(libraries, "ai.djl:api"));
    versions.put(
        "OS",
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    return versions;
  }

  private static String of(List<Library> libraries, String id) {
    return libraries.stream()
        .filter(library -> library.id().equals(id))
        .map(Library::version)
        .findFirst()
        .orElse("");
  }

  /** The data that come with the program. */
  public List<SampleLicence> samples() {
    return samples.list().stream().map(AboutService::licence).toList();
  }

  private static SampleLicence licence(Sample sample) {
    try {
      List<String> lines = Files.readAllLines(sample.about());
      return new SampleLicence(
          sample.title(), row(lines, "Licence"), row(lines, "Source"), sample.about());
    } catch (IOException e) {
      throw new OperationException(
          "The sample %s has no readable ABOUT.md: install Aisle again.".formatted(sample.folder()),
          e);
    }
  }

  /** The cell of a row of the first table, without Markdown's marks. */
  private static String row(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith("| " + name + " |"))
        .map(line -> line.substring(name.length() + 4).replaceFirst("\\|\\s*$", "").strip())
        .map(cell -> cell.replaceAll("[*`]|\\s?\\(?<https?://[^>]*>\\)?", ""))
        .findFirst()
        .orElse("");
  }

  /** The text of the program's own licence. */
  public String licence() {
    Path file = home.resolve("LICENSE");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OperationException(
          "The licence in %s cannot be read; install Aisle again.".formatted(file), e);
    }
  }
}
