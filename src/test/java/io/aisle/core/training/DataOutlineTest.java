package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.EventKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the protocol form is told about the data. */
class DataOutlineTest {
  private static final byte VIEW = (byte) EventKind.VIEW.ordinal();
  private static final byte BUY = (byte) EventKind.PURCHASE.ordinal();

  @Test
  void onlyPurchasesCountWhereThereAreAny() {
    DataOutline outline =
        DataOutline.of(
            events(
                new int[] {0, 0, 0, 0, 1, 1}, // user
                new int[] {0, 0, 0, 0, 0, 0}, // item
                new byte[] {VIEW, VIEW, BUY, BUY, BUY, VIEW}));
    assertThat(outline.repeatKind()).contains(EventKind.PURCHASE);
    assertThat(outline.counted()).isEqualTo(3);
    assertThat(outline.repeats()).as("user 0 bought item 0 twice").isEqualTo(1);
    assertThat(outline.repeatShare()).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(outline.hidesSeen()).isTrue();
    assertThat(outline.kinds()).isEqualTo(Map.of(EventKind.VIEW, 3L, EventKind.PURCHASE, 3L));
    assertThat(outline.first()).contains(Instant.ofEpochMilli(1000));
    assertThat(outline.last()).contains(Instant.ofEpochMilli(6000));
  }

  @Test
  void mostlyRepeatedPurchasesAreNotHidden() {
    DataOutline outline =
        DataOutline.of(
            events(
                new int[] {0, 0, 0, 1}, new int[] {0, 0, 0, 1}, new byte[] {BUY, BUY, BUY, BUY}));
    assertThat(outline.repeatShare()).isEqualTo(0.5);
    assertThat(outline.hidesSeen()).isFalse();
  }

  @Test
  void looksAreRepeatedWithoutMeaningReplenishment() {
    DataOutline outline =
        DataOutline.of(
            events(new int[] {0, 0, 0}, new int[] {0, 0, 0}, new byte[] {VIEW, VIEW, VIEW}));
    assertThat(outline.repeatShare()).isGreaterThan(0.6);
    assertThat(outline.hidesSeen()).isTrue();
  }

  private static EventTable events(int[] user, int[] item, byte[] kind) {
    long[] millis = new long[user.length];
    Arrays.setAll(millis, i -> 1000L * (i + 1));
    float[] none = new float[user.length];
    Arrays.fill(none, Float.NaN);
    Catalogue catalogue =
        new Catalogue(List.of("a", "b"), List.of("x", "y"), List.of("", ""), List.of("", ""));
    return new EventTable(user, item, kind, millis, none, none, none, catalogue);
  }
}
