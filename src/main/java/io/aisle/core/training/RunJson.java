package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.aisle.domain.InputException;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code run.json} and its neighbours. Numbers that do not exist are null in the file and NaN here;
 * instants are ISO 8601; a model stands under its id. Thread-safe.
 */
public final class RunJson {
  private static final JsonMapper MAPPER = builder().build();

  /** In run.json a metric that does not exist is null; elsewhere null may mean something else. */
  private static final JsonMapper RUNS =
      builder()
          .addModule(
              new SimpleModule("metrics")
                  .addDeserializer(Double.class, new RunTypes.NumberReader()))
          .build();

  private RunJson() {}

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addModule(RunTypes.module());
  }

  /** The mapper of all JSON of run folders and workers. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The record as a tree, as it stands in {@code run.json}. */
  public static JsonNode toJson(RunRecord run) {
    return MAPPER.valueToTree(run);
  }

  /** Writes {@code run.json}, whole or not at all. */
  public static void write(Path file, RunRecord run) {
    writeTree(file, run);
  }

  /**
   * Reads {@code run.json}.
   *
   * @throws InputException when it is none, or one of another version of the program
   */
  public static RunRecord read(Path file) {
    try {
      RunRecord run = RUNS.readValue(Files.readAllBytes(file), RunRecord.class);
      if (run != null && run.format() == RunRecord.FORMAT) {
        return run;
      }
    } catch (JsonProcessingException e) {
      return explained(file); // which says what is wrong in words
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
    return explained(file);
  }

  /** As {@link #read}, by way of the tree, in which another format can be told from damage. */
  private static RunRecord explained(Path file) {
    JsonNode tree = readTree(file);
    int format = tree.path("format").asInt(0);
    if (format != RunRecord.FORMAT) {
      throw new InputException(
          "%s is of format %s and this program reads format %d; run its experiment again"
              .formatted(file, format == 0 ? "unknown" : format, RunRecord.FORMAT));
    }
    try {
      return RUNS.treeToValue(tree, RunRecord.class);
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    }
  }

  /** Writes a value as a tree, whole or not at all. */
  public static void writeTree(Path file, Object value) {
    AtomicFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(value)));
  }

  /**
   * Reads a file that holds an object.
   *
   * @throws InputException when it is damaged
   */
  public static JsonNode readTree(Path file) {
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
      if (!tree.isObject()) {
        throw new InputException("%s holds no run; run its experiment again".formatted(file));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
  }

  /** A value as it would be read back, so that numbers compare as they were written. */
  public static JsonNode normal(Object value) {
    try {
      return MAPPER.readTree(MAPPER.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputException damaged(Path file, JsonProcessingException cause) {
    // a value of the wrong shape is found in the tree, which knows no lines
    int line = cause.getLocation() == null ? -1 : cause.getLocation().getLineNr();
    String where = line < 1 ? "" : ", line " + line;
    return new InputException(
        "%s%s is damaged; copy the run folder again or run its experiment again"
            .formatted(file, where),
        cause);
  }
}
