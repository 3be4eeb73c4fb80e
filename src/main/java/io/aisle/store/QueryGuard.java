package io.aisle.store;

import io.aisle.domain.InputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through one query that only reads and calls only what is known to be harmless. It stands in
 * front of H2's rights: those keep files, other schemas and writes away, but let every user see the
 * names of all tables, lock rows, make temporary tables, change the session, and ask for values as
 * large as the memory. H2 computes constant expressions while it prepares a statement, so the text
 * itself is judged, before H2 sees it.
 */
final class QueryGuard {
  /** Characters of a query. */
  private static final int LONGEST = 20_000;

  /** Joined texts in one query: nested, each can double the length. */
  private static final int JOINS = 10;

  private static final Set<String> BEGINNINGS = Set.of("SELECT", "WITH", "VALUES", "TABLE");

  /** H2 works for hours on numbers of so many digits. */
  private static final Pattern HUGE = Pattern.compile("[-+0-9. ]*[0-9.][eE][-+]?[0-9]{4,} *");

  private final List<QueryToken> tokens;

  private QueryGuard(List<QueryToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * The query without what follows its last word, such as a semicolon.
   *
   * @throws InputException naming what is not allowed
   */
  static Passed check(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    if (text.length() > LONGEST) {
      throw new InputException(
          "The query has %,d characters; %,d are the most: shorten it."
              .formatted(text.length(), LONGEST));
    }
    List<QueryToken> tokens = QueryTokens.of(text);
    new QueryGuard(tokens).check();
    return new Passed(text, tokens);
  }

  /**
   * A query that may be run.
   *
   * @param tokens of the text
   */
  record Passed(String sql, List<QueryToken> tokens) {}

  private void check() {
    beginning();
    int depth = 0;
    int joins = 0;
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      switch (token.kind()) {
        case WORD, NAME -> name(i);
        case TEXT, NUMBER -> value(token.text());
        case SYMBOL -> {
          depth += token.symbol("(") ? 1 : token.symbol(")") ? -1 : 0;
          joins += token.symbol("||") ? 1 : 0;
          if (token.symbol("(") && i > 0 && tokens.get(i - 1).names()) {
            call(i - 1);
          }
        }
      }
      if (depth < 0) {
        break;
      }
    }
    if (depth != 0) {
      throw new InputException(
          "The parentheses of the query do not match: close each one that is opened.");
    }
    if (joins > JOINS) {
      throw new InputException(
          "The query joins texts with || %d times; %d are the most.".formatted(joins, JOINS));
    }
  }

  private void beginning() {
    QueryToken first =
        tokens.stream()
            .filter(token -> !token.symbol("("))
            .findFirst()
            .orElseThrow(() -> new InputException("There is no query: write one, such as SELECT."));
    if (first.kind() != QueryToken.Kind.WORD || !BEGINNINGS.contains(first.text())) {
      throw new InputException(
          "%s cannot be run here: data can only be read, with a query that begins with SELECT, WITH, VALUES or TABLE."
              .formatted(first.text()));
    }
  }

  private void name(int i) {
    QueryToken token = tokens.get(i);
    if (QueryWords.SCHEMAS.contains(token.text().toUpperCase(Locale.ENGLISH))) {
      throw new InputException(
          "%s cannot be read here: only the views can, such as events and items."
              .formatted(token.text()));
    }
    if (token.kind() == QueryToken.Kind.WORD
        && (QueryWords.FORBIDDEN.contains(token.text())
            || locks(i)
            || (token.text().equals("VALUE") && is(i + 1, "FOR")))) {
      throw new InputException(
          "%s is not allowed in a query here; a name that is called so stands in double quotes."
              .formatted(token.text()));
    }
  }

  /** {@code FOR UPDATE} in its forms; {@code SUBSTRING(... FOR 3)} is something else. */
  private boolean locks(int i) {
    return tokens.get(i).word("FOR") && (is(i + 1, "NO") || is(i + 1, "KEY") || is(i + 1, "SHARE"));
  }

  private boolean is(int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).word(word);
  }

  private static void value(String text) {
    if (HUGE.matcher(text).matches()) {
      throw new InputException(
          "The number %s is too large to calculate with: write one with a smaller exponent."
              .formatted(text.strip()));
    }
  }

  /** What stands before a parenthesis: a word of the language, a function, or a declared name. */
  private void call(int i) {
    QueryToken token = tokens.get(i);
    boolean known =
        token.kind() == QueryToken.Kind.WORD
            && (QueryWords.SYNTAX.contains(token.text())
                || QueryWords.FUNCTIONS.contains(token.text()));
    boolean qualified = i > 0 && tokens.get(i - 1).symbol(".");
    boolean filled = QueryWords.FILLED.contains(token.text());
    if (qualified || filled || !(known || declared(i))) {
      throw new InputException(
          "%s(...) cannot be called in a query here; docs/sql.md lists the functions that can."
              .formatted(token.text()));
    }
  }

  /** {@code WITH name(...)}, {@code , name(...) AS (}, {@code AS name(...)}. */
  private boolean declared(int i) {
    return is(i - 1, "WITH")
        || is(i - 1, "AS")
        || (i > 0 && tokens.get(i - 1).symbol(",") && isTable(closing(i + 1)));
  }

  private boolean isTable(int closing) {
    return is(closing + 1, "AS")
        && closing + 2 < tokens.size()
        && tokens.get(closing + 2).symbol("(");
  }

  private int closing(int opening) {
    int depth = 0;
    for (int i = opening; i < tokens.size(); i++) {
      depth += tokens.get(i).symbol("(") ? 1 : tokens.get(i).symbol(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }
}
