package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say the same things. */
class TextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/i18n");

  static List<String> rooms() {
    return Texts.ROOMS.stream()
        .filter(room -> Files.exists(FOLDER.resolve(room + "_zh.properties")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyKeyIsThereInBothLanguagesWithTheSamePlaceholders(String room) throws IOException {
    Properties english = read(room + ".properties");
    Properties chinese = read(room + "_zh.properties");
    assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    for (String key : english.stringPropertyNames()) {
      assertThat(places(chinese.getProperty(key)))
          .as(room + ": " + key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void whatIsSaidInChineseIsChinese(String room) throws IOException {
    Properties chinese = read(room + "_zh.properties");
    Properties english = read(room + ".properties");
    long same =
        chinese.stringPropertyNames().stream()
            .filter(key -> english.getProperty(key).matches(".*[a-z]{4}.* .*[a-z]{3}.*"))
            .filter(key -> chinese.getProperty(key).chars().noneMatch(c -> c > 0x2E80))
            .count();
    assertThat(same).as("sentences that were left in English").isZero();
  }

  @Test
  void aTextIsFilledInByLocale() {
    assertThat(new Texts(Locale.ENGLISH).of("app.name")).isEqualTo("Aisle");
    assertThat(new Texts(Locale.SIMPLIFIED_CHINESE).locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
  }

  @Test
  void everyFileOfWordsBelongsToARoom() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".properties"))
                  .map(name -> name.replaceAll("(_zh)?\\.properties", "")))
          .isSubsetOf(Texts.ROOMS);
    }
  }

  /** A second line would silently replace the first, which another place may have filled in. */
  @ParameterizedTest
  @MethodSource("rooms")
  void noKeyIsWrittenTwice(String room) throws IOException {
    for (String name : List.of(room + ".properties", room + "_zh.properties")) {
      try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            assertThat(before).as(name + ": " + key).isNull();
            return before;
          }
        }.load(reader);
      }
    }
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
      properties.load(reader);
    }
    return properties;
  }

  /** How many arguments a text fills in. */
  private static int places(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }
}
