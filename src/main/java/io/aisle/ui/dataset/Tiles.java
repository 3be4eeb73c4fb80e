package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.Facts;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The figures of a profile that need no chart. FX thread only. */
final class Tiles {
  private static final double TIP = 360;

  private final Texts texts;
  private final Numbers numbers;

  Tiles(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  List<Node> of(Facts facts) {
    List<Node> tiles = new ArrayList<>();
    if (facts.first() != null) {
      tiles.add(tile("span", day(facts.first()) + " – " + day(facts.last())));
    }
    tiles.add(tile("density", share(facts.density())));
    if (!Double.isNaN(facts.perUser())) { // of too few users
      tiles.add(tile("perUser", numbers.free(facts.perUser())));
    }
    tiles.add(tile("perItem", numbers.free(facts.perItem())));
    tiles.add(tile("top", numbers.percent(facts.topShare())));
    tiles.add(tile("half", numbers.count(facts.half())));
    return tiles;
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** A share that is often far below one percent. */
  private String share(double density) {
    return density >= 0.01 || density == 0
        ? numbers.percent(density)
        : texts.of("data.tile.small", 100 * density);
  }

  private Node tile(String name, String shown) {
    String key = "data.tile." + name;
    Label value = new Label(shown);
    value.getStyleClass().add("tile-value");
    Label words = new Label(texts.of(key));
    words.getStyleClass().add("subtle");
    Tooltip tip = new Tooltip(texts.of(key + ".tip"));
    tip.setWrapText(true);
    tip.setMaxWidth(TIP);
    value.setTooltip(tip);
    words.setTooltip(tip);
    VBox box = new VBox(value, words);
    box.getStyleClass().add("tile");
    return box;
  }
}
