package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What files without events say of the users, items and queries of a data set.
 *
 * @param privacy what is done with personal columns of these files, by header; others are kept
 */
public record Description(
    Optional<EntityFile> items,
    Optional<EntityFile> users,
    Optional<JudgementFile> judgements,
    FurtherFiles further,
    Map<String, Treatment> privacy) {
  public Description {
    privacy = Map.copyOf(privacy);
  }

  /** Whether the files say nothing. */
  boolean isEmpty() {
    return !plan("").hasAnything();
  }

  /**
   * Whether a data set can begin with it: items, alone or with their grades, queries and triples
   * can; users, reviews and grades speak of what must be there.
   */
  public boolean begins() {
    return plan("").describesItems()
        || judgements.isEmpty() && (further.queries().isPresent() || further.triples().isPresent());
  }

  /** The same with other treatments of personal columns. */
  public Description withPrivacy(Map<String, Treatment> treatments) {
    return new Description(items, users, judgements, further, treatments);
  }

  /** The plan of an import of these files alone. */
  public ImportPlan plan(String dataset) {
    return new ImportPlan(
        dataset,
        List.of(),
        ColumnMapping.GUESS.withPrivacy(privacy),
        items,
        users,
        judgements,
        further,
        "",
        Optional.empty());
  }
}
