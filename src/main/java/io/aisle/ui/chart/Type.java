package io.aisle.ui.chart;

/** Size (CSS pixels) and weight of a text. */
public record Type(double size, boolean bold) {
  /** Names, ticks, titles of axes. */
  public static final Type LABEL = new Type(11, false);

  /** What stands out among labels. */
  public static final Type STRONG = new Type(11, true);

  /** The heading of a picture. */
  public static final Type TITLE = new Type(13, true);

  /** What follows a heading. */
  public static final Type SUBTITLE = new Type(12, false);
}
