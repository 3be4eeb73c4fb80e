package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetRows;
import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.TripleRow;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The queries, reviews and triples of a version, paged, those that have some words. FX thread only.
 */
public final class KnowledgeRowsViewModel {
  private final DatasetService service;
  private final Slot<KnowledgeCounts> counting;
  private final FoundRows<QueryRow> queries;
  private final FoundRows<ReviewRow> reviews;
  private final FoundRows<TripleRow> triples;
  private final ReadOnlyObjectWrapper<KnowledgeCounts> counts =
      new ReadOnlyObjectWrapper<>(KnowledgeCounts.NONE);
  private DatasetVersion version;
  private String words = "";

  KnowledgeRowsViewModel(DatasetService service, Background background, Texts texts) {
    this.service = service;
    this.counting = background.slot(texts.of("data.job.knowledge"));
    this.queries = new FoundRows<>(background, texts.of("data.job.queries"));
    this.reviews = new FoundRows<>(background, texts.of("data.job.reviews"));
    this.triples = new FoundRows<>(background, texts.of("data.job.triples"));
  }

  /** Begins with all rows of another version; null: of none. */
  void show(DatasetVersion shown) {
    version = shown;
    words = "";
    counts.set(KnowledgeCounts.NONE);
    counting.clear();
    queries.clear();
    reviews.clear();
    triples.clear();
    if (shown != null && shown.state() == DatasetVersion.State.COMPLETE) {
      counting.read(
          control -> service.rows().knowledge(shown.id()),
          found -> {
            counts.set(found);
            list();
          });
    }
  }

  /** Lists the rows that have some words; empty: all. */
  void search(String wanted) {
    words = wanted;
    list();
  }

  private void list() {
    list(counts.get().queries(), queries, KnowledgeKind.QUERIES);
    list(counts.get().reviews(), reviews, KnowledgeKind.REVIEWS);
    list(counts.get().triples(), triples, KnowledgeKind.TRIPLES);
  }

  private <T extends KnowledgeRow> void list(
      long count, FoundRows<T> table, KnowledgeKind<T> kind) {
    if (count > 0) {
      long id = version.id();
      String text = words;
      DatasetRows rows = service.rows();
      table.list(
          (sort, control) -> rows.find(id, kind, text, Optional.ofNullable(sort), control),
          keys -> rows.rows(id, kind, keys));
    }
  }

  /** How many the version has, whatever the words. */
  public ReadOnlyObjectProperty<KnowledgeCounts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  public FoundRows<QueryRow> queries() {
    return queries;
  }

  public FoundRows<ReviewRow> reviews() {
    return reviews;
  }

  public FoundRows<TripleRow> triples() {
    return triples;
  }
}
