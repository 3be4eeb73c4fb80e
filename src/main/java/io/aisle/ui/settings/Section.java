package io.aisle.ui.settings;

import io.aisle.ui.common.View;

/** The sections of the Settings screen, in their order. */
public enum Section {
  GENERAL(View.GENERAL, "fth-sliders"),
  COMPUTING(View.COMPUTING, "fth-cpu"),
  WORKSPACE(View.WORKSPACE, "fth-folder"),
  PRIVACY(View.PRIVACY, "fth-shield"),
  HELP(View.HELP, "fth-life-buoy"),
  ABOUT(View.ABOUT, "fth-info");

  private final View view;
  private final String icon;

  Section(View view, String icon) {
    this.view = view;
    this.icon = icon;
  }

  View view() {
    return view;
  }

  String icon() {
    return icon;
  }
}
