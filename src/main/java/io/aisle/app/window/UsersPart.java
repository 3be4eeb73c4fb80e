package io.aisle.app.window;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.Scenarios;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Screen;
import io.aisle.ui.users.AttentionController;
import io.aisle.ui.users.AttentionViewModel;
import io.aisle.ui.users.CardPopup;
import io.aisle.ui.users.CardViewModel;
import io.aisle.ui.users.FeaturesController;
import io.aisle.ui.users.FeaturesViewModel;
import io.aisle.ui.users.HistoryController;
import io.aisle.ui.users.ItemFinderViewModel;
import io.aisle.ui.users.ItemFocus;
import io.aisle.ui.users.ListsController;
import io.aisle.ui.users.ListsViewModel;
import io.aisle.ui.users.MatterViewModel;
import io.aisle.ui.users.ProfileViewModel;
import io.aisle.ui.users.ScenariosViewModel;
import io.aisle.ui.users.UserGroup;
import io.aisle.ui.users.UserOrder;
import io.aisle.ui.users.UsersController;
import io.aisle.ui.users.UsersViewModel;
import io.aisle.ui.users.WhatIfController;
import io.aisle.ui.users.WhatIfViewModel;
import io.aisle.ui.users.WhyController;
import io.aisle.ui.users.WhyNotViewModel;
import java.util.Locale;

/** Wires the Users screen. */
final class UsersPart {
  private final Frame frame;

  UsersPart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    var service = frame.services().users();
    var background = frame.background();
    var texts = frame.texts();
    var numbers = frame.numbers();
    var navigator = frame.navigator();
    ItemFocus focus = new ItemFocus();
    ProfileViewModel profile = new ProfileViewModel(service, background, focus, texts, numbers);
    ListsViewModel lists = new ListsViewModel(service, background, frame.notices(), texts);
    AttentionViewModel attention =
        new AttentionViewModel(service, background, focus, texts, numbers);
    UsersViewModel users =
        new UsersViewModel(frame.shelf(), service, profile, lists, attention, background, texts);
    CardPopup cards =
        new CardPopup(
            new CardViewModel(service, users, profile, lists, background, texts, numbers));
    ChartTools tools = frame.chartTools();
    var controllers = frame.controllers();
    controllers.put(
        UsersController.class,
        () -> new UsersController(users, navigator, frame.erasing(), texts, numbers));
    controllers.put(
        ListsController.class,
        () -> new ListsController(users, lists, focus, cards, tools, navigator));
    controllers.put(HistoryController.class, () -> new HistoryController(profile, cards, tools));
    controllers.put(AttentionController.class, () -> new AttentionController(attention, tools));
    why(attention, lists, focus, tools);
    navigator.serve(
        Place.OfUser.class, Screen.USERS, place -> users.show(place.user(), place.runs()));
    navigator.serve(
        Place.OfUsers.class,
        Screen.USERS,
        place -> users.show(new UserGroup(place.name(), place.users()), place.runs()));
    navigator.serve(Place.OfItem.class, Screen.USERS, place -> users.showWhoHad(place.item()));
    users
        .userProperty()
        .subscribe(row -> frame.current().userProperty().set(row == null ? "" : row.user()));
    for (UserOrder order : UserOrder.values()) {
      frame
          .actions()
          .add(
              Action.of(
                  "users." + order.name().toLowerCase(Locale.ROOT),
                  texts.of("users.action." + order.name()),
                  "",
                  () -> {
                    navigator.go(new Place.OfScreen(Screen.USERS));
                    users.list().orderProperty().set(order);
                  }));
    }
    return users;
  }

  /** The panels beside the attention. */
  private void why(
      AttentionViewModel attention, ListsViewModel lists, ItemFocus focus, ChartTools tools) {
    var service = frame.services().users();
    var background = frame.background();
    var texts = frame.texts();
    var numbers = frame.numbers();
    var controllers = frame.controllers();
    SettingsFile<Scenarios> file =
        new SettingsFile<>(frame.paths().scenarios(), Scenarios.class, Scenarios.NONE);
    WhatIfViewModel whatIf =
        new WhatIfViewModel(
            attention,
            service,
            lists,
            new ScenariosViewModel(file, background, texts),
            background,
            texts);
    MatterViewModel matter =
        new MatterViewModel(attention, service, focus, background, texts, numbers);
    WhyNotViewModel whyNot = new WhyNotViewModel(attention, service, background, texts, numbers);
    FeaturesViewModel features =
        new FeaturesViewModel(attention, service, background, texts, numbers);
    controllers.put(FeaturesController.class, () -> new FeaturesController(features, tools));
    controllers.put(
        WhyController.class,
        () ->
            new WhyController(
                matter,
                whyNot,
                new ItemFinderViewModel(attention, service, background, texts),
                tools));
    controllers.put(
        WhatIfController.class,
        () ->
            new WhatIfController(
                whatIf, new ItemFinderViewModel(attention, service, background, texts), tools));
  }
}
