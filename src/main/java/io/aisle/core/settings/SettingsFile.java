package io.aisle.core.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.aisle.core.training.AtomicFile;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file of JSON, written whole or not at all. What a newer program wrote into it and this
 * one does not know is passed over; what cannot be read is told to the log, kept aside, and the
 * defaults hold. Paths and moments stand in it as texts. Confined to one thread at a time.
 *
 * @param <T> the record it holds
 */
public final class SettingsFile<T> {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Path.class, ToStringSerializer.instance)
                  .addDeserializer(Path.class, text(Path::of))
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, text(Instant::parse)));

  private final Path file;
  private final Class<T> type;
  private final T fallback;

  public SettingsFile(Path file, Class<T> type, T fallback) {
    this.file = file;
    this.type = type;
    this.fallback = fallback;
  }

  private static <V> JsonDeserializer<V> text(Function<String, V> parse) {
    return new StdDelegatingDeserializer<>(
        new StdConverter<String, V>() {
          @Override
          public V convert(String text) {
            return parse.apply(text);
          }
        });
  }

  /** What was saved last; the defaults when there is nothing, or nothing that can be read. */
  public T load() {
    if (!Files.exists(file)) {
      return fallback;
    }
    try {
      JsonNode said = JSON.readTree(Files.readString(file));
      ObjectNode all = JSON.valueToTree(fallback);
      said.properties().stream()
          .filter(each -> all.has(each.getKey()))
          .forEach(each -> all.set(each.getKey(), each.getValue()));
      return JSON.treeToValue(all, type);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read and is kept as {}.damaged", file, file, e);
      setAside();
      return fallback;
    }
  }

  private void setAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} cannot be moved aside", file, e);
    }
  }

  /**
   * @throws OperationException when the file cannot be written
   */
  public void save(T value) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(value)));
    } catch (IOException e) {
      throw new OperationException(
          "The settings in %s cannot be written; check the folder's permissions.".formatted(file),
          e);
    }
  }
}
