package io.aisle.store;

import io.aisle.domain.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes an SQL text apart. What H2 may read otherwise than this is refused (dollar quotes, escapes
 * of JDBC, comments in comments, odd letters): {@link QueryGuard} judges by these tokens, and must
 * see what H2 sees.
 */
final class QueryTokens {
  private static final String SYMBOLS = "(),.*+-/%<>=![]";

  private final String sql;
  private final List<QueryToken> found = new ArrayList<>();
  private int at;

  private QueryTokens(String sql) {
    this.sql = sql;
  }

  /**
   * The tokens without comments.
   *
   * @throws InputException naming what cannot be read
   */
  static List<QueryToken> of(String sql) {
    QueryTokens tokens = new QueryTokens(sql);
    while (tokens.at < sql.length()) {
      tokens.next();
    }
    return tokens.found;
  }

  private void next() {
    char c = sql.charAt(at);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c)) {
      at++;
    } else if (c == '-' && follows('-')) {
      while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
        at++;
      }
    } else if (c == '/' && follows('*')) {
      comment();
    } else if (c == '\'') {
      quoted(QueryToken.Kind.TEXT, c);
    } else if (c == '"') {
      quoted(QueryToken.Kind.NAME, c);
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else if (digit(at) || (c == '.' && digit(at + 1))) {
      number();
    } else if (c == '|' && follows('|')) {
      add(QueryToken.Kind.SYMBOL, "||", 2);
    } else if (SYMBOLS.indexOf(c) >= 0 && !(c == '/' && follows('/'))) {
      add(QueryToken.Kind.SYMBOL, String.valueOf(c), 1);
    } else {
      throw new InputException(
          "'%s' at character %d has no place in a query here: take it out, or put it in quotes."
              .formatted(c, at + 1));
    }
  }

  private boolean follows(char c) {
    return at + 1 < sql.length() && sql.charAt(at + 1) == c;
  }

  private boolean digit(int index) {
    return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
  }

  private void add(QueryToken.Kind kind, String text, int length) {
    found.add(new QueryToken(kind, text));
    at += length;
  }

  private void comment() {
    int end = sql.indexOf("*/", at + 2);
    int inner = sql.indexOf("/*", at + 2);
    if (end < 0 || (inner >= 0 && inner < end)) {
      throw new InputException(
          "The comment at character %d does not end, or holds another one: end it with */."
              .formatted(at + 1));
    }
    at = end + 2;
  }

  private void quoted(QueryToken.Kind kind, char quote) {
    StringBuilder text = new StringBuilder();
    for (int i = at + 1; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c != quote) {
        text.append(c);
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        text.append(c);
        i++;
      } else {
        add(kind, text.toString(), i + 1 - at);
        return;
      }
    }
    throw new InputException(
        "The quote at character %d is not closed: write %s at its end.".formatted(at + 1, quote));
  }

  private void word() {
    int end = at;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    add(QueryToken.Kind.WORD, sql.substring(at, end).toUpperCase(Locale.ENGLISH), end - at);
  }

  private void number() {
    int end = at;
    while (digit(end) || (end < sql.length() && sql.charAt(end) == '.')) {
      end++;
    }
    int mantissa = end;
    if (end < sql.length() && (sql.charAt(end) == 'e' || sql.charAt(end) == 'E')) {
      end++;
      if (end < sql.length() && (sql.charAt(end) == '+' || sql.charAt(end) == '-')) {
        end++;
      }
      int digits = end;
      while (digit(end)) {
        end++;
      }
      if (end == digits) {
        end = mantissa;
      }
    }
    if (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      throw new InputException(
          "The number at character %d is followed by a letter: put a space between them."
              .formatted(at + 1));
    }
    add(QueryToken.Kind.NUMBER, sql.substring(at, end), end - at);
  }
}
