package io.aisle.testkit.hostile;

import static io.aisle.testkit.hostile.HostileFile.GOOD;
import static io.aisle.testkit.hostile.HostileFile.bytes;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed files and archives. */
final class PackedAttacks {
  private static final int BOMB_MB = 80;

  private PackedAttacks() {}

  static List<HostileFile> all() {
    byte[] many = GOOD.repeat(500).getBytes(StandardCharsets.UTF_8);
    byte[] gz = packed(GZIPOutputStream::new, many);
    byte[] zst = Zstd.compress(many);
    byte[] wrongSum = gz.clone();
    wrongSum[gz.length - 8] ^= 1;
    byte[] zip = zip("a.csv", GOOD);
    return List.of(
        bytes("cut.csv.gz", Arrays.copyOf(gz, gz.length / 2), "middle of its packed data"),
        bytes("head.csv.gz", Arrays.copyOf(gz, 12), "middle of its packed data"),
        bytes("sum.csv.gz", wrongSum, "middle of its packed data"),
        bytes("nothing.csv.gz", packed(GZIPOutputStream::new, new byte[0]), "is empty"),
        bytes("twice.csv.gz", packed(GZIPOutputStream::new, gz), "is no text file"),
        new HostileFile("bomb.csv.gz", file -> bomb(file, GZIPOutputStream::new), "unpacks to"),
        bytes("cut.csv.zst", Arrays.copyOf(zst, zst.length / 2), "middle of its packed data"),
        bytes("noise.csv.zst", noise(zst), "middle of its packed data"),
        new HostileFile("bomb.csv.zst", file -> bomb(file, ZstdOutputStream::new), "unpacks to"),
        new HostileFile("bomb.zip", file -> bomb(file, PackedAttacks::member), "unpacks to"),
        bytes("cut.zip", Arrays.copyOf(zip, zip.length / 2), "middle of its packed data"),
        bytes("slip.zip", zip("../../evil.csv", GOOD), "leads out of the archive"),
        bytes("root.zip", zip("/etc/evil.csv", GOOD), "leads out of the archive"),
        bytes("drive.zip", zip("C:\\evil.csv", GOOD), "leads out of the archive"),
        bytes("nothing.zip", zip(), "holds no table"),
        bytes("pictures.zip", zip("a.png", "x", "README.txt", "x"), "holds no table"),
        bytes("kinds.zip", zip("a.csv", GOOD, "b.csv", "user,item,n\na,b,1\n"), "several kinds"),
        bytes(
            "users.zip", zip("a.csv", "a,b\n1,2\n", "b.csv", "c,d\n1,2\n"), "no table with a user"),
        bytes("nested.zip", zip("inner.zip", "PK\3\4"), "holds no table"),
        new HostileFile("crowd.zip", PackedAttacks::crowd, "holds 20000 files"),
        bytes("a.csv.bz2", "BZh91AY&SY".getBytes(StandardCharsets.US_ASCII), "is a bzip2 file"),
        bytes("a.7z", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27}, "is a 7-Zip file"));
  }

  /** What packs a stream. */
  private interface Packing {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packing packing, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.around(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void bomb(Path file, Packing packing) throws IOException {
    byte[] row = "a,x,2020-01-01 00:00:00\n".repeat(43_690).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = packing.around(Files.newOutputStream(file))) {
      out.write("user,item,time\n".getBytes(StandardCharsets.UTF_8));
      out.write(row);
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) '\n');
      for (int i = 0; i < BOMB_MB; i++) {
        out.write(spaces);
      }
    }
  }

  private static OutputStream member(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("events.csv"));
    return zip;
  }

  private static byte[] noise(byte[] zst) {
    byte[] noise = zst.clone();
    Arrays.fill(noise, 12, noise.length, (byte) 0x5a);
    return noise;
  }

  private static byte[] zip(String... membersAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < membersAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(membersAndTexts[i]));
        zip.write(membersAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void crowd(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 20_000; i++) {
        zip.putNextEntry(new ZipEntry(i + ".csv"));
      }
    }
  }
}
