package io.aisle.core.dataset;

import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.TripleRow;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.KnowledgeRows;
import io.aisle.store.KnowledgeWriter;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;

/**
 * Puts queries, triples and reviews into a version that is appended to another, but for those that
 * equal one of the other in everything, which are counted; told by a hash of 64 bits ({@link
 * EventKey}). What a file says twice itself is taken twice, as on an import. Confined to one
 * thread.
 */
final class FurtherEntries {
  private static final int PAGE = 5_000;

  private final KnowledgeWriter writer;
  private final LongOpenHashSet queries = new LongOpenHashSet();
  private final LongOpenHashSet triples = new LongOpenHashSet();
  private final LongOpenHashSet reviews = new LongOpenHashSet();
  private long taken;
  private long queriesThere;
  private long triplesThere;
  private long reviewsThere;

  FurtherEntries(KnowledgeWriter writer) {
    this.writer = writer;
  }

  /** Entries that a version has are not taken again. */
  void without(KnowledgeRows rows, long version, CancelSignal cancel) {
    note(rows, version, KnowledgeKind.QUERIES, queries, cancel);
    note(rows, version, KnowledgeKind.TRIPLES, triples, cancel);
    note(rows, version, KnowledgeKind.REVIEWS, reviews, cancel);
  }

  private static void note(
      KnowledgeRows rows,
      long version,
      KnowledgeKind<?> kind,
      LongOpenHashSet there,
      CancelSignal cancel) {
    long[] all = rows.find(version, kind, "", cancel);
    for (int from = 0; from < all.length; from += PAGE) {
      cancel.check();
      rows.rows(version, kind, Arrays.copyOfRange(all, from, Math.min(all.length, from + PAGE)))
          .forEach(row -> there.add(key(row)));
    }
  }

  private static long key(KnowledgeRow any) {
    return switch (any) {
      case QueryRow row -> key(row.id(), row.text(), row.category());
      case TripleRow row -> key(row.head(), row.relation(), row.tail());
      case ReviewRow row ->
          key(
              row.user(),
              row.item(),
              row.rating(),
              row.time() == null ? EventTable.NO_TIME : row.time().toEpochMilli(),
              row.title() == null ? "" : row.title(),
              row.text());
    };
  }

  private static long key(String first, String second, String third) {
    return EventKey.with(EventKey.with(EventKey.with(0, first), second), third);
  }

  private static long key(
      String user, String item, double rating, long millis, String title, String text) {
    long key = EventKey.with(EventKey.with(key(user, item, title), rating), millis);
    return EventKey.with(key, text);
  }

  /**
   * @param id null when it has none, as is the category
   */
  void query(String id, String text, String category) {
    if (queries.contains(key(id, text, category))) {
      queriesThere++;
    } else {
      writer.query(id, text, category);
      taken++;
    }
  }

  void triple(String head, String relation, String tail) {
    if (triples.contains(key(head, relation, tail))) {
      triplesThere++;
    } else {
      writer.triple(head, relation, tail);
      taken++;
    }
  }

  /** A triple that no file has: of what is said of items, which may have been said before. */
  void derived(String head, String relation, String tail) {
    if (!triples.contains(key(head, relation, tail))) {
      writer.triple(head, relation, tail);
    }
  }

  void review(KnowledgeWriter.Review review) {
    long key =
        key(
            review.user(),
            review.item(),
            review.rating(),
            review.millis(),
            review.title(),
            review.text());
    if (reviews.contains(key)) {
      reviewsThere++;
    } else {
      writer.review(review);
      taken++;
    }
  }

  /** Entries of files that were new. */
  long taken() {
    return taken;
  }

  /** Entries of files that were there already. */
  KnowledgeCounts there() {
    return new KnowledgeCounts(queriesThere, triplesThere, reviewsThere);
  }
}
