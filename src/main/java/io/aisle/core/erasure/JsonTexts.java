package io.aisle.core.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.Disk;
import io.aisle.domain.data.ErasedNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a user out of JSON files: entries that are the user's, and the name in texts. */
final class JsonTexts {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Set<String> USER = Set.of("user", "userId", "user_id");

  private final ErasedNames names;
  private final Pattern words;

  JsonTexts(ErasedNames names) {
    this.names = names;
    this.words = ErasedNames.words(names.telling());
  }

  /** Whether any text of the file mentions the user. */
  boolean mentions(Path file) {
    JsonNode tree = read(file);
    return tree != null && mentions(tree);
  }

  private boolean mentions(JsonNode node) {
    if (node.isTextual()) {
      return words.matcher(node.asText()).find();
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (words.matcher(field.getKey()).find() || ofUser(field)) {
        return true;
      }
    }
    for (JsonNode child : node) {
      if (mentions(child)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes the file anew when something of the user is in it, whole or not at all.
   *
   * @return whether there was; false for what is no JSON too
   */
  boolean erase(Path file) {
    JsonNode tree = read(file);
    if (tree == null || !mentions(tree)) {
      return false;
    }
    JsonNode without = without(tree);
    AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(without)));
    return true;
  }

  /** Null when it is no JSON. */
  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      return null; // half a file, or another format: it is treated as text
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
  }

  private boolean ofUser(Map.Entry<String, JsonNode> field) {
    return USER.contains(field.getKey())
        && field.getValue().isTextual()
        && names.has(field.getValue().asText());
  }

  private JsonNode without(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(words.matcher(node.asText()).replaceAll(ErasedNames.MARK));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode kept = JSON.createArrayNode();
      for (JsonNode each : array) {
        boolean his = each.isObject() && each.properties().stream().anyMatch(this::ofUser);
        if (!his) {
          kept.add(without(each));
        }
      }
      return kept;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode kept = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        if (ofUser(field)) {
          kept.put(field.getKey(), "");
        } else if (!words.matcher(field.getKey()).find()) {
          kept.set(field.getKey(), without(field.getValue()));
        }
      }
      return kept;
    }
    return node;
  }
}
