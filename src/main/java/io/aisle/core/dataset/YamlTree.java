package io.aisle.core.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.aisle.domain.InputException;
import java.util.Optional;

/** The content of YAML files. */
public final class YamlTree {
  private YamlTree() {}

  /**
   * The tree of a text: maps, lists and plain values; empty when the text says nothing.
   *
   * @throws InputException when the text is no YAML, names a key twice or goes on after its end
   */
  public static Optional<Object> read(String yaml, YamlWording wording) {
    YAMLMapper mapper =
        YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      JsonNode node = mapper.readTree(yaml);
      return node == null || node.isMissingNode()
          ? Optional.empty()
          : Optional.ofNullable(mapper.treeToValue(node, Object.class));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
      throw wording.broken(
          line, message.lines().map(String::strip).findFirst().orElse("it cannot be read"), e);
    }
  }
}
