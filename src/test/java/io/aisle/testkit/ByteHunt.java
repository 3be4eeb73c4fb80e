package io.aisle.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for a text in every byte below a folder, in packed files too. */
public final class ByteHunt {
  private final List<byte[]> wanted = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  private ByteHunt(String text) {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      wanted.add(text.getBytes(charset));
    }
  }

  /** The files, with entries of packed ones, that hold a text. */
  public static List<String> in(Path folder, String text) {
    ByteHunt hunt = new ByteHunt(text);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        hunt.look(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
      return hunt.found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(String name, byte[] bytes) throws IOException {
    if (wanted.stream().anyMatch(each -> holds(bytes, each))) {
      found.add(name);
    }
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        look(name + "!", in.readAllBytes());
      }
    }
    if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
          look(name + "!/" + each.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      int at = 0;
      while (at < wanted.length && bytes[i + at] == wanted[at]) {
        at++;
      }
      if (at == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
