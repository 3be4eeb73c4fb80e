package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads every part of an Excel workbook once, without keeping it, before the library is let at it:
 * what it would hold in memory must fit there, whatever the archive says about its sizes.
 */
final class WorkbookCheck {
  /** What the library keeps in memory: texts, styles, names. Sheets are read row by row. */
  private static final long MOST_KEPT = 96L << 20;

  /** A cell holds 32,767 characters at most. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_COLUMN = 3;
  private static final int MOST_PARTS = 10_000;
  private static final byte[] REFERENCE = {' ', 'r', '=', '"'};
  private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

  private final Path file;
  private long kept;

  private WorkbookCheck(Path file) {
    this.file = file;
  }

  /**
   * @return whether it says how its cells are shown, by which dates are told from numbers
   * @throws InputException when the workbook is damaged, or made to do harm
   */
  static boolean check(Path file) throws IOException {
    WorkbookCheck check = new WorkbookCheck(file);
    boolean styled = false;
    try (ZipFile zip = new ZipFile(Sealed.file(file))) {
      if (zip.size() > MOST_PARTS) {
        throw check.harmful("has %d parts".formatted(zip.size()));
      }
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        styled |= name.endsWith("styles.xml");
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
          try (InputStream in = zip.getInputStream(entry)) {
            check.part(in, entry.getCompressedSize(), name.startsWith("xl/worksheets/"));
          }
        }
      }
    }
    return styled;
  }

  private InputException harmful(String why) {
    return new InputException(
        "%s is no workbook of an export, it %s: save it again with your spreadsheet program, or as CSV."
            .formatted(file, why));
  }

  private void part(InputStream in, long packed, boolean sheet) throws IOException {
    Scan scan = new Scan();
    byte[] buffer = new byte[1 << 16];
    InputStream guarded = new ExpansionGuard(in, () -> packed);
    int read = guarded.read(buffer);
    while (read >= 0) {
      kept += sheet ? 0 : read;
      if (kept > MOST_KEPT) {
        throw harmful("has more than %d MB of texts and styles".formatted(MOST_KEPT >> 20));
      }
      for (int i = 0; i < read; i++) {
        scan.add(buffer[i]);
      }
      read = guarded.read(buffer);
    }
  }

  /** Looks at the bytes of one part; zeros between them (UTF-16) do not count. */
  private final class Scan {
    private int sinceTag;
    private int inReference;
    private int inDoctype;
    private int letters = -1;

    void add(byte each) {
      if (each == 0) {
        return;
      }
      sinceTag = each == '<' ? 0 : sinceTag + 1;
      if (sinceTag > LONGEST_TEXT) {
        throw harmful("has a text of more than %d characters".formatted(LONGEST_TEXT));
      }
      inDoctype = matched(each, inDoctype, DOCTYPE);
      if (inDoctype == DOCTYPE.length) {
        throw harmful("has a document type with entities");
      }
      if (letters >= 0) {
        letters = each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z' ? letters + 1 : -1;
        if (letters > LONGEST_COLUMN) {
          throw harmful("has a cell in a column that no sheet has");
        }
      }
      inReference = matched(each, inReference, REFERENCE);
      if (inReference == REFERENCE.length) {
        letters = 0;
        inReference = 0;
      }
    }

    private static int matched(byte each, int so, byte[] pattern) {
      return each == pattern[so] ? so + 1 : each == pattern[0] ? 1 : 0;
    }
  }
}
