package io.aisle.ui.settings;

import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;

/** Bytes in the unit that suits them. */
public record SizeWords(Texts texts, Numbers numbers) {
  String of(long bytes) {
    return bytes >= 1 << 20
        ? numbers.megabytes(bytes >> 20)
        : texts.of("settings.size.kilobytes", numbers.count((bytes + 1023) >> 10));
  }
}
