package io.aisle.core.dataset;

import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import java.util.List;
import java.util.Map;

/**
 * The columns of files that are to be appended.
 *
 * @param personal those that look personal, in the order of the files; without those of users and
 *     items, which are treated as the ids that they join
 * @param privacy what will be done with columns that are in the files: what was said, else what was
 *     done with those of the version; others are kept
 */
public record AppendedColumns(List<PersonalColumn> personal, Map<String, Treatment> privacy) {
  public AppendedColumns {
    personal = List.copyOf(personal);
    privacy = Map.copyOf(privacy);
  }
}
