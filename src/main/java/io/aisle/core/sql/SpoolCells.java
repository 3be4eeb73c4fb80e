package io.aisle.core.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Rows as bytes: each cell a letter for its type, then its value. Stateless but for the width. */
final class SpoolCells {
  private final int width;

  SpoolCells(int width) {
    this.width = width;
  }

  /**
   * @return bytes written
   */
  long write(DataOutputStream out, Object[] row) throws IOException {
    long bytes = 0;
    for (Object cell : row) {
      bytes += 1 + write(out, cell);
    }
    return bytes;
  }

  private static int write(DataOutputStream out, Object cell) throws IOException {
    switch (cell) {
      case null -> {
        out.writeByte('0');
        return 0;
      }
      case String text -> {
        out.writeByte('t');
        return text(out, text);
      }
      case Long whole -> {
        out.writeByte('w');
        out.writeLong(whole);
        return Long.BYTES;
      }
      case Double number -> {
        out.writeByte('n');
        out.writeDouble(number);
        return Double.BYTES;
      }
      case BigDecimal exact -> {
        out.writeByte('e');
        return text(out, exact.toString());
      }
      case Boolean flag -> {
        out.writeByte(flag ? 'y' : 'f');
        return 0;
      }
      case LocalDate date -> {
        out.writeByte('d');
        out.writeLong(date.toEpochDay());
        return Long.BYTES;
      }
      case LocalDateTime time -> {
        out.writeByte('s');
        out.writeLong(time.toEpochSecond(ZoneOffset.UTC));
        out.writeInt(time.getNano());
        return Long.BYTES + Integer.BYTES;
      }
      default -> {
        out.writeByte('t');
        return text(out, cell.toString());
      }
    }
  }

  private static int text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    return Integer.BYTES + bytes.length;
  }

  Object[] read(DataInputStream in) throws IOException {
    Object[] row = new Object[width];
    for (int i = 0; i < width; i++) {
      row[i] = cell(in);
    }
    return row;
  }

  private static Object cell(DataInputStream in) throws IOException {
    int letter = in.readByte();
    return switch (letter) {
      case '0' -> null;
      case 't' -> text(in);
      case 'w' -> in.readLong();
      case 'n' -> in.readDouble();
      case 'e' -> new BigDecimal(text(in));
      case 'y' -> true;
      case 'f' -> false;
      case 'd' -> LocalDate.ofEpochDay(in.readLong());
      case 's' -> LocalDateTime.ofEpochSecond(in.readLong(), in.readInt(), ZoneOffset.UTC);
      default -> throw new IOException("no cell begins with " + letter);
    };
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
