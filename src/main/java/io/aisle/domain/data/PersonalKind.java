package io.aisle.domain.data;

import java.util.Locale;

/** What personal data a column seems to hold, the surest first. */
public enum PersonalKind {
  EMAIL,
  /** The Chinese 18-digit number, whose last character is a check. */
  ID_CARD,
  PHONE,
  IP,
  ADDRESS,
  NAME;

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
