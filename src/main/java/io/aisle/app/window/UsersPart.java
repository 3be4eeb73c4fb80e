package io.aisle.app.window;

import io.aisle.ui.common.Refreshable;
import io.aisle.ui.users.AttentionController;
import io.aisle.ui.users.AttentionViewModel;
import io.aisle.ui.users.HistoryController;
import io.aisle.ui.users.ListsController;
import io.aisle.ui.users.ListsViewModel;
import io.aisle.ui.users.UsersController;
import io.aisle.ui.users.UsersViewModel;

/** Wires the Users screen. */
final class UsersPart {
  private final Frame frame;

  UsersPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    var service = frame.services().users();
    var texts = frame.texts();
    ListsViewModel lists = new ListsViewModel(service, frame.background(), texts);
    AttentionViewModel attention =
        new AttentionViewModel(service, frame.background(), texts, frame.numbers());
    UsersViewModel users =
        new UsersViewModel(frame.shelf(), service, lists, attention, frame.background(), texts);
    users
        .userProperty()
        .subscribe(row -> frame.current().userProperty().set(row == null ? "" : row.user()));
    var controllers = frame.controllers();
    controllers.put(
        UsersController.class, () -> new UsersController(users, texts, frame.numbers()));
    controllers.put(
        ListsController.class, () -> new ListsController(users, lists, texts, frame.numbers()));
    controllers.put(HistoryController.class, () -> new HistoryController(lists, frame.numbers()));
    controllers.put(AttentionController.class, () -> new AttentionController(attention, texts));
    return users;
  }
}
