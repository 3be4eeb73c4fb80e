package io.aisle.ui.dataset;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.KeptQueries;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Texts;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queries that were run and those that have a name. FX thread only. */
public final class SqlShelfViewModel {
  private final SettingsFile<KeptQueries> file;
  private final Background background;
  private final Texts texts;
  private final ObservableList<String> history = FXCollections.observableArrayList();
  private final ObservableList<KeptQueries.Saved> saved = FXCollections.observableArrayList();
  private KeptQueries kept = KeptQueries.NONE;

  public SqlShelfViewModel(SettingsFile<KeptQueries> file, Background background, Texts texts) {
    this.file = file;
    this.background = background;
    this.texts = texts;
    var unused = background.read(texts.of("sql.job.kept"), control -> file.load(), this::show);
  }

  private void show(KeptQueries now) {
    kept = now;
    history.setAll(now.history());
    saved.setAll(now.saved());
  }

  private void change(KeptQueries now) {
    show(now);
    var unused =
        background.read(
            texts.of("sql.job.kept"),
            control -> {
              file.save(now);
              return now;
            },
            done -> {});
  }

  /** Remembers a query that was run. */
  void ran(String sql) {
    change(kept.ran(sql));
  }

  /** Keeps a query under a name; an empty name or query is passed over. */
  void save(String name, String sql) {
    if (!name.isBlank() && !sql.isBlank()) {
      change(kept.with(name.strip(), sql));
    }
  }

  void remove(KeptQueries.Saved query) {
    change(kept.without(query.name()));
  }

  void clearHistory() {
    change(kept.withoutHistory());
  }

  /** Newest first. */
  public ObservableList<String> history() {
    return history;
  }

  public ObservableList<KeptQueries.Saved> saved() {
    return saved;
  }
}
