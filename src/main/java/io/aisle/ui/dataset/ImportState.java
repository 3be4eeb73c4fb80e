package io.aisle.ui.dataset;

import io.aisle.core.dataset.FileBeside;
import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingGuess;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.experiment.EntityFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was chosen for an import; an edit makes another one.
 *
 * @param form how the file writes its rows
 * @param roles by header; columns without a role are left out
 * @param timeFormat empty: guessed
 * @param zone of times that name none
 * @param kind of events without a kind of their own
 * @param kinds what words of the kind column mean, where that was said
 * @param off reasons whose rules are switched off
 */
record ImportState(
    String name,
    FileForm form,
    Map<String, ColumnRole> roles,
    String timeFormat,
    String zone,
    EventKind kind,
    Map<String, EventKind> kinds,
    Set<String> off,
    Optional<EntityFile> items) {
  ImportState {
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
        Set.of(),
        look.items().map(FileBeside::file));
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
    return new ImportState(chosen, form, roles, timeFormat, zone, kind, kinds, off, items);
  }

  /** Another column for the time has another format, which is guessed anew. */
  ImportState withRole(String header, Optional<ColumnRole> role) {
    Map<String, ColumnRole> changed = new HashMap<>(roles);
    ColumnRole before = changed.remove(header);
    role.ifPresent(given -> changed.put(header, given));
    boolean time = before == ColumnRole.TIME || role.equals(Optional.of(ColumnRole.TIME));
    return new ImportState(
        name, form, changed, time ? "" : timeFormat, zone, kind, kinds, off, items);
  }

  ImportState withTimeFormat(String chosen) {
    return new ImportState(name, form, roles, chosen.strip(), zone, kind, kinds, off, items);
  }

  ImportState withZone(String chosen) {
    return new ImportState(name, form, roles, timeFormat, chosen.strip(), kind, kinds, off, items);
  }

  ImportState withKind(EventKind chosen) {
    return new ImportState(name, form, roles, timeFormat, zone, chosen, kinds, off, items);
  }

  ImportState withWord(String word, EventKind meaning) {
    Map<String, EventKind> changed = new HashMap<>(kinds);
    changed.put(word, meaning);
    return new ImportState(name, form, roles, timeFormat, zone, kind, changed, off, items);
  }

  ImportState withRule(String reason, boolean on) {
    Set<String> changed = new HashSet<>(off);
    if (on) {
      changed.remove(reason);
    } else {
      changed.add(reason);
    }
    return new ImportState(name, form, roles, timeFormat, zone, kind, kinds, changed, items);
  }

  ImportState withItems(Optional<EntityFile> chosen) {
    return new ImportState(name, form, roles, timeFormat, zone, kind, kinds, off, chosen);
  }

  /** The plan; nothing in it is left to be guessed but an empty format of times. */
  ImportPlan plan(List<Path> files, List<ImportRule> rules) {
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
            Optional.of(rules.stream().filter(rule -> !off.contains(rule.reason())).toList()));
    return new ImportPlan(name.strip(), files, mapping, items, Optional.empty(), "");
  }
}
