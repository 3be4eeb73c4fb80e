package io.aisle.testkit.hostile;

import static io.aisle.testkit.hostile.HostileFile.GOOD;
import static io.aisle.testkit.hostile.HostileFile.bytes;
import static io.aisle.testkit.hostile.HostileFile.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Delimited text that is broken, and what is no text. */
final class TextAttacks {
  static final long GIGABYTE = 1L << 30;

  private TextAttacks() {}

  static List<HostileFile> all() {
    return List.of(
        text("empty.csv", "", "is empty"),
        text("mark-only.csv", "\uFEFF", "is empty"),
        text("header-only.csv", "user,item,time\n", "has a header but no rows"),
        text("one-column.csv", "user\na\nb\n", "has one column only"),
        text("twice.csv", "user,item,user\na,x,b\n", "two columns named \"user\""),
        text("nameless.csv", ",,\na,x,1\n", "looks like the user"),
        text("wide-header.csv", columns(10_000) + "\n", "has 10000 columns, more than"),
        text("widest-header.csv", columns(200_000) + "\n", "row 1: more fields than"),
        text("long-name.csv", "user,item," + "n".repeat(100_000) + "\na,x,1\n", "column name of"),
        text("open-quote.csv", "user,item\na,\"x\n" + "b,y\n".repeat(9), "never closed"),
        text("open-header.csv", "user,\"item\na,x\n" + "b,y\n".repeat(9), "one column only"),
        text("stray-quote.csv", GOOD + "c,\"x\"z,2020-01-03 00:00:00\n", "taken=3"),
        text("short-row.csv", GOOD + "c,x\n", "short-row=1"),
        text("long-row.csv", GOOD + "c,x,2020-01-03 00:00:00,4,5\n", "long-row=1"),
        text("wide-row.csv", GOOD + columns(100_000) + "\n", "row 4: more fields than"),
        text(
            "long-field.csv",
            GOOD + "c," + "z".repeat(2_000_000) + ",2020-01-03 00:00:00\n",
            "field-too-long=1"),
        text("zero-at-once.csv", "user,item\na\0,x\n", "is no text file"),
        text("zero-late.csv", GOOD.repeat(400) + "c,x\0,2020-01-03 00:00:00\n", "zero-byte=1"),
        new HostileFile("line-of-a-gigabyte.csv", TextAttacks::longLine, "far too long"),
        bytes("two-encodings.csv", twoEncodings(), "bad-encoding=1"),
        bytes("half-a-character.csv", halfACharacter(), "bad-encoding=1"),
        bytes("noise.csv", noise(5_000), ""),
        text("number.csv", "user,item,price\na,x,1e999\nb,y,2\n", "bad-number=1"),
        text("time.csv", GOOD + "c,x,2020-13-45 99:99:99\n", "bad-time=1"),
        text("sums.csv", GOOD + "=1+1,@x,2020-01-03 00:00:00\n", "taken=3"),
        text("database.csv", "SQLite format 3\0 user,item\n", "is an SQLite database"),
        text("page.csv", "%PDF-1.7\nuser,item\n", "is a PDF file"),
        bytes(
            "old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1}, "before 2007"),
        text("criteo.tsv", criteo(), "neither users nor items"));
  }

  private static String columns(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
  }

  private static String criteo() {
    return ("1" + "\t5".repeat(13) + "\t0a1b2c3d".repeat(26) + "\n").repeat(3);
  }

  /** A line without an end; the gigabyte is a hole in the file, which takes no room on the disk. */
  static void longLine(Path file) throws IOException {
    hole(file, GOOD.repeat(200) + "c,");
  }

  static void hole(Path file, String beginning) throws IOException {
    Files.writeString(file, beginning);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(GIGABYTE);
    }
  }

  private static byte[] twoEncodings() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((GOOD + "杯子鼠标,x,2020-01-03 00:00:00\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes("caf\u00e9,x,2020-01-04 00:00:00\n".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] halfACharacter() {
    byte[] whole = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE);
    return Arrays.copyOf(whole, whole.length - 1);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
