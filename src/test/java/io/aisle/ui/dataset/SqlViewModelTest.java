package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.sql.SqlService;
import io.aisle.domain.settings.KeptQueries;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL panel without its window, over a real store. */
class SqlViewModelTest {
  @TempDir Path folder;

  private final Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private Database database;
  private SqlService service;
  private SqlShelfViewModel shelf;
  private SqlViewModel model;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder.resolve("store"));
    DatasetService datasets = new DatasetService(database, folder.resolve("snapshots"));
    Path file =
        Files.writeString(
            folder.resolve("shop.csv"), "user,item,time\nu1,a,1600000000\nu2,b,1600000060\n");
    var unused =
        datasets.importFiles(
            ImportPlan.of("shop", List.of(file), MappingFile.GUESS), new TestControl());
    service = new SqlService(database, List::of, folder.resolve("spool"));
    Background background = new Background(runner, Runnable::run, notices);
    shelf = new SqlShelfViewModel(kept(), background, texts);
    model =
        new SqlViewModel(
            service, shelf, background, notices, texts, new Numbers(Locale.SIMPLIFIED_CHINESE));
    model.shownProperty().set(true);
    model.show(datasets.require("shop"));
  }

  private SettingsFile<KeptQueries> kept() {
    return new SettingsFile<>(folder.resolve("queries.json"), KeptQueries.class, KeptQueries.NONE);
  }

  @AfterEach
  void close() {
    runner.close();
    service.close();
    database.close();
  }

  @Test
  void theProposedQueryRunsAndIsRemembered() {
    assertThat(model.stateProperty().get()).isEqualTo(SqlViewModel.State.EMPTY);
    assertThat(model.schemaProperty().get()).isEqualTo("shop_v1");
    model.run();
    assertThat(model.stateProperty().get()).isEqualTo(SqlViewModel.State.READY);
    assertThat(model.rows()).hasSize(1);
    assertThat(model.summary()).startsWith("1 行");
    assertThat(kept().load().history()).containsExactly(texts.of("sql.first"));
  }

  @Test
  void aFaultIsSaidInThePanelAndInTheLanguageOfTheWindow() {
    ask("delete from events");
    assertThat(model.stateProperty().get()).isEqualTo(SqlViewModel.State.FAILED);
    assertThat(model.problemProperty().get()).contains("DELETE").contains("只能读取");
    assertThat(model.exportable()).isFalse();
    assertThat(notices.newestProperty().get()).isNull();
    ask("select 1");
    assertThat(model.stateProperty().get()).isEqualTo(SqlViewModel.State.READY);
  }

  @Test
  void sortingKeepsTheQueryThatIsShownWhateverIsBeingWritten() {
    ask("select seq, user_id from events");
    model.textProperty().set("select nonsense");
    model.sort(-1);
    assertThat(model.order()).isEqualTo(-1);
    assertThat(firstCell()).isEqualTo(2L);
    model.sort(0);
    assertThat(firstCell()).isEqualTo(1L);
  }

  private Object firstCell() {
    var rows = model.rows();
    var unused = rows.getFirst(); // asks for its page, which the runner reads at once
    return rows.getFirst()[0];
  }

  @Test
  void queriesAreKeptUnderNames() {
    shelf.save(" two ", "select 2");
    shelf.save("two", "select 22");
    shelf.save(" ", "select 3");
    assertThat(shelf.saved()).containsExactly(new KeptQueries.Saved("two", "select 22"));
    assertThat(kept().load().saved()).hasSize(1);
    shelf.remove(shelf.saved().getFirst());
    assertThat(kept().load().saved()).isEmpty();
    ask("select 1");
    shelf.clearHistory();
    assertThat(kept().load().history()).isEmpty();
  }

  @Test
  void theHistoryHoldsEachQueryOnceAndNotForEver() {
    KeptQueries kept = KeptQueries.NONE;
    for (int i = 0; i < 150; i++) {
      kept = kept.ran("select " + i);
    }
    kept = kept.ran("select 60");
    assertThat(kept.history()).hasSize(100).startsWith("select 60", "select 149");
  }

  @Test
  void withoutAVersionNothingIsRun() {
    model.show(null);
    model.run();
    assertThat(model.stateProperty().get()).isEqualTo(SqlViewModel.State.EMPTY);
    assertThat(model.ready()).isFalse();
  }

  @Test
  void rowsAreWrittenAndToldOf() throws IOException {
    ask("select seq, '-x' as x from events");
    model.sort(-1);
    Path file = folder.resolve("out.csv");
    model.export(file);
    assertThat(Files.readAllLines(file)).containsExactly("seq,x", "2,'-x", "1,'-x");
    assertThat(notices.newestProperty().get().sentence()).contains("2");
  }

  @Test
  void cellsAreShort() {
    assertThat(SqlViewModel.cell(null)).isEqualTo("NULL");
    assertThat(SqlViewModel.cell(31698.159999999996)).isEqualTo("31698.16");
    assertThat(SqlViewModel.cell(1e7)).isEqualTo("10000000");
    assertThat(SqlViewModel.cell(1.25e-9)).isEqualTo("1.25E-9");
    assertThat(SqlViewModel.cell(0.0)).isEqualTo("0");
    assertThat(SqlViewModel.cell(new BigDecimal("2.500"))).isEqualTo("2.5");
    assertThat(SqlViewModel.cell("a\nb")).isEqualTo("a b");
    assertThat(SqlViewModel.cell("x".repeat(900))).hasSize(501);
  }

  private void ask(String sql) {
    model.textProperty().set(sql);
    model.run();
  }
}
