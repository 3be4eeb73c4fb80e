package io.aisle.core.neighbours;

import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.projection.Plane;
import io.aisle.ml.projection.PrincipalComponents;
import io.aisle.ml.projection.Rows;
import io.aisle.ml.projection.UniformManifold;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Draws the vectors of items. All get length 1 before, so that near on the map is what the lists of
 * neighbours call near. Of more than {@link ItemMap#MOST} items the most popular are drawn.
 */
final class MapMaker {
  private final Rows unit;
  private final List<String> ids;
  private final int[] popularity;

  /**
   * @param ids external id of each item
   * @param popularity interactions of the training part with each item
   */
  MapMaker(ItemSpace.Vectors space, List<String> ids, int[] popularity) {
    this.unit = new Rows(space.items(), space.width(), space.data()).unit();
    this.ids = ids;
    this.popularity = popularity;
  }

  /**
   * @throws InputException when there are too few vectors for the projection
   */
  ItemMap draw(Projection projection, long seed, ProgressListener progress, CancelSignal cancel) {
    int[] learned = IntStream.range(0, unit.count()).filter(unit::hasLength).toArray();
    int[] drawn = popular(learned);
    int least = projection == Projection.UMAP ? UniformManifold.FEWEST : 1;
    if (drawn.length < least) {
      throw new InputException(
          "%d items have vectors, but the projection %s needs at least %d; take pca or a run over more items"
              .formatted(drawn.length, projection.name().toLowerCase(Locale.ROOT), least));
    }
    progress.at(new Progress("drawing", 0, 0));
    cancel.check();
    Rows rows = unit.only(drawn);
    Plane plane =
        switch (projection) {
          case PCA -> PrincipalComponents.of(rows);
          case UMAP -> UniformManifold.of(rows, seed, cancel);
        };
    return new ItemMap(
        projection,
        seed,
        Double.isNaN(plane.kept()) ? null : plane.kept(),
        Arrays.stream(drawn).mapToObj(ids::get).toList(),
        plane.x(),
        plane.y(),
        unit.count() - learned.length,
        learned.length - drawn.length);
  }

  private int[] popular(int[] learned) {
    return Arrays.stream(learned)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(item -> popularity[item])
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(ItemMap.MOST)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
