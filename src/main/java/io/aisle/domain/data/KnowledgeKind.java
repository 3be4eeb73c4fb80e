package io.aisle.domain.data;

import java.util.List;

/**
 * What a version can have beside its events, items and grades.
 *
 * @param columns names of the columns of a table of it, as an export writes them
 * @param <T> a row
 */
public record KnowledgeKind<T extends KnowledgeRow>(Class<T> row, List<String> columns) {
  public static final KnowledgeKind<QueryRow> QUERIES =
      new KnowledgeKind<>(QueryRow.class, List.of("id", "query", "category"));
  public static final KnowledgeKind<ReviewRow> REVIEWS =
      new KnowledgeKind<>(
          ReviewRow.class, List.of("user", "item", "rating", "time", "title", "text"));
  public static final KnowledgeKind<TripleRow> TRIPLES =
      new KnowledgeKind<>(TripleRow.class, List.of("head", "relation", "tail"));

  public KnowledgeKind {
    columns = List.copyOf(columns);
  }
}
