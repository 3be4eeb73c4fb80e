package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSortingTest {
  private static final int SIZE = 700;

  @TempDir Path folder;
  private Database database;
  private DatasetService service;
  private DatasetVersion version;
  private List<EventRow> rows;

  @BeforeEach
  void shop() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder csv =
        new StringBuilder("user,item,kind,time,session,price,quantity,value,title\n");
    for (int i = 0; i < SIZE; i++) {
      String price = random.nextInt(4) == 0 ? "" : "" + (random.nextInt(400) - 100) / 8.0;
      String session = random.nextInt(3) == 0 ? "" : "s" + random.nextInt(40);
      int item = random.nextInt(30);
      csv.append(random.nextInt(120))
          .append(",i" + item)
          .append(random.nextBoolean() ? ",view," : ",purchase,")
          .append(1_400_000_000L + random.nextInt(90_000_000))
          .append("," + session + "," + price + "," + random.nextInt(3) + ",")
          .append(random.nextInt(2) == 0 ? "" : random.nextInt(5))
          .append(item % 5 == 0 ? "," : "," + (item % 7 + "th thing"))
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("events.csv"), csv);
    database = Database.open(folder.resolve("store"));
    service = new DatasetService(database, folder.resolve("snapshots"));
    service.importFiles(
        new ImportPlan(
            "shop", List.of(file), ColumnMapping.GUESS, Optional.empty(), Optional.empty(), ""),
        new TestControl());
    version = service.require("shop");
    rows = service.rows().events(version.id(), 1, SIZE);
    assertThat(rows).hasSize(SIZE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** What a row has in a column; null where it has nothing. */
  private static Comparable<?> value(EventRow row, EventColumn column) {
    Function<Double, Double> number = value -> Double.isNaN(value) ? null : value;
    return switch (column) {
      case USER -> Integer.valueOf(row.user());
      case ITEM -> row.item();
      case TITLE -> row.title();
      case KIND -> row.kind();
      case TIME -> row.time();
      case SESSION -> row.session();
      case VALUE -> number.apply(row.value());
      case QUANTITY -> number.apply(row.quantity());
      case PRICE -> number.apply(row.price());
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private List<EventRow> expected(EventSort sort) {
    List<EventRow> present = new ArrayList<>(rows);
    present.removeIf(row -> value(row, sort.column()) == null);
    present.sort(
        (a, b) -> ((Comparable) value(a, sort.column())).compareTo(value(b, sort.column())));
    List<EventRow> all = new ArrayList<>(sort.descending() ? present.reversed() : present);
    rows.stream().filter(row -> value(row, sort.column()) == null).forEach(all::add);
    return all;
  }

  @ParameterizedTest
  @EnumSource(EventColumn.class)
  void everyColumnSortsBothWays(EventColumn column) {
    service.rows().sort(version.id(), column, new TestControl());
    for (boolean descending : new boolean[] {false, true}) {
      EventSort sort = new EventSort(column, descending);
      List<EventRow> expected = expected(sort);
      assertThat(service.rows().events(version.id(), sort, 0, SIZE)).isEqualTo(expected);
      assertThat(service.rows().events(version.id(), sort, 690, 200))
          .isEqualTo(expected.subList(690, SIZE));
    }
  }

  @Test
  void someEventsAreArrangedLikeAll() {
    EventSort sort = new EventSort(EventColumn.PRICE, true);
    int[] places = {3, 50, 51, 52, 300, 699};
    int[] arranged = service.rows().arrange(version.id(), sort, places);
    List<EventRow> wanted = new ArrayList<>(expected(sort));
    wanted.removeIf(row -> Arrays.binarySearch(places, (int) row.seq() - 1) < 0);
    assertThat(service.rows().events(version.id(), arranged)).isEqualTo(wanted);
  }

  @Test
  void aDamagedOrderIsMadeAnewAndOrdersGoWithTheirVersion() throws IOException {
    service.rows().sort(version.id(), EventColumn.TIME, new TestControl());
    Path order = folder.resolve("snapshots").resolve(version.id() + ".time.order");
    byte[] sound = Files.readAllBytes(order);
    byte[] damaged = sound.clone();
    damaged[damaged.length - 3] ^= 1;
    Files.write(order, damaged);
    service.rows().sort(version.id(), EventColumn.TIME, new TestControl());
    assertThat(Files.readAllBytes(order)).isEqualTo(sound);

    service.remove(version.id());
    assertThat(order).doesNotExist();
  }

  @Test
  void aSortCanBeCancelledAndLeavesNothing() {
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                service
                    .rows()
                    .sort(
                        version.id(),
                        EventColumn.TIME,
                        new TestControl(progress -> progress.phase().equals("sorting"))));
    assertThat(folder.resolve("snapshots").resolve(version.id() + ".time.order")).doesNotExist();
  }
}
