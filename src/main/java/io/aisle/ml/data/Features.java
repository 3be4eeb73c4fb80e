package io.aisle.ml.data;

import io.aisle.domain.experiment.ContextFeature;
import java.util.List;

/**
 * The attributes that models may read beside the ids, which they always have.
 *
 * @param user one for each attribute, over all users
 * @param item one for each attribute, over all items
 * @param context what is read of the moment
 */
public record Features(List<Feature> user, List<Feature> item, List<ContextFeature> context) {
  public static final Features NONE = new Features(List.of(), List.of(), List.of());
}
