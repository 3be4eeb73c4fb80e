package io.aisle.core.dataset;

import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.LinkFile;
import io.aisle.domain.experiment.QueryFile;
import io.aisle.domain.experiment.ReviewFile;
import io.aisle.domain.experiment.TripleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What mapping files say about queries, triples, reviews and pictures. */
final class FurtherReader {
  private FurtherReader() {}

  /**
   * @param file where the mapping stands, for relative paths
   */
  static FurtherFiles read(YamlMap map, Path file) {
    Optional<YamlMap> triples =
        map.optionalMap("triples", "file", "head", "relation", "tail", "link", "attributes");
    return new FurtherFiles(
        map.optionalMap("queries", "file", "id", "query", "category")
            .map(
                given ->
                    new QueryFile(
                        MappingReader.beside(file, given.text("file")),
                        given.optional("id"),
                        given.text("query"),
                        given.optional("category"))),
        triples
            .filter(given -> given.has("file"))
            .map(
                given ->
                    new TripleFile(
                        MappingReader.beside(file, given.text("file")),
                        given.text("head"),
                        given.text("relation"),
                        given.text("tail"),
                        link(given, file))),
        triples.map(FurtherReader::attributes).orElse(List.of()),
        map.optionalMap("reviews", "file", "user", "item", "rating", "time", "title", "text")
            .map(given -> reviews(given, file)),
        map.optionalMap("items", "file", "id", "title", "category", "attributes", "image")
            .flatMap(items -> items.optional("image")),
        PropertySection.read(map, file));
  }

  private static Optional<LinkFile> link(YamlMap triples, Path file) {
    return triples
        .optionalMap("link", "file", "item", "entity")
        .map(
            given ->
                new LinkFile(
                    MappingReader.beside(file, given.text("file")),
                    given.text("item"),
                    given.text("entity")));
  }

  private static List<String> attributes(YamlMap triples) {
    List<String> names = new ArrayList<>();
    if (triples.has("attributes")) {
      for (Object name : triples.list("attributes")) {
        names.add(
            PlainValue.text(name)
                .orElseThrow(() -> triples.wrong("attributes", "a list of names of attributes")));
      }
    }
    return names;
  }

  private static ReviewFile reviews(YamlMap given, Path file) {
    return new ReviewFile(
        given.optional("file").map(name -> MappingReader.beside(file, name)),
        given.text("user"),
        given.text("item"),
        given.optional("rating"),
        given.optional("time"),
        given.optional("title"),
        given.text("text"));
  }

  /** Adds what is said in a mapping file. */
  static void write(FurtherFiles further, Map<String, Object> yaml) {
    further
        .queries()
        .ifPresent(
            file -> {
              Map<String, Object> keys = file(Optional.of(file.file()));
              file.id().ifPresent(id -> keys.put("id", id));
              keys.put("query", file.query());
              file.category().ifPresent(category -> keys.put("category", category));
              yaml.put("queries", keys);
            });
    Map<String, Object> triples = new LinkedHashMap<>();
    further
        .triples()
        .ifPresent(
            file -> {
              triples.putAll(file(Optional.of(file.file())));
              triples.put("head", file.head());
              triples.put("relation", file.relation());
              triples.put("tail", file.tail());
              file.link().ifPresent(link -> triples.put("link", link(link)));
            });
    if (!further.derived().isEmpty()) {
      triples.put("attributes", further.derived());
    }
    if (!triples.isEmpty()) {
      yaml.put("triples", triples);
    }
    further.reviews().ifPresent(file -> yaml.put("reviews", reviews(file)));
    further.properties().ifPresent(said -> PropertySection.write(said, yaml));
    further.image().ifPresent(column -> items(yaml).put("image", column));
  }

  private static Map<String, Object> link(LinkFile link) {
    Map<String, Object> keys = file(Optional.of(link.file()));
    keys.put("item", link.item());
    keys.put("entity", link.entity());
    return keys;
  }

  private static Map<String, Object> reviews(ReviewFile file) {
    Map<String, Object> keys = file(file.file());
    keys.put("user", file.user());
    keys.put("item", file.item());
    file.rating().ifPresent(column -> keys.put("rating", column));
    file.time().ifPresent(column -> keys.put("time", column));
    file.title().ifPresent(column -> keys.put("title", column));
    keys.put("text", file.text());
    return keys;
  }

  private static Map<String, Object> file(Optional<Path> path) {
    Map<String, Object> keys = new LinkedHashMap<>();
    path.ifPresent(each -> keys.put("file", each.toAbsolutePath().toString()));
    return keys;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> items(Map<String, Object> yaml) {
    return (Map<String, Object>) yaml.getOrDefault("items", new LinkedHashMap<String, Object>());
  }
}
