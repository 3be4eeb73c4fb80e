package io.aisle.testkit.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Excel workbooks. */
final class WorkbookAttacks {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String SHEET_PART = "xl/worksheets/sheet1.xml";
  private static final String TEXTS_PART = "xl/sharedStrings.xml";
  private static final String HEAD = cells(1, "user", "item", "price");

  private WorkbookAttacks() {}

  static List<HostileFile> all() {
    String good = cells(2, "a", "x", "1");
    String error = "<c r=\"C3\" t=\"e\"><v>#REF!</v></c>";
    String formula = "<c r=\"C3\"><f>SUM(C1:C2)</f></c>";
    return List.of(
        book("good.xlsx", sheet(HEAD + good), "taken=1"),
        book("error-cell.xlsx", sheet(HEAD + good + row(3, error)), "no-result=1"),
        book("formula-cell.xlsx", sheet(HEAD + good + row(3, formula)), "no-result=1"),
        book(
            "external.xlsx",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + sheet(HEAD + row(2, inline("A2", "&e;"))),
            "document type"),
        book("laughs.xlsx", laughs() + sheet(HEAD + row(2, inline("A2", "&l9;"))), "document type"),
        book("far-cell.xlsx", sheet(HEAD + row(2, inline("ZZZZZZ2", "x"))), "column that no sheet"),
        book(
            "long-text.xlsx", sheet(HEAD + row(2, inline("A2", "x".repeat(3_000_000)))), "text of"),
        book("no-such-text.xlsx", sheet(HEAD + row(2, "<c r=\"A2\" t=\"s\"><v>99</v></c>")), ""),
        book("broken-sheet.xlsx", sheet(HEAD + "<row><c>"), "damaged Excel workbook"),
        book("empty-sheet.xlsx", sheet(""), "has no columns"),
        book("huge-number.xlsx", sheet(HEAD + good + number("1E999999999")), "=1"),
        new HostileFile("no-sheet.xlsx", file -> write(file, parts(null)), "damaged Excel"),
        new HostileFile("bomb.xlsx", WorkbookAttacks::bomb, "unpacks to"),
        new HostileFile("texts.xlsx", WorkbookAttacks::manyTexts, "MB of texts"),
        new HostileFile("cut.xlsx", WorkbookAttacks::cut, "middle of its packed data"),
        new HostileFile(
            "names-only.xlsx",
            file -> write(file, Map.of("[Content_Types].xml", XML + "<Types/>")),
            "damaged Excel"));
  }

  private static HostileFile book(String name, String sheet, String outcome) {
    return new HostileFile(name, file -> write(file, parts(XML + sheet)), outcome);
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  private static String row(int number, String cells) {
    return "<row r=\"" + number + "\">" + cells + "</row>";
  }

  private static String cells(int row, String a, String b, String c) {
    return row(row, inline("A" + row, a) + inline("B" + row, b) + inline("C" + row, c));
  }

  private static String inline(String place, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
  }

  private static String number(String number) {
    return row(3, inline("A3", "a") + inline("B3", "x") + "<c r=\"C3\"><v>" + number + "</v></c>");
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY l").append(i).append(" \"");
      entities.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return entities + "]>";
  }

  private static Map<String, String> parts(String sheet) {
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + content
            + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + content
            + "worksheet+xml\"/></Types>");
    parts.put("_rels/.rels", rels("rId1", office + "/officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        XML
            + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\""
            + office
            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels", rels("rId1", office + "/worksheet", "worksheets/sheet1.xml"));
    if (sheet != null) {
      parts.put(SHEET_PART, sheet);
    }
    return parts;
  }

  private static String rels(String id, String type, String target) {
    return XML
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/></Relationships>"
            .formatted(id, type, target);
  }

  private static void write(Path file, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void large(Path file, String name, String start, String filling, int count)
      throws IOException {
    byte[] repeated = filling.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts(XML + sheet(HEAD)).entrySet()) {
        if (!part.getKey().equals(name)) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(start.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < count; i++) {
        zip.write(repeated);
      }
    }
  }

  private static void bomb(Path file) throws IOException {
    large(file, SHEET_PART, XML + "<worksheet><sheetData>", "<row/>".repeat(100_000), 200);
  }

  private static void manyTexts(Path file) throws IOException {
    StringBuilder texts = new StringBuilder();
    Random random = new Random(5);
    for (int i = 0; i < 4_000; i++) {
      texts.append("<si><t>").append(Long.toHexString(random.nextLong())).append("</t></si>");
    }
    large(file, TEXTS_PART, XML + "<sst>", texts.toString(), 900);
  }

  private static void cut(Path file) throws IOException {
    write(file, parts(XML + sheet(HEAD)));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }
}
