package io.aisle.core.erasure;

import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.Disk;
import io.aisle.domain.data.ErasedNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Removes a user's rows from the tab-separated tables of run folders. The dictionary keeps a row
 * with another name, and attributes that nobody else has keep one without their value: what a model
 * has learned is numbered by both.
 */
final class UserTables {
  private static final String DICTIONARY = "users.tsv";
  private static final String FEATURES = "user-features.tsv";

  private final ErasedNames names;
  private final String standIn;

  /**
   * @param standIn what the dictionary has in the place of the name
   */
  UserTables(ErasedNames names, String standIn) {
    this.names = names;
    this.standIn = standIn;
  }

  /** Whether a file may be such a table, by its name. */
  static boolean is(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".tsv") || name.endsWith(".tsv.gz");
  }

  /** How many rows of a table are the user's; 0 where it has no column of users. */
  int count(Path file) {
    try (BufferedReader in = open(file)) {
      int column = column(in.readLine());
      int rows = 0;
      for (String line = in.readLine(); column >= 0 && line != null; line = in.readLine()) {
        rows += names.has(field(line, column)) ? 1 : 0;
      }
      return rows;
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
  }

  /**
   * Removes the user's rows, whole or not at all.
   *
   * @return rows that were the user's
   */
  int erase(Path file) {
    int rows = count(file);
    if (rows > 0) {
      Map<String, Integer> held = is(file, FEATURES) ? values(file) : Map.of();
      AtomicFile.write(file, out -> write(file, held, out));
    }
    return rows;
  }

  private static boolean is(Path file, String name) {
    return file.getFileName().toString().startsWith(name);
  }

  /** How many users have each value of each feature. */
  private static Map<String, Integer> values(Path file) {
    Map<String, Integer> held = new HashMap<>();
    try (BufferedReader in = open(file)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        held.merge(value(line), 1, Integer::sum);
      }
      return held;
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf('\t') + 1);
  }

  private void write(Path file, Map<String, Integer> held, OutputStream out) throws IOException {
    boolean packed = file.getFileName().toString().endsWith(".gz");
    GZIPOutputStream zip = packed ? new GZIPOutputStream(out, 1 << 16) : null;
    Writer text = new OutputStreamWriter(packed ? zip : out, StandardCharsets.UTF_8);
    try (BufferedReader in = open(file)) {
      String header = in.readLine();
      text.write(header + "\n");
      int column = column(header);
      int at = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        at++;
        if (!names.has(field(line, column))) {
          text.write(line + "\n");
        } else if (is(file, DICTIONARY)) {
          text.write(standIn + "-" + at + "\n");
        } else if (held.getOrDefault(value(line), 0) == 1) {
          text.write(unnamed(file, line, at) + "\n");
        }
      }
    }
    text.flush();
    if (packed) {
      zip.finish();
    }
  }

  /** A row of features that keeps the number of its value without saying it. */
  private String unnamed(Path file, String line, int at) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    Path dictionary = file.resolveSibling(DICTIONARY);
    return "%s\t%s\t%s %d".formatted(entity(dictionary), fields.get(1), ErasedNames.MARK, at);
  }

  /** The stand-in in the dictionary, which is written before the features are. */
  private String entity(Path dictionary) {
    try (BufferedReader in = open(dictionary)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(standIn + "-")) {
          return line;
        }
      }
    } catch (IOException e) {
      throw Disk.failure(dictionary, "read", e);
    }
    return standIn;
  }

  private static int column(String header) {
    if (header == null) {
      return -1;
    }
    List<String> columns =
        Arrays.stream(header.split("\t", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    int user = columns.indexOf("user");
    return user >= 0 ? user : columns.indexOf("entity");
  }

  private static String field(String line, int column) {
    int from = 0;
    for (int i = 0; i < column; i++) {
      int tab = line.indexOf('\t', from);
      if (tab < 0) {
        return "";
      }
      from = tab + 1;
    }
    int end = line.indexOf('\t', from);
    return line.substring(from, end < 0 ? line.length() : end);
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain =
          file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
