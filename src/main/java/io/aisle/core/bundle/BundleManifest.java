package io.aisle.core.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.training.RunJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a bundle says of itself.
 *
 * @param format version of the bundle's layout
 * @param name of the run, for people
 * @param protocolHash of the run, hex
 * @param files every file of the run
 */
record BundleManifest(int format, String name, String protocolHash, List<Part> files) {
  /** The layout that this program writes and reads. */
  static final int FORMAT = 1;

  /** The name of the manifest in the bundle. */
  static final String ENTRY = "aisle-run.json";

  /** What stands before the files of the run, so that none can be taken for the manifest. */
  static final String ROOT = "run/";

  /** More than this is no manifest, bytes. */
  static final int LIMIT = 1 << 20;

  /**
   * Plain names alone: no way out of the folder, no device or hidden file of any system, nothing
   * that two systems read differently.
   */
  private static final Pattern PLAIN = Pattern.compile("(\\w[\\w.-]{0,99}/){0,4}\\w[\\w.-]{0,99}");

  /**
   * A file of the run.
   *
   * @param path below the run folder, with {@code /}
   * @param bytes its size
   * @param sha256 of its content, hex
   */
  record Part(String path, long bytes, String sha256) {}

  byte[] toJson() {
    try {
      return RunJson.mapper().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /**
   * Reads a manifest and checks that it makes sense.
   *
   * @throws BundleException with the reason
   */
  static BundleManifest read(byte[] json) {
    try {
      JsonNode tree = RunJson.mapper().readTree(json);
      int format = tree.path("format").asInt(0);
      if (format != FORMAT) {
        throw new BundleException(
            "is of format %s and this program reads format %d; bundle the run again with a program of this version"
                .formatted(format < 1 ? "unknown" : format, FORMAT));
      }
      BundleManifest manifest = RunJson.mapper().treeToValue(tree, BundleManifest.class);
      manifest.check();
      return manifest;
    } catch (IOException e) {
      throw new BundleException("has a damaged %s; get it again".formatted(ENTRY), e);
    }
  }

  private void check() {
    if (name == null || protocolHash == null || files == null || files.isEmpty()) {
      throw new BundleException("has an incomplete %s; get it again".formatted(ENTRY));
    }
    Set<String> seen = new HashSet<>();
    for (Part part : files) {
      if (part.path() == null || !isPlain(part.path())) {
        throw new BundleException(
            "names the file '%s', which no run has; do not trust it".formatted(part.path()));
      }
      if (!seen.add(part.path()) || part.bytes() < 0 || part.sha256() == null) {
        throw new BundleException(
            "says contradictory things of %s; get it again".formatted(part.path()));
      }
    }
  }

  static boolean isPlain(String path) {
    return PLAIN.matcher(path).matches();
  }

  /** The size of all files, bytes. */
  long bytes() {
    return files.stream().mapToLong(Part::bytes).sum();
  }
}
