package io.aisle.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShopShapeTest {
  @Test
  void itHasTheSizeThatItsWordsSayAndALongTail() {
    Interactions shop = ShopShape.interactions();
    assertThat(shop.users()).isEqualTo(ShopShape.USERS);
    assertThat(shop.items()).isEqualTo(ShopShape.ITEMS);
    assertThat((double) shop.size()).isBetween(0.99 * 211_000, 1.01 * 211_000);
    int[] counts = shop.itemCounts();
    Arrays.sort(counts);
    int top = Arrays.stream(counts, counts.length * 4 / 5, counts.length).sum();
    assertThat((double) top / shop.size()).as("share of a fifth of the items").isGreaterThan(0.4);
    assertThat(shop.item()).isEqualTo(ShopShape.interactions().item());
  }
}
