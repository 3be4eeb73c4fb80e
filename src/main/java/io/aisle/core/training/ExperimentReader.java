package io.aisle.core.training;

import io.aisle.core.dataset.YamlMap;
import io.aisle.core.dataset.YamlTree;
import io.aisle.core.dataset.YamlWording;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads experiment files (YAML), strictly: what is not understood is an error, not a default. Paths
 * in the file are relative to its folder.
 */
public final class ExperimentReader {
  private static final long LONGEST = 1 << 20;

  private ExperimentReader() {}

  /**
   * @throws InputException one sentence that names file, line or key, and the way out
   */
  public static ReadExperiment read(Path file) {
    Object tree = tree(file, "an experiment");
    Path folder = file.toAbsolutePath().normalize().getParent();
    return new ExperimentParser(folder).parse(tree, file.toString(), stem(file));
  }

  /**
   * The tree of a file that is yet to be understood.
   *
   * @param what the file is to hold, for the sentence that it is empty
   * @throws InputException when it is no file, no text or no YAML
   */
  public static Map<String, Object> tree(Path file, String what) {
    YamlWording wording = new ExperimentWording(file.toString());
    Object tree =
        YamlTree.read(content(file), wording)
            .orElseThrow(
                () -> new InputException("%s is empty; write %s into it".formatted(file, what)));
    return YamlMap.of(tree, wording).values();
  }

  /**
   * An experiment from a map in the shape of a file, such as {@code configuration} of a run.
   *
   * @param folder what relative paths are relative to
   * @param source what sentences call the origin
   */
  public static ReadExperiment fromMap(Map<String, Object> map, Path folder, String source) {
    return new ExperimentParser(folder).parse(map, source, "run");
  }

  private static String content(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("%s is no file; check the path".formatted(file));
    }
    try {
      if (Files.size(file) > LONGEST) {
        throw new InputException(
            "%s is over 1 MiB, too long for an experiment; check the path".formatted(file));
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InputException(
          "%s is not UTF-8 text; an experiment is a YAML file, check the path".formatted(file), e);
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
  }

  /** The name of a file without its ending. */
  public static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
