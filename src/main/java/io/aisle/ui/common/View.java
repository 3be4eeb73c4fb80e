package io.aisle.ui.common;

import java.net.URL;

/** Every FXML file, by name; {@code FxmlTest} holds this list and the files on disk together. */
public enum View {
  SHELL("shell/shell"),
  JOBS("shell/jobs"),
  GUIDE("start/guide"),
  START("start/start"),
  DATA("dataset/data"),
  IMPORT("dataset/import"),
  VERSION("dataset/version"),
  TRAIN("training/train"),
  RUNS("training/runs"),
  COMPARE("comparison/compare"),
  USERS("users/users"),
  LISTS("users/lists"),
  HISTORY("users/history"),
  ATTENTION("users/attention"),
  SETTINGS("settings/settings");

  private final String path;

  View(String path) {
    this.path = path;
  }

  /** Where the file is on the class path. */
  public String resource() {
    return "/fxml/" + path + ".fxml";
  }

  URL url() {
    URL url = View.class.getResource(resource());
    if (url == null) {
      throw new IllegalStateException(resource() + " is not on the class path");
    }
    return url;
  }
}
