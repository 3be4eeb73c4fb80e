package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DelimiterGuess;
import io.aisle.domain.data.FileForm;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What mapping files say about the form of a file. */
final class FormReader {
  private static final String NO_QUOTE = "none";

  private FormReader() {}

  static FileForm read(YamlMap map) {
    return new FileForm(
        map.raw("delimiter")
            .map(
                text ->
                    DelimiterGuess.named(text)
                        .orElseThrow(
                            () ->
                                map.wrong(
                                    "delimiter",
                                    "comma, tab, semicolon, bar or one or two characters"))),
        map.optional("quote").map(text -> quote(map, text)),
        map.optional("encoding").map(name -> charset(map, name)),
        header(map),
        map.raw("sheet"));
  }

  private static char quote(YamlMap map, String text) {
    if (text.equals(NO_QUOTE)) {
      return FileForm.NO_QUOTE;
    }
    if (text.length() != 1) {
      throw map.wrong("quote", "one character or none");
    }
    return text.charAt(0);
  }

  private static Charset charset(YamlMap map, String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw map.wrong("encoding", "an encoding such as UTF-8, GB18030 or UTF-16LE");
    }
  }

  private static List<String> header(YamlMap map) {
    List<String> names = new ArrayList<>();
    if (map.has("header")) {
      for (Object name : map.list("header")) {
        names.add(
            PlainValue.text(name)
                .orElseThrow(() -> map.wrong("header", "a list of names of columns")));
      }
    }
    return List.copyOf(names);
  }

  /** Adds what is said in a form to a mapping file. */
  static void write(FileForm form, Map<String, Object> yaml) {
    form.delimiter().ifPresent(c -> yaml.put("delimiter", c.equals("\t") ? "tab" : c));
    form.quote()
        .ifPresent(c -> yaml.put("quote", c == FileForm.NO_QUOTE ? NO_QUOTE : c.toString()));
    form.encoding().ifPresent(charset -> yaml.put("encoding", charset.name()));
    if (!form.header().isEmpty()) {
      yaml.put("header", form.header());
    }
    form.sheet().ifPresent(name -> yaml.put("sheet", name));
  }
}
