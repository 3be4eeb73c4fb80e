package io.aisle.core.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.aisle.core.dataset.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as a workbook or as CSV. Texts never run as formulas. */
final class SheetWriter {
  /** Characters that the name of a sheet may have. */
  private static final int NAME = 31;

  private SheetWriter() {}

  static void workbook(List<Sheet> sheets, String version, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Aisle", number(version))) {
      Set<String> taken = new HashSet<>();
      for (Sheet sheet : sheets) {
        write(sheet, workbook.newWorksheet(free(sheet.name(), taken)));
      }
    }
  }

  /** Major and minor version, all that the format holds. */
  private static String number(String version) {
    return version.replaceFirst("^(\\d{1,2})\\.(\\d{1,4}).*$", "$1.$2");
  }

  private static void write(Sheet sheet, Worksheet out) throws IOException {
    for (int column = 0; column < sheet.header().size(); column++) {
      out.inlineString(0, column, sheet.header().get(column));
      out.style(0, column).bold().set();
    }
    out.freezePane(0, 1);
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<Object> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        switch (cells.get(column)) {
          case Double value when Double.isFinite(value) -> out.value(row + 1, column, value);
          case Long value -> out.value(row + 1, column, value);
          case String text -> out.inlineString(row + 1, column, text);
          case null, default -> {
            // an empty cell
          }
        }
      }
    }
    out.finish();
  }

  /** A name that the format allows and no other sheet has. */
  private static String free(String wanted, Set<String> taken) {
    String plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    String base = plain.isEmpty() ? "view" : plain;
    String name = cut(base, NAME);
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      String number = " " + n;
      name = cut(base, NAME - number.length()) + number;
    }
    return name;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  static void csv(Sheet sheet, OutputStream out) throws IOException {
    OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // closed with the stream below, which belongs to the caller
    @SuppressWarnings("resource")
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(sheet.header());
    for (List<Object> row : sheet.rows()) {
      csv.writeRecord(row.stream().map(SheetWriter::cell).toList());
    }
    csv.flush();
  }

  private static String cell(Object value) {
    return switch (value) {
      case null -> "";
      case Double number when !Double.isFinite(number) -> "";
      case String text -> FormulaGuard.harmless(text);
      default -> value.toString();
    };
  }
}
