package io.aisle.core.dataset.table;

import java.util.List;

/** What files begin with that are no text. */
final class Signature {
  private record Kind(String name, int... bytes) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("an Excel or zip file", 'P', 'K', 3, 4),
          new Kind("a Parquet file", 'P', 'A', 'R', '1'),
          new Kind("an encrypted Parquet file", 'P', 'A', 'R', 'E'),
          new Kind("an Excel file of before 2007", 0xd0, 0xcf, 0x11, 0xe0),
          new Kind("a bzip2 file", 'B', 'Z', 'h'),
          new Kind("an xz file", 0xfd, '7', 'z', 'X', 'Z'),
          new Kind("a 7-Zip file", '7', 'z', 0xbc, 0xaf),
          new Kind("a RAR file", 'R', 'a', 'r', '!'),
          new Kind("an ORC file", 'O', 'R', 'C', 1),
          new Kind("an Avro file", 'O', 'b', 'j', 1),
          new Kind("a PDF file", '%', 'P', 'D', 'F', '-'),
          new Kind("an SQLite database", 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'));

  private Signature() {}

  /** What a file is, with its article; "" when it may be text. */
  static String of(byte[] head) {
    return KINDS.stream()
        .filter(kind -> starts(head, kind.bytes))
        .map(Kind::name)
        .findFirst()
        .orElse("");
  }

  static boolean starts(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
