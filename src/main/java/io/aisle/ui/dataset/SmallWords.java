package io.aisle.ui.dataset;

import io.aisle.core.dataset.drift.ColumnDrift;
import io.aisle.core.dataset.profile.Days;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.SmallGroups;
import io.aisle.ui.common.Texts;

/** What a chart does not show of few users, in words; "" when it shows everything. */
final class SmallWords {
  private final Texts texts;

  SmallWords(Texts texts) {
    this.texts = texts;
  }

  String of(ProfilePart part) {
    return switch (part) {
      case ProfilePart.Time time -> of(time.days());
      case ProfilePart.Bars bars -> words("data.small.joined", bars.small());
      case ProfilePart.Sizes sizes -> words("data.small.joined", sizes.small());
      default -> words("data.small.left", part.small());
    };
  }

  String of(Days days) {
    return words("data.small.days", days.small());
  }

  String of(ColumnDrift drift) {
    return words("data.small.left", drift.small());
  }

  /** Said in the place of a chart of which nothing can be shown. */
  String nothing(SmallGroups small) {
    return texts.of("data.small.none", small.least());
  }

  private String words(String key, SmallGroups small) {
    return small.any() ? texts.of(key, small.count(), small.least()) : "";
  }
}
