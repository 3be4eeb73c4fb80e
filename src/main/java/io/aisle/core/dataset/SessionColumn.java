package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Making;
import io.aisle.store.Lineages;
import io.aisle.store.Versions;
import java.nio.file.Path;

/** Whether a version can have sessions: looking through its events takes many seconds. */
record SessionColumn(Versions versions, Lineages lineages) {
  /** False where no column was read as the session; a version made of another may have some. */
  boolean possible(DatasetVersion version) {
    boolean imported =
        lineages.origin(version.id()).filter(each -> each.making() == Making.IMPORT).isPresent();
    return !imported
        || versions
            .plan(version.id())
            .map(plan -> MappingReader.parse(plan.plan(), Path.of("stored mapping")))
            .filter(plan -> !plan.mapping().columns().containsKey(ColumnRole.SESSION))
            .isEmpty();
  }
}
