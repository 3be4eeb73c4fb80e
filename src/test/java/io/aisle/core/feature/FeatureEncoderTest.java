package io.aisle.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.ml.data.Feature;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class FeatureEncoderTest {
  @Test
  void severalValuesBecomeTagsInTheOrderOfTheAlphabet() {
    Feature feature =
        one(column("genre", "Comedy|Action", "", " Drama | Action |Action", "Comedy"), "genre");
    assertThat(feature.values()).containsExactly("", "Action", "Comedy", "Drama");
    assertThat(feature.offsets()).containsExactly(0, 2, 2, 4, 5);
    assertThat(feature.value()).containsExactly(1, 2, 1, 3, 2);
  }

  @Test
  void fewNumbersKeepTheirValuesInTheirOrder() {
    Feature feature = one(column("size", "10", "9", "", "10"), "size");
    assertThat(feature.values()).containsExactly("", "9", "10");
    assertThat(feature.value()).containsExactly(2, 1, 2);
  }

  @Test
  void manyNumbersBecomeTenBinsOfEqualCounts() {
    String[] years = IntStream.range(0, 100).mapToObj(i -> "" + (1900 + i)).toArray(String[]::new);
    Feature feature = one(column("year", years), "year");
    assertThat(feature.values()).hasSize(11);
    assertThat(feature.values().get(1)).isEqualTo("[1900, 1910)");
    assertThat(feature.values().get(10)).isEqualTo("[1990, 1999]");
    int[] counts = new int[11];
    Arrays.stream(feature.value()).forEach(value -> counts[value]++);
    assertThat(counts).containsExactly(0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
  }

  @Test
  void namesOfBinsAreShortAndSayWhatIsInThem() {
    // 20 values, two per bin; four digits keep the borders apart
    double[] values = IntStream.range(0, 20).mapToDouble(i -> 2 + i * 0.123456).toArray();
    Bins bins = Bins.of(values.clone());
    assertThat(bins.names().getFirst()).isEqualTo("[2, 2.247)");
    assertThat(bins.names().getLast()).isEqualTo("[4.222, 4.346]");
    for (double value : values) {
      int bin = bins.of(value);
      assertThat(value).isBetween(bins.borders()[bin], bins.borders()[bin + 1]);
    }
  }

  @Test
  void aValueThatManyShareMakesFewerBins() {
    double[] values = new double[100];
    for (int i = 0; i < 20; i++) {
      values[i] = i;
    }
    assertThat(Bins.of(values).borders()).containsExactly(0, 10, 19);
    double[] close = IntStream.range(0, 40).mapToDouble(i -> 1_400_000_000 + i).toArray();
    assertThat(Bins.of(close).count()).as("rounding must not melt bins together").isEqualTo(10);
  }

  @Test
  void whatNothingCanBeLearnedOfIsLeftOutUnlessItIsNamed() {
    String[] names = IntStream.range(0, 50).mapToObj(i -> "name" + i).toArray(String[]::new);
    String[] same = names.clone();
    Arrays.fill(same, "x");
    AttributeTable table = column("name", names).add("shop", List.of(same));
    table.add("colour", IntStream.range(0, 50).mapToObj(i -> i % 2 == 0 ? "red" : "").toList());
    assertThat(FeatureEncoder.kinds(table))
        .containsExactly(
            Map.entry("name", AttributeKind.NEARLY_UNIQUE),
            Map.entry("shop", AttributeKind.CONSTANT),
            Map.entry("colour", AttributeKind.TAGS));
    assertThat(FeatureEncoder.encode(table, "item", Optional.empty()))
        .extracting(Feature::name)
        .containsExactly("colour");
    assertThat(FeatureEncoder.encode(table, "item", Optional.of(List.of("shop", "name"))))
        .extracting(Feature::name)
        .containsExactly("shop", "name");
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheNearest() {
    assertThatThrownBy(() -> one(column("colour", "red", "blue"), "color"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "features.item names 'color', which the data do not have; the nearest known one is"
                + " colour");
    assertThatThrownBy(() -> one(new AttributeTable(List.of("a")), "age"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the data say nothing about each item");
  }

  @Test
  void ofTwoAttributesOfOneNameTheFirstCounts() {
    AttributeTable table =
        column("price", "1", "2").addAll(Map.of("e0", Map.of("price", "7", "brand", "b")));
    assertThat(one(table, "price").values()).containsExactly("", "1", "2");
    assertThat(one(table, "brand").offsets()).containsExactly(0, 1, 1);
  }

  private static AttributeTable column(String name, String... values) {
    List<String> ids = IntStream.range(0, values.length).mapToObj(i -> "e" + i).toList();
    return new AttributeTable(ids).add(name, List.of(values));
  }

  private static Feature one(AttributeTable table, String name) {
    return FeatureEncoder.encode(table, "item", Optional.of(List.of(name))).getFirst();
  }
}
