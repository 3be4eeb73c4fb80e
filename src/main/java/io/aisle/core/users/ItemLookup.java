package io.aisle.core.users;

import io.aisle.core.training.RunData;
import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds items of a run's data, and who had them. */
final class ItemLookup {
  private ItemLookup() {}

  /** The users who had an item whose id is the text, or whose title or id contains it. */
  static ItemUsers whoHad(RunData data, String text) {
    Catalogue catalogue = data.catalogue();
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    boolean[] meant = new boolean[catalogue.items().size()];
    int exact = catalogue.items().indexOf(text.strip());
    int count = 0;
    int last = exact;
    if (exact >= 0) {
      meant[exact] = true;
      count = 1;
    }
    for (int item = 0; item < meant.length && exact < 0 && !wanted.isEmpty(); item++) {
      if (catalogue.titles().get(item).toLowerCase(Locale.ROOT).contains(wanted)
          || catalogue.items().get(item).toLowerCase(Locale.ROOT).contains(wanted)) {
        meant[item] = true;
        count++;
        last = item;
      }
    }
    return new ItemUsers(
        count, count == 1 ? catalogue.label(last) : "", count == 0 ? Set.of() : users(data, meant));
  }

  private static Set<String> users(RunData data, boolean[] meant) {
    Set<String> users = new HashSet<>();
    for (Interactions part :
        List.of(data.split().train(), data.split().valid(), data.split().test())) {
      for (int user = 0; user < part.users(); user++) {
        for (int at = part.offsets()[user]; at < part.offsets()[user + 1]; at++) {
          if (meant[part.item()[at]]) {
            users.add(data.catalogue().users().get(user));
            break;
          }
        }
      }
    }
    return users;
  }

  /** What the data know of some items, by id; items that they do not have are left out. */
  static Map<String, ItemFacts> facts(RunFacts run, String user, Set<String> items) {
    Catalogue catalogue = run.data().catalogue();
    Set<Integer> had =
        Arrays.stream(run.history().row(run.user(user))).boxed().collect(Collectors.toSet());
    Map<String, ItemFacts> facts = new HashMap<>();
    for (String id : items) {
      int item = run.item(id);
      if (item >= 0) {
        facts.put(
            id,
            new ItemFacts(
                id,
                catalogue.titles().get(item),
                catalogue.categories().get(item),
                run.itemUsers()[item],
                had.contains(item)));
      }
    }
    return facts;
  }
}
