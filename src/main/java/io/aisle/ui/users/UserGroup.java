package io.aisle.ui.users;

import java.util.Set;

/**
 * Users that another screen has put together, such as those of a slice.
 *
 * @param name for people
 * @param users external ids
 */
public record UserGroup(String name, Set<String> users) {
  public UserGroup {
    users = Set.copyOf(users);
  }
}
