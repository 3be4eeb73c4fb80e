package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of one sheet of an Excel workbook, the first that is not empty being its header. A
 * formula counts as the result that was stored with it; nothing is computed. Confined to one
 * thread.
 */
final class SheetRows implements RowSource {
  private final Path file;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> header;
  private final long bytes;
  private final List<String> fields = new ArrayList<>();
  private long row;
  private boolean ended;
  private Damage damage = Damage.NONE;

  private SheetRows(Path file, ReadableWorkbook workbook, Optional<String> name)
      throws IOException {
    this.file = file;
    this.workbook = workbook;
    this.bytes = DataFile.size(file);
    this.stream = sheet(name).openStream();
    this.rows = stream.iterator();
    this.header = Header.of(file, advance() ? List.copyOf(fields) : List.of());
  }

  /**
   * @param name of the sheet; empty: the first one that is not hidden
   * @throws InputException when the workbook is damaged or has no such sheet
   */
  static SheetRows open(DataFile file, Optional<String> name) {
    ReadableWorkbook workbook = null;
    boolean opened = false;
    try {
      boolean styled = WorkbookCheck.check(file.file());
      workbook = new ReadableWorkbook(Sealed.file(file.file()), new ReadingOptions(styled, true));
      SheetRows rows = new SheetRows(file.file(), workbook, name);
      opened = true;
      return rows;
    } catch (InputException e) {
      throw e;
    } catch (IOException e) {
      throw e instanceof ExpansionException
          ? ReadFailure.of(file.path(), 0, e)
          : damaged(file.path(), 0, e);
    } catch (RuntimeException e) {
      // the library has no one kind of exception for a file that is not what it should be
      throw damaged(file.path(), 0, e);
    } finally {
      if (!opened && workbook != null) {
        close(file.path(), workbook);
      }
    }
  }

  private static InputException damaged(Path file, long row, Exception cause) {
    return new InputException(
        "%s is a damaged Excel workbook, it cannot be read behind row %d: save it again, or as CSV."
            .formatted(file, row),
        cause);
  }

  /**
   * The names of the sheets that are not hidden, in their order.
   *
   * @param file a workbook of which a sheet was opened before, so that it is known to be sound
   */
  static List<String> names(DataFile file) {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(Sealed.file(file.file()), new ReadingOptions(false, true))) {
      return visible(workbook).stream().map(Sheet::getName).toList();
    } catch (IOException e) {
      throw ReadFailure.of(file.path(), 0, e);
    }
  }

  private static List<Sheet> visible(ReadableWorkbook workbook) {
    return workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
  }

  private Sheet sheet(Optional<String> name) {
    List<Sheet> sheets = visible(workbook);
    if (name.isEmpty() && !sheets.isEmpty()) {
      return sheets.getFirst();
    }
    return name.flatMap(workbook::findSheet)
        .orElseThrow(
            () ->
                new InputException(
                    "%s has no sheet \"%s\"; its sheets are %s: name one of these."
                        .formatted(
                            file, name.orElse(""), sheets.stream().map(Sheet::getName).toList())));
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
    return advance();
  }

  /** Goes to the next row with something in it. */
  private boolean advance() {
    try {
      while (rows.hasNext()) {
        Row next = rows.next();
        row = Math.max(row + 1, next.getRowNum());
        if (read(next)) {
          return true;
        }
      }
    } catch (RuntimeException e) {
      throw damaged(file, row, e);
    }
    ended = true;
    return false;
  }

  /** Whether any of its cells holds something. */
  private boolean read(Row next) {
    fields.clear();
    damage = Damage.NONE;
    int columns = header == null ? 0 : header.size();
    boolean any = false;
    for (int i = 0; i < Math.max(columns, next.getCellCount()); i++) {
      Cell cell = i < next.getCellCount() ? next.getCell(i) : null;
      Optional<String> text = CellText.of(cell);
      damage = text.isEmpty() ? Damage.NO_RESULT : damage;
      fields.add(text.orElse(""));
      any |= !fields.getLast().isBlank() || text.isEmpty();
    }
    int last = fields.size();
    while (last > columns && fields.get(last - 1).isBlank()) {
      fields.remove(--last);
    }
    return any;
  }

  @Override
  public Damage damage() {
    return damage;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public int fieldCount() {
    return fields.size();
  }

  @Override
  public String field(int column) {
    return fields.get(column);
  }

  @Override
  public List<String> fields() {
    return List.copyOf(fields);
  }

  @Override
  public String rawLine() {
    return TabbedRow.of(fields);
  }

  /** Nobody knows how far the reading is before its end. */
  @Override
  public long bytesRead() {
    return ended ? bytes : 0;
  }

  @Override
  public void close() {
    try (stream) {
      close(file, workbook);
    }
  }

  private static void close(Path file, ReadableWorkbook workbook) {
    try {
      workbook.close();
    } catch (IOException e) {
      throw ReadFailure.of(file, 0, e);
    }
  }
}
