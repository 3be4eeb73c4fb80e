package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.data.RowSort;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Catalogues;
import io.aisle.store.Database;
import io.aisle.store.Events;
import io.aisle.store.Knowledge;
import io.aisle.store.KnowledgeRows;
import io.aisle.store.Refusals;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The rows of versions for tables: events, items, grades, reviews, triples and what was refused.
 * Every method blocks; call it in a job. Thread-safe.
 */
public final class DatasetRows {
  private final LongFunction<DatasetVersion> versions;
  private final Events events;
  private final Catalogues catalogues;
  private final Refusals refusals;
  private final Knowledge counted;
  private final KnowledgeRows knowledge;
  private final EventSorting sorting;
  private final KnowledgeSorting knowledgeSorting;

  /**
   * @param versions finds a version, or says that it is not there any more
   */
  DatasetRows(Database database, LongFunction<DatasetVersion> versions, EventSorting sorting) {
    this.sorting = sorting;
    this.versions = versions;
    this.events = new Events(database);
    this.catalogues = new Catalogues(database);
    this.refusals = new Refusals(database);
    this.counted = new Knowledge(database);
    this.knowledge = new KnowledgeRows(database);
    this.knowledgeSorting = new KnowledgeSorting(knowledge);
  }

  /** A page of events, by {@code seq} from 1. */
  public List<EventRow> events(long versionId, long fromSeq, int count) {
    var unused = versions.apply(versionId);
    return events.page(versionId, fromSeq, count);
  }

  /** A page of items with all that is known of them, by {@code seq} from 1. */
  public List<ItemRow> items(long versionId, long from, int count) {
    var unused = versions.apply(versionId);
    return catalogues.items(versionId, from, count);
  }

  /** A page of grades, by {@code seq} from 1. */
  public List<JudgementRow> judgements(long versionId, long from, int count) {
    return catalogues.judgements(versions.apply(versionId), from, count);
  }

  /**
   * A page of refused rows.
   *
   * @param reason only those; null for all, grouped by reason
   * @param from position in that list, from 1
   */
  public List<Refusal> refusals(long versionId, String reason, long from, int count) {
    return refusals.page(versions.apply(versionId), reason, from, count);
  }

  /**
   * Some events for a table.
   *
   * @param places as a selection has them, or {@link #arrange}
   * @return in that order
   */
  public List<EventRow> events(long versionId, int[] places) {
    var unused = versions.apply(versionId);
    List<EventRow> found =
        events.rows(
            versionId, Arrays.stream(places).mapToObj(place -> place + 1L).toArray(Long[]::new));
    Map<Long, EventRow> bySeq = new HashMap<>();
    found.forEach(row -> bySeq.put(row.seq(), row));
    return Arrays.stream(places).mapToObj(place -> bySeq.get(place + 1L)).toList();
  }

  /** Makes an order of the events of a complete version, unless it is there. */
  public void sort(long versionId, EventColumn column, JobControl control) {
    sorting.prepare(versions.apply(versionId), column, control);
  }

  /**
   * A page of events in an order.
   *
   * @param from place in that order, from 0
   */
  public List<EventRow> events(long versionId, EventSort sort, long from, int count) {
    return events(versionId, sorting.page(versions.apply(versionId), sort, from, count));
  }

  /** Places of some events in an order. */
  public int[] arrange(long versionId, EventSort sort, int[] places) {
    return sorting.arrange(versions.apply(versionId), sort, places);
  }

  /**
   * Keys of refused rows.
   *
   * @param reasons empty: all
   * @param words part of the line as it stood; empty: any
   */
  public long[] findRefusals(long versionId, Collection<String> reasons, String words) {
    return refusals.find(versions.apply(versionId), reasons, words);
  }

  /**
   * Numbers of the items whose id or title holds a text.
   *
   * @param words empty: all items
   */
  public long[] findItems(long versionId, String words) {
    return catalogues.find(versions.apply(versionId).id(), words);
  }

  /** Items by their numbers. */
  public List<ItemRow> items(long versionId, long[] numbers) {
    return catalogues.items(versions.apply(versionId).id(), numbers);
  }

  /** How many queries, triples and reviews a version has. */
  public KnowledgeCounts knowledge(long versionId) {
    return counted.counts(versions.apply(versionId).id());
  }

  /**
   * Keys of the queries, reviews or triples that hold a text in one of their texts or ids.
   *
   * @param words empty: all
   * @param sort their order; empty: that of the file
   */
  public long[] find(
      long versionId,
      KnowledgeKind<?> kind,
      String words,
      Optional<RowSort> sort,
      CancelSignal cancel) {
    long id = versions.apply(versionId).id();
    long[] keys = knowledge.find(id, kind, words, cancel);
    return sort.map(by -> knowledgeSorting.sorted(id, kind, keys, by, cancel)).orElse(keys);
  }

  /** Queries, reviews or triples by their keys, in the order of these. */
  public <T extends KnowledgeRow> List<T> rows(long versionId, KnowledgeKind<T> kind, long[] keys) {
    return knowledge.rows(versions.apply(versionId).id(), kind, keys);
  }

  /** Refused rows by their keys. */
  public List<Refusal> refusals(long versionId, long[] keys) {
    return refusals.rows(versions.apply(versionId), keys);
  }
}
