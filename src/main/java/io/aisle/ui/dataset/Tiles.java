package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.DatasetProfile;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;

/** The figures of a profile that need no chart. FX thread only. */
final class Tiles {
  private final Texts texts;
  private final Numbers numbers;

  Tiles(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  List<ProfileView.Tile> of(DatasetProfile profile) {
    List<ProfileView.Tile> tiles = new ArrayList<>();
    if (profile.days().first() != null) {
      var last = profile.days().first().plusDays(profile.days().counts().length - 1L);
      tiles.add(tile("span", profile.days().first() + " – " + last));
    }
    tiles.add(tile("density", share(profile.density())));
    tiles.add(tile("perUser", numbers.free(DatasetProfile.median(profile.userActivity()))));
    tiles.add(tile("perItem", numbers.free(DatasetProfile.median(profile.itemActivity()))));
    tiles.add(tile("top", numbers.percent(profile.topShare())));
    tiles.add(tile("half", numbers.count(profile.tail().half())));
    return tiles;
  }

  /** A share that is often far below one percent. */
  private String share(double density) {
    return density >= 0.01 || density == 0
        ? numbers.percent(density)
        : texts.of("data.tile.small", 100 * density);
  }

  private ProfileView.Tile tile(String name, String value) {
    String key = "data.tile." + name;
    return new ProfileView.Tile(value, texts.of(key), texts.of(key + ".tip"));
  }
}
