package io.aisle.ui.common;

import java.net.URL;

/** Every FXML file, by name; {@code FxmlTest} holds this list and the files on disk together. */
public enum View {
  SHELL("shell/shell"),
  TOP_BAR("shell/top-bar"),
  STATUS("shell/status"),
  TOASTS("shell/toasts"),
  JOBS("shell/jobs"),
  GUIDE("start/guide"),
  BEGIN("start/begin"),
  START("start/start"),
  LOG("shell/log"),
  PALETTE("shell/palette"),
  SHORTCUTS("shell/shortcuts"),
  RESTORE("shell/restore"),
  NOTICES("shell/notices"),
  DATA("dataset/data"),
  IMPORT("dataset/import"),
  IMPORT_FILE("dataset/import-file"),
  IMPORT_COLUMNS("dataset/import-columns"),
  IMPORT_CHECK("dataset/import-check"),
  IMPORT_DESCRIBED("dataset/import-described"),
  VERSION("dataset/version"),
  PROFILE("dataset/profile"),
  QUALITY("dataset/quality"),
  SQL("dataset/sql"),
  CLEANING("dataset/cleaning"),
  VERSIONS("dataset/versions"),
  APPEND("dataset/append"),
  ROWS("dataset/rows"),
  KNOWLEDGE_ROWS("dataset/knowledge-rows"),
  TRAIN("training/train"),
  PARAMETERS("training/parameters"),
  LIVE("training/live"),
  SEARCH("training/search"),
  RUNS("training/runs"),
  RERANK("training/rerank"),
  COMBINE("training/combine"),
  MODEL_PAGE("training/model-page"),
  RUN("training/run"),
  COMPARE("comparison/compare"),
  COMPARE_DETAIL("comparison/detail"),
  COMPARE_PREDICTIONS("comparison/predictions"),
  COMPARE_GROUPS("comparison/groups"),
  COMPARE_AGREEMENT("comparison/agreement"),
  COMPARE_ROBUSTNESS("comparison/robustness"),
  COMPARE_SLICES("comparison/slices"),
  COMPARE_PINS("comparison/pins"),
  USERS("users/users"),
  LISTS("users/lists"),
  HISTORY("users/history"),
  ATTENTION("users/attention"),
  WHY("users/why"),
  WHAT_IF("users/whatif"),
  FEATURES("users/features"),
  ITEMS("items/items"),
  ITEM_MAP("items/map"),
  SETTINGS("settings/settings"),
  GENERAL("settings/general"),
  COMPUTING("settings/computing"),
  PRIVACY("settings/privacy"),
  ENCRYPTION("settings/encryption"),
  WORKSPACE("settings/workspace"),
  BACKUPS("settings/backups"),
  HELP("settings/help"),
  ABOUT("settings/about"),
  OCCUPIED("settings/occupied"),
  LOCKED("settings/locked");

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
