package io.aisle.core.dataset.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Numbers of Chinese identity cards (GB 11643-1999): six digits of a region, eight of a birthday,
 * three of a sequence, and a check character so that the sum of the digits, each times {@code
 * 2^(17-i) mod 11}, is 1 modulo 11, X standing for ten.
 */
final class IdCard {
  private static final int LENGTH = 18;
  private static final int MODULUS = 11;

  private IdCard() {}

  /** Whether a text is such a number, with a birthday that can be and a check that holds. */
  static boolean is(String text) {
    if (text.length() != LENGTH || text.charAt(0) < '1' || text.charAt(0) > '8') {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = LENGTH - 1; i >= 0; i--) {
      char c = text.charAt(i);
      boolean ten = i == LENGTH - 1 && (c == 'X' || c == 'x');
      if (!ten && (c < '0' || c > '9')) {
        return false;
      }
      sum += (ten ? 10 : c - '0') * weight;
      weight = weight * 2 % MODULUS;
    }
    return sum % MODULUS == 1 && birthday(text.substring(6, 14));
  }

  private static boolean birthday(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    try {
      var unused =
          LocalDate.of(
              year,
              Integer.parseInt(digits.substring(4, 6)),
              Integer.parseInt(digits.substring(6, 8)));
      return year >= 1880 && year < 2100;
    } catch (DateTimeException e) {
      return false; // no day of the calendar
    }
  }
}
