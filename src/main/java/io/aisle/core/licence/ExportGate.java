package io.aisle.core.licence;

import io.aisle.domain.InputException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every export of rows passes here: rows of data whose licence restricts what may be done with them
 * leave the workspace only when the analyst has said that it is allowed. A licence is the text that
 * stands with a data set; what it restricts is told from the usual words for it, in English and
 * Chinese, so an unusual text restricts nothing.
 */
public final class ExportGate {
  private ExportGate() {}

  /** What a licence restricts. */
  public enum Limit {
    NON_COMMERCIAL(
        "\\bNC\\b|non-?\\s?commercial|no(t for)? commercial|without"
            + " commercial|非商业|非商用|禁止商用|不得商用|不可商用"),
    RESEARCH(
        "research (use|purposes?|only)|only for research|academic|educational"
            + " use|仅供研究|仅限研究|仅用于研究|学术研究|仅限学术"),
    REDISTRIBUTION(
        "\\bND\\b|no(t be)? redistribut|no derivatives|redistribution (is"
            + " )?(not|prohibited|forbidden|under)|may not be (shared|redistributed|passed"
            + " on)|不得转载|不得分发|禁止分发|禁止转载|不得再分发|不得传播|相同方式共享"),
    CONFIDENTIAL(
        "confidential|proprietary|internal (use|only)|trade secret|all rights"
            + " reserved|保密|机密|内部使用|仅限内部");

    private final Pattern words;

    Limit(String words) {
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private boolean of(String licence) {
      return words.matcher(licence).find();
    }
  }

  /** What a licence restricts; nothing where it is not known. */
  public static Set<Limit> limits(String licence) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    for (Limit limit : Limit.values()) {
      if (limit.of(licence)) {
        limits.add(limit);
      }
    }
    return limits;
  }

  /**
   * Lets an export pass.
   *
   * @param what whose rows are to be written, for the sentence
   * @param accepted whether the analyst has said that the licence allows it
   * @throws InputException with the licence, when it restricts and nobody has said so
   */
  public static void require(String what, String licence, boolean accepted) {
    if (!accepted && !limits(licence).isEmpty()) {
      throw new InputException(
          "The licence of %s restricts what may be done with its rows (%s): say --accept-licence if it allows this export."
              .formatted(what, licence));
    }
  }
}
