package io.aisle.store;

/**
 * A piece of an SQL text.
 *
 * @param text a word in capitals, a name or a text without its quotes, a symbol as it stands
 */
record QueryToken(Kind kind, String text) {
  enum Kind {
    WORD,
    NAME,
    TEXT,
    NUMBER,
    SYMBOL
  }

  boolean word(String wanted) {
    return kind == Kind.WORD && text.equals(wanted);
  }

  boolean symbol(String wanted) {
    return kind == Kind.SYMBOL && text.equals(wanted);
  }

  /** Whether it can name something: a word, or a name in quotes. */
  boolean names() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
