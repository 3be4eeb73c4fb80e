package io.aisle.core.dataset.profile;

import io.aisle.domain.data.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Items put together by the top of their categories: of {@code Home > Kitchen}, {@code
 * Home/Kitchen} and {@code home.kitchen} the first part; of several categories side by side ({@code
 * Drama|Comedy}) the first. Every statistic over categories takes its groups from here.
 *
 * @param names of the groups
 * @param ofItem {@code [items]} group of each item; -1 without a category
 */
record CategoryGroups(List<String> names, int[] ofItem) {
  private static final Pattern TOP = Pattern.compile("\\s*(.+?)\\s*(?:[>/|].*)?", Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("([\\p{L}\\p{N}_-]+)(?:\\.[\\p{L}\\p{N}_-]+)+");

  static CategoryGroups of(Catalogue catalogue) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[] ofItem = new int[catalogue.categories().size()];
    for (int item = 0; item < ofItem.length; item++) {
      String top = top(catalogue.categories().get(item));
      ofItem[item] = -1;
      if (!top.isEmpty()) {
        ofItem[item] = numbers.computeIfAbsent(top, each -> names.size());
        if (ofItem[item] == names.size()) {
          names.add(top);
        }
      }
    }
    return new CategoryGroups(List.copyOf(names), ofItem);
  }

  /** The group of a category; "" of none. */
  static String top(String category) {
    Matcher code = CODE.matcher(category.strip());
    if (code.matches()) {
      return code.group(1);
    }
    Matcher path = TOP.matcher(category);
    return path.matches() ? path.group(1) : "";
  }
}
