package io.aisle.testkit.hostile;

import static io.aisle.testkit.hostile.HostileFile.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON. */
final class JsonAttacks {
  private static final String A = "{\"user\":\"a\",\"item\":\"x\"}";
  private static final String B = "{\"user\":\"b\",\"item\":\"y\"}";
  private static final int DEEP = 50_000;

  private JsonAttacks() {}

  static List<HostileFile> all() {
    String keys =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    String deepList = "[".repeat(DEEP) + "]".repeat(DEEP);
    String deepObject = "{\"user\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
    return List.of(
        text("deep.jsonl", A + "\n{\"user\":" + deepList + "}\n" + B + "\n", "no-object=1"),
        text("deep-objects.jsonl", A + "\n" + deepObject + "\n", "no-object=1"),
        text("deep.json", "[" + A + ",{\"user\":" + deepList + "}]", "row 2: the JSON is nested"),
        text("only-deep.json", deepList, "row 1: the JSON is nested"),
        text("cut.json", "[" + A + "," + B.substring(0, 12), "row 2: the JSON is broken"),
        text("cut.jsonl", A + "\n" + B.substring(0, 12), "no-object=1"),
        text("wrong-line.jsonl", A + "\nnot json at all\n" + B + "\n", "no-object=1"),
        text("two-on-a-line.jsonl", A + "\n" + A + B + "\n", "no-object=1"),
        text("numbers.json", "[" + A + ",1,\"x\",null,[2]]", "no-object=4"),
        text("no-objects.json", "[[1,2],[3]]", "JSON list without objects"),
        text("empty-list.json", "[]", "JSON list without objects"),
        text("pretty.json", "{\n  \"user\": \"a\",\n  \"item\": \"x\"\n}\n", "no line of it"),
        text("many-keys.jsonl", keys + "\n", "columns, more than"),
        text("escape.jsonl", A + "\n{\"user\":\"\\q\",\"item\":\"x\"}\n", "no-object=1"),
        text("long-text.jsonl", A + "\n" + longText(600_000) + "\n", "field-too-long=1"),
        text(
            "long-text.json",
            "[" + A + "," + longText(2_000_000) + "]",
            "row 2: the JSON is nested"),
        text("long-number.jsonl", A + "\n{\"user\":" + "1".repeat(5_000) + "}\n", "=1"),
        new HostileFile(
            "line-of-a-gigabyte.jsonl",
            file ->
                TextAttacks.hole(file, (A + "\n").repeat(1_001) + "{\"user\":\"c\",\"item\":\""),
            "field-too-long=1"));
  }

  private static String longText(int length) {
    return "{\"user\":\"" + "u".repeat(length) + "\",\"item\":\"x\"}";
  }
}
