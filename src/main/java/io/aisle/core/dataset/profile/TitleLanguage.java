package io.aisle.core.dataset.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The language of a short text, as far as it shows: by the script of most of its letters, and in
 * Latin letters by at least two different words that are frequent in one language and in no other
 * of the list. Most titles in Latin letters show none. Codes are those of ISO 639-1; a script that
 * several languages share stands for the most spoken of them.
 */
final class TitleLanguage {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}']+");

  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      Map.of(
          Character.UnicodeScript.HAN, "zh",
          Character.UnicodeScript.HIRAGANA, "ja",
          Character.UnicodeScript.KATAKANA, "ja",
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.CYRILLIC, "ru",
          Character.UnicodeScript.ARABIC, "ar",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.DEVANAGARI, "hi");

  private static final Map<String, List<String>> FREQUENT =
      new TreeMap<>(
          Map.of(
              "en", List.of("the", "and", "of", "with", "for", "from", "you", "my", "your", "to"),
              "de", List.of("der", "und", "das", "mit", "für", "ein", "eine", "ist", "von", "zur"),
              "fr", List.of("les", "avec", "pour", "et", "des", "dans", "sur", "une", "du", "aux"),
              "es", List.of("los", "el", "las", "y", "por", "para", "una", "del", "muy", "sus"),
              "it",
                  List.of("il", "della", "gli", "dei", "delle", "di", "che", "nel", "sono", "più"),
              "nl", List.of("het", "een", "voor", "van", "met", "zijn", "naar", "niet", "uit")));

  private TitleLanguage() {}

  /** The language of a text; empty when it does not show. */
  static Optional<String> of(String text) {
    int latin = 0;
    Map<String, Integer> letters = new TreeMap<>();
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      i += Character.charCount(letter);
      if (letter < 0x250) {
        latin += Character.isLetter(letter) ? 1 : 0;
      } else if (Character.isLetter(letter)) {
        String language = SCRIPTS.get(Character.UnicodeScript.of(letter));
        if (language != null) {
          letters.merge(language, 1, Integer::sum);
        }
      }
    }
    if (letters.isEmpty()) {
      return latin == 0 ? Optional.empty() : ofWords(text);
    }
    if (letters.containsKey("ja")) {
      return Optional.of("ja"); // which writes in Han too
    }
    Map.Entry<String, Integer> most =
        letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    // a name of a brand in Latin letters is longer than a word in Han
    return 3 * most.getValue() >= latin ? Optional.of(most.getKey()) : ofWords(text);
  }

  private static Optional<String> ofWords(String text) {
    Set<String> words = new HashSet<>(List.of(WORDS.split(text.toLowerCase(Locale.ROOT), -1)));
    String best = null;
    int most = 1;
    for (Map.Entry<String, List<String>> language : FREQUENT.entrySet()) {
      int found = 0;
      for (String word : language.getValue()) {
        found += words.contains(word) ? 1 : 0;
      }
      if (found > most) {
        best = language.getKey();
        most = found;
      }
    }
    return Optional.ofNullable(best);
  }
}
