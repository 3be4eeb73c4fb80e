package io.aisle.ui.shell;

/**
 * Something that the palette finds.
 *
 * @param title what is searched and shown
 * @param detail what tells it from others of the same title; searched too
 * @param keys its shortcut, in words; empty when there is none
 * @param run does it, or goes there
 */
record PaletteEntry(Kind kind, String title, String detail, String keys, Runnable run) {
  /** What it is; the groups of the palette. */
  enum Kind {
    RECENT("fth-clock"),
    ACTION("fth-zap"),
    SCREEN("fth-layout"),
    DATASET("fth-database"),
    RUN("fth-activity"),
    USER("fth-user"),
    ITEM("fth-tag");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }

    String icon() {
      return icon;
    }
  }
}
