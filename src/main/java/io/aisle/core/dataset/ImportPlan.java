package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param dataset name of the data set; an existing one gets a new version
 * @param files interaction files, read in this order; none: the items are a catalogue without
 *     events
 * @param mapping roles and rules; guessed where silent
 * @param judgements grades of items for queries; with it, or without interaction files, every item
 *     of the item file belongs to the catalogue
 * @param further what lies beside these
 * @param licence shown with the data set; empty when unknown
 * @param key file of the key by which values are replaced; empty: the workspace's own
 */
public record ImportPlan(
    String dataset,
    List<Path> files,
    ColumnMapping mapping,
    Optional<EntityFile> items,
    Optional<EntityFile> users,
    Optional<JudgementFile> judgements,
    FurtherFiles further,
    String licence,
    Optional<Path> key) {
  /** A plan with the workspace's own key. */
  public ImportPlan(
      String dataset,
      List<Path> files,
      ColumnMapping mapping,
      Optional<EntityFile> items,
      Optional<EntityFile> users,
      Optional<JudgementFile> judgements,
      String licence) {
    this(
        dataset,
        files,
        mapping,
        items,
        users,
        judgements,
        FurtherFiles.NONE,
        licence,
        Optional.empty());
  }

  /** A plan without grades. */
  public ImportPlan(
      String dataset,
      List<Path> files,
      ColumnMapping mapping,
      Optional<EntityFile> items,
      Optional<EntityFile> users,
      String licence) {
    this(dataset, files, mapping, items, users, Optional.empty(), licence);
  }

  /** The same with other files of events and items. */
  ImportPlan with(List<Path> otherFiles, Optional<EntityFile> otherItems) {
    return new ImportPlan(
        dataset, otherFiles, mapping, otherItems, users, judgements, further, licence, key);
  }

  /** The same with other items. */
  public ImportPlan with(Optional<EntityFile> otherItems) {
    return with(files, otherItems);
  }

  /** The same with what was found beside it, where it is silent. */
  public ImportPlan with(Beside beside) {
    return new ImportPlan(
        dataset,
        files,
        mapping,
        items,
        users.or(beside::users),
        judgements.or(beside::judgements),
        further.or(beside.further()),
        licence,
        key);
  }

  /** The same with another mapping. */
  ImportPlan withMapping(ColumnMapping other) {
    return new ImportPlan(dataset, files, other, items, users, judgements, further, licence, key);
  }

  /** The same with other files beside the interactions. */
  ImportPlan with(
      Optional<EntityFile> otherItems, Optional<EntityFile> otherUsers, FurtherFiles other) {
    return new ImportPlan(
        dataset, files, mapping, otherItems, otherUsers, judgements, other, licence, key);
  }

  /** The same with a file of a key. */
  public ImportPlan withKey(Optional<Path> file) {
    return new ImportPlan(
        dataset,
        files,
        mapping,
        items,
        users,
        judgements,
        further,
        licence,
        file.map(Path::toAbsolutePath));
  }

  /** All files whose rows are taken or refused, in the order in which they are read. */
  public List<Path> sources() {
    return sources(
        files,
        items.filter(file -> takesWholeCatalogue(Ground.NONE)),
        further.propertyFiles(),
        judgements);
  }

  /**
   * @param catalogue a file of items of which every row is taken
   * @param properties files with a row for each property of an item
   */
  static List<Path> sources(
      List<Path> files,
      Optional<EntityFile> catalogue,
      List<Path> properties,
      Optional<JudgementFile> judgements) {
    List<Path> sources = new ArrayList<>(files);
    catalogue.ifPresent(file -> sources.add(file.file()));
    sources.addAll(properties);
    judgements.ifPresent(grades -> sources.add(grades.file()));
    return sources.stream().map(Path::toAbsolutePath).toList();
  }

  /** The files beside the events, each with its columns of ids. */
  Map<Path, List<String>> ids() {
    Map<Path, List<String>> files = new LinkedHashMap<>();
    items().ifPresent(items -> files.put(items.file(), List.of(items.id())));
    users().ifPresent(users -> files.put(users.file(), List.of(users.id())));
    judgements().ifPresent(grades -> files.put(grades.file(), List.of(grades.item())));
    further
        .properties()
        .ifPresent(said -> said.files().forEach(file -> files.put(file, List.of(said.item()))));
    further.files().forEach(file -> files.putIfAbsent(file, List.of()));
    further
        .reviews()
        .ifPresent(
            reviews ->
                reviews
                    .file()
                    .ifPresent(file -> files.put(file, List.of(reviews.user(), reviews.item()))));
    return files;
  }

  /** The files beside the events, in their order. */
  public List<Path> beside() {
    return List.copyOf(ids().keySet());
  }

  /** Whether every item of the item file is taken, and not only those that are there. */
  boolean takesWholeCatalogue(Ground ground) {
    return describesItems() && (judgements.isPresent() || files.isEmpty() && ground.catalogue());
  }

  /** Whether it has files that say what there is of each item. */
  boolean describesItems() {
    return items.isPresent() || further.properties().isPresent();
  }

  /** Whether it brings interactions. */
  boolean hasEvents() {
    return !files.isEmpty();
  }

  /** Whether it brings anything at all. */
  boolean hasAnything() {
    return hasEvents()
        || items.isPresent()
        || users.isPresent()
        || judgements.isPresent()
        || !further.equals(FurtherFiles.NONE);
  }

  /**
   * What it says, as a mapping file that names no interaction files says it.
   *
   * @param complete the mapping with its guesses
   */
  public MappingFile said(ColumnMapping complete) {
    return new MappingFile(complete, List.of(), items, users, judgements, further, licence);
  }

  /** A plan for files with a mapping file's rules. */
  public static ImportPlan of(String dataset, List<Path> files, MappingFile mapping) {
    return new ImportPlan(
        dataset,
        files,
        mapping.mapping(),
        mapping.items(),
        mapping.users(),
        mapping.judgements(),
        mapping.further(),
        mapping.licence(),
        Optional.empty());
  }
}
