package io.aisle.ui.dataset;

import io.aisle.core.dataset.Beside;
import io.aisle.core.dataset.FileBeside;
import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingGuess;
import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.experiment.EntityFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that was chosen for an import; an edit makes another one.
 *
 * @param form how the file writes its rows
 * @param roles by header; columns without a role are left out
 * @param timeFormat empty: guessed
 * @param zone of times that name none
 * @param kind of events without a kind of their own
 * @param kinds what words of the kind column mean, where that was said
 * @param rules those of the format or of a mapping that was taken up
 * @param off reasons whose rules are switched off
 * @param privacy what is done with personal columns, by header; others are kept
 * @param named further files and the licence of a mapping
 */
record ImportState(
    String name,
    FileForm form,
    Map<String, ColumnRole> roles,
    String timeFormat,
    String zone,
    EventKind kind,
    Map<String, EventKind> kinds,
    List<ImportRule> rules,
    Set<String> off,
    Optional<EntityFile> items,
    Map<String, Treatment> privacy,
    Named named) {
  /**
   * What a mapping names that no choice is made of.
   *
   * @param beside files beside the events and items
   * @param licence empty: none
   */
  record Named(Beside beside, String licence) {
    static final Named NOTHING = new Named(Beside.NONE, "");

    /** What another mapping names, and this where that is silent. */
    Named then(MappingFile taken) {
      return new Named(
          new Beside(taken.users(), taken.judgements(), taken.further()).or(beside),
          taken.licence().isEmpty() ? licence : taken.licence());
    }
  }

  ImportState {
    privacy = Map.copyOf(privacy);
    rules = List.copyOf(rules);
    roles = Map.copyOf(roles);
    kinds = Map.copyOf(kinds);
    off = Set.copyOf(off);
  }

  /** What a look at a file suggests. */
  static ImportState of(FileLook look) {
    String file = look.file().getFileName().toString();
    String name = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
    ColumnMapping mapping = look.guess().mapping();
    return new ImportState(
        name,
        look.form(),
        roles(look.guess()),
        mapping.timeFormat().orElse(""),
        mapping.zone().map(ImportState::name).orElse("UTC"),
        mapping.defaultKind().orElse(EventKind.OTHER),
        mapping.kinds(),
        mapping.rules().orElse(List.of()),
        Set.of(),
        look.items().map(FileBeside::file),
        mapping.privacy(),
        Named.NOTHING);
  }

  /** UTC has a name that few know. */
  private static String name(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  private static Map<String, ColumnRole> roles(MappingGuess guess) {
    Map<String, ColumnRole> roles = new HashMap<>();
    guess.columns().forEach(each -> each.role().ifPresent(role -> roles.put(each.header(), role)));
    return roles;
  }

  ImportState withName(String chosen) {
    return new ImportState(
        chosen, form, roles, timeFormat, zone, kind, kinds, rules, off, items, privacy, named);
  }

  /** Another column for the time has another format, which is guessed anew. */
  ImportState withRole(String header, Optional<ColumnRole> role) {
    Map<String, ColumnRole> changed = new HashMap<>(roles);
    ColumnRole before = changed.remove(header);
    role.ifPresent(given -> changed.put(header, given));
    boolean time = before == ColumnRole.TIME || role.equals(Optional.of(ColumnRole.TIME));
    return new ImportState(
        name,
        form,
        changed,
        time ? "" : timeFormat,
        zone,
        kind,
        kinds,
        rules,
        off,
        items,
        privacy,
        named);
  }

  ImportState withTimeFormat(String chosen) {
    return new ImportState(
        name, form, roles, chosen.strip(), zone, kind, kinds, rules, off, items, privacy, named);
  }

  ImportState withZone(String chosen) {
    return new ImportState(
        name,
        form,
        roles,
        timeFormat,
        chosen.strip(),
        kind,
        kinds,
        rules,
        off,
        items,
        privacy,
        named);
  }

  ImportState withKind(EventKind chosen) {
    return new ImportState(
        name, form, roles, timeFormat, zone, chosen, kinds, rules, off, items, privacy, named);
  }

  ImportState withWord(String word, EventKind meaning) {
    Map<String, EventKind> changed = new HashMap<>(kinds);
    changed.put(word, meaning);
    return new ImportState(
        name, form, roles, timeFormat, zone, kind, changed, rules, off, items, privacy, named);
  }

  ImportState withRule(String reason, boolean on) {
    Set<String> changed = new HashSet<>(off);
    if (on) {
      changed.remove(reason);
    } else {
      changed.add(reason);
    }
    return new ImportState(
        name, form, roles, timeFormat, zone, kind, kinds, rules, changed, items, privacy, named);
  }

  ImportState withItems(Optional<EntityFile> chosen) {
    return new ImportState(
        name, form, roles, timeFormat, zone, kind, kinds, rules, off, chosen, privacy, named);
  }

  ImportState withPrivacy(Map<String, Treatment> treatments) {
    return new ImportState(
        name, form, roles, timeFormat, zone, kind, kinds, rules, off, items, treatments, named);
  }

  ImportState withNamed(Named files) {
    return new ImportState(
        name, form, roles, timeFormat, zone, kind, kinds, rules, off, items, privacy, files);
  }

  ImportState withTreatment(String header, Treatment chosen) {
    Map<String, Treatment> changed = new HashMap<>(privacy);
    changed.put(header, chosen);
    changed.values().remove(Treatment.KEEP);
    return withPrivacy(changed);
  }

  /**
   * What a mapping says, as far as it concerns columns that are there; where it is silent the
   * choices stay. Rules that only this format has are switched off.
   */
  ImportState withMapping(MappingFile taken, List<String> headers) {
    ColumnMapping mapping = taken.mapping();
    Map<String, ColumnRole> named = new HashMap<>();
    mapping.columns().forEach((role, header) -> named.put(header, role));
    named.keySet().retainAll(headers);
    List<ImportRule> said = mapping.rules().orElse(List.of());
    Set<String> reasons = said.stream().map(ImportRule::reason).collect(Collectors.toSet());
    List<ImportRule> both = new ArrayList<>(said);
    rules.stream().filter(rule -> !reasons.contains(rule.reason())).forEach(both::add);
    Set<String> silent = both.stream().map(ImportRule::reason).collect(Collectors.toSet());
    silent.removeAll(reasons);
    return new ImportState(
        name,
        form,
        named.isEmpty() ? roles : named,
        mapping.timeFormat().orElse(timeFormat),
        mapping.zone().map(ImportState::name).orElse(zone),
        mapping.defaultKind().orElse(kind),
        mapping.kinds().isEmpty() ? kinds : mapping.kinds(),
        both,
        mapping.rules().isPresent() ? silent : off,
        taken.items().filter(file -> DataFile.exists(file.file())).or(() -> items),
        mapping.privacy().isEmpty() ? privacy : mapping.privacy(),
        this.named.then(taken));
  }

  /** The plan; nothing in it is left to be guessed but an empty format of times. */
  ImportPlan plan(List<Path> files) {
    Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    roles.forEach((header, role) -> columns.put(role, header));
    ColumnMapping mapping =
        new ColumnMapping(
            columns,
            form,
            timeFormat.isEmpty() ? Optional.empty() : Optional.of(timeFormat),
            Optional.of(ZoneId.of(zone)),
            Optional.of(kind),
            kinds,
            Optional.of(rules.stream().filter(rule -> !off.contains(rule.reason())).toList()),
            privacy);
    return new ImportPlan(name.strip(), files, mapping, items, Optional.empty(), named.licence());
  }
}
