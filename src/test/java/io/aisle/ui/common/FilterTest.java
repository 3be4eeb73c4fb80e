package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterTest {
  @Test
  void everyWordMustOccurInAnyOrder() {
    Filter filter = new Filter("  bag RED ");
    assertThat(filter.test("JUMBO BAG RED RETROSPOT")).isTrue();
    assertThat(filter.test("JUMBO BAG PINK POLKADOT")).isFalse();
  }

  @Test
  void accentsAndWidthDoNotMatter() {
    assertThat(new Filter("cafe").test("Café crème")).isTrue();
    assertThat(new Filter("é").test("CAFE")).isTrue();
    assertThat(new Filter("商品").test("查找商品…")).isTrue();
  }

  @Test
  void nothingTypedLetsEverythingThrough() {
    assertThat(new Filter("   ").isEmpty()).isTrue();
    assertThat(new Filter("").test("anything")).isTrue();
  }
}
