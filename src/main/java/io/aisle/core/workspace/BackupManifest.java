package io.aisle.core.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself; the last entry of its zip file.
 *
 * @param format of the backup
 * @param program version that wrote it
 * @param created ISO instant
 * @param versions data set versions in it
 * @param runs run folders in it
 * @param files every other entry by its name
 */
record BackupManifest(
    int format,
    String program,
    String created,
    int versions,
    int runs,
    Map<String, FileSum> files) {
  /** The name of its entry. */
  static final String NAME = "aisle-backup.json";

  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  BackupManifest {
    files = new TreeMap<>(files);
  }

  /** An entry's size in bytes and SHA-256 in hex. */
  record FileSum(long bytes, String sha256) {}

  long bytes() {
    return files.values().stream().mapToLong(FileSum::bytes).sum();
  }

  /** When it was written; long ago, where nobody can tell. */
  Instant time() {
    try {
      return created == null ? Instant.EPOCH : Instant.parse(created);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  byte[] json() throws JsonProcessingException {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * @param where the file it stands in, for the sentence
   * @throws InputException when it is none, or one of a later format
   */
  static BackupManifest of(byte[] json, String where) {
    try {
      BackupManifest manifest = JSON.readValue(json, BackupManifest.class);
      if (manifest.format() > FORMAT) {
        throw new InputException(
            "%s was written by a newer Aisle (%s): update Aisle first."
                .formatted(where, manifest.program()));
      }
      return manifest;
    } catch (IOException | NullPointerException e) {
      throw new InputException(
          where + " is no backup of Aisle: its list of files cannot be read; choose another.", e);
    }
  }
}
