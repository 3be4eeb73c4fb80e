package io.aisle.core.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.RowSort;
import io.aisle.domain.data.TripleRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables of a version as {@link CsvExport} writes them. */
public final class CsvTables {
  private CsvTables() {}

  /**
   * Events that pass some filters, all when there are none.
   *
   * @param sort their order; empty: that of the file
   */
  public static CsvExport.Source events(
      DatasetService service, long version, List<EventFilter> filters, Optional<EventSort> sort) {
    return new Picked(
        List.of("user", "item", "title", "kind", "time", "session", "value", "quantity", "price")) {
      private int[] rows;

      @Override
      public long size(JobControl control) {
        int[] found = service.select(version, filters, control).rows();
        rows = sort.map(by -> arranged(service, version, by, found, control)).orElse(found);
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

  private static int[] arranged(
      DatasetService service, long version, EventSort sort, int[] rows, JobControl control) {
    service.rows().sort(version, sort.column(), control);
    return service.rows().arrange(version, sort, rows);
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
    return new Found<>(
        List.of("reason", "file", "row", "column", "line"),
        control -> service.rows().findRefusals(version, reasons, words),
        keys -> service.rows().refusals(version, keys),
        CsvTables::cells);
  }

  private static List<String> cells(Refusal row) {
    return List.of(row.reason(), row.file(), Long.toString(row.row()), row.column(), row.rawLine());
  }

  /** Items whose id or title has a text. */
  public static CsvExport.Source items(DatasetService service, long version, String words) {
    return new Found<>(
        List.of("item", "title", "category"),
        control -> service.rows().findItems(version, words),
        keys -> service.rows().items(version, keys),
        CsvTables::cells);
  }

  private static List<String> cells(ItemRow row) {
    return List.of(row.item(), text(row.title()), text(row.category()));
  }

  /**
   * Queries, reviews or triples that hold a text.
   *
   * @param sort their order; empty: that of the file
   */
  public static <T extends KnowledgeRow> CsvExport.Source knowledge(
      DatasetService service,
      long version,
      KnowledgeKind<T> kind,
      String words,
      Optional<RowSort> sort) {
    return new Found<>(
        kind.columns(),
        control -> service.rows().find(version, kind, words, sort, control),
        keys -> service.rows().rows(version, kind, keys),
        CsvTables::cells);
  }

  private static List<String> cells(KnowledgeRow any) {
    return switch (any) {
      case QueryRow row -> List.of(text(row.id()), row.text(), text(row.category()));
      case TripleRow row -> List.of(row.head(), row.relation(), row.tail());
      case ReviewRow row ->
          List.of(
              row.user(),
              row.item(),
              number(row.rating()),
              row.time() == null ? "" : row.time().toString(),
              text(row.title()),
              row.text());
    };
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

  /** Rows that are found by their keys. */
  private static final class Found<T> extends Picked {
    private final Function<JobControl, long[]> find;
    private final Function<long[], List<T>> rows;
    private final Function<T, List<String>> cells;
    private long[] keys;

    Found(
        List<String> header,
        Function<JobControl, long[]> find,
        Function<long[], List<T>> rows,
        Function<T, List<String>> cells) {
      super(header);
      this.find = find;
      this.rows = rows;
      this.cells = cells;
    }

    @Override
    public long size(JobControl control) {
      keys = find.apply(control);
      return keys.length;
    }

    @Override
    public List<List<String>> page(long from, int count) {
      return rows.apply(Arrays.copyOfRange(keys, (int) from, (int) from + count)).stream()
          .map(cells)
          .toList();
    }
  }
}
