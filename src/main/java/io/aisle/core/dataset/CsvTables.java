package io.aisle.core.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.Refusal;
import java.util.Arrays;
import java.util.List;

/** The tables of a version as {@link CsvExport} writes them. */
public final class CsvTables {
  private CsvTables() {}

  /** Events that pass some filters, all when there are none. */
  public static CsvExport.Source events(
      DatasetService service, long version, List<EventFilter> filters) {
    return new Picked(
        List.of("user", "item", "title", "kind", "time", "session", "value", "quantity", "price")) {
      private int[] rows;

      @Override
      public long size(JobControl control) {
        rows = service.select(version, filters, control).rows();
        return rows.length;
      }

      @Override
      public List<List<String>> page(long from, int count) {
        return service
            .rows()
            .events(version, Arrays.copyOfRange(rows, (int) from, (int) from + count))
            .stream()
            .map(CsvTables::cells)
            .toList();
      }
    };
  }

  private static List<String> cells(EventRow row) {
    return List.of(
        row.user(),
        row.item(),
        text(row.title()),
        row.kind().id(),
        row.time() == null ? "" : row.time().toString(),
        text(row.session()),
        number(row.value()),
        number(row.quantity()),
        number(row.price()));
  }

  /** Refused rows of some reasons, of all when there are none, whose line has a text. */
  public static CsvExport.Source refusals(
      DatasetService service, long version, List<String> reasons, String words) {
    return new Picked(List.of("reason", "file", "row", "column", "line")) {
      private long[] keys;

      @Override
      public long size(JobControl control) {
        keys = service.rows().findRefusals(version, reasons, words);
        return keys.length;
      }

      @Override
      public List<List<String>> page(long from, int count) {
        return service
            .rows()
            .refusals(version, Arrays.copyOfRange(keys, (int) from, (int) from + count))
            .stream()
            .map(CsvTables::cells)
            .toList();
      }
    };
  }

  private static List<String> cells(Refusal row) {
    return List.of(row.reason(), row.file(), Long.toString(row.row()), row.column(), row.rawLine());
  }

  /** Items whose id or title has a text. */
  public static CsvExport.Source items(DatasetService service, long version, String words) {
    return new Picked(List.of("item", "title", "category")) {
      private long[] keys;

      @Override
      public long size(JobControl control) {
        keys = service.rows().findItems(version, words);
        return keys.length;
      }

      @Override
      public List<List<String>> page(long from, int count) {
        return service
            .rows()
            .items(version, Arrays.copyOfRange(keys, (int) from, (int) from + count))
            .stream()
            .map(CsvTables::cells)
            .toList();
      }
    };
  }

  private static List<String> cells(ItemRow row) {
    return List.of(row.item(), text(row.title()), text(row.category()));
  }

  /** All grades. */
  public static CsvExport.Source judgements(DatasetService service, long version) {
    return new Picked(List.of("query", "item", "title", "grade")) {
      @Override
      public long size(JobControl control) {
        return service.version(version).judgements();
      }

      @Override
      public List<List<String>> page(long from, int count) {
        return service.rows().judgements(version, from + 1, count).stream()
            .map(CsvTables::cells)
            .toList();
      }
    };
  }

  private static List<String> cells(JudgementRow row) {
    return List.of(row.query(), row.item(), text(row.title()), Integer.toString(row.grade()));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? ""
        : value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : Double.toString(value);
  }

  private abstract static class Picked implements CsvExport.Source {
    private final List<String> header;

    Picked(List<String> header) {
      this.header = header;
    }

    @Override
    public List<String> header() {
      return header;
    }
  }
}
