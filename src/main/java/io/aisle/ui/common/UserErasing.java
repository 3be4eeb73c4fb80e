package io.aisle.ui.common;

import io.aisle.core.erasure.ErasurePlan;
import io.aisle.core.erasure.ErasureService;
import io.aisle.core.erasure.UserTrace;
import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.WorkspaceService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;

/**
 * Erases a user, after it was shown what that does: the workspace is closed for it and opened
 * again, so that nothing of the user stays in memory either. FX thread only.
 */
public final class UserErasing {
  private static final int NAMED = 6;

  private final ErasureService erasures;
  private final WorkspaceService workspace;
  private final Slot<ErasurePlan> slot;
  private final Notices notices;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  public UserErasing(
      ErasureService erasures,
      WorkspaceService workspace,
      Background background,
      Notices notices,
      Dialogs dialogs,
      Texts texts,
      Numbers numbers) {
    this.erasures = erasures;
    this.workspace = workspace;
    this.slot = background.slot(texts.of("privacy.job"));
    this.notices = notices;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Looks where a user is, asks, and erases. */
  public void ask(String user) {
    slot.read(control -> erasures.plan(user, Optional.empty(), control), this::confirm);
  }

  /** Whether it is looked where a user is. */
  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  private void confirm(ErasurePlan plan) {
    if (dialogs.confirmLoss(
        texts.of("privacy.erase.title", plan.user()), question(plan), texts.of("privacy.erase"))) {
      slot.read(
          control -> {
            erasures.begin(plan);
            return plan;
          },
          begun -> reopen());
    }
  }

  private void reopen() {
    if (workspace.canReopen()) {
      workspace.reopen(new Reopen.Erased(workspace.layout().folder()));
    } else {
      notices.done(texts.of("privacy.erase.next"));
    }
  }

  private String question(ErasurePlan plan) {
    List<String> lines = new ArrayList<>();
    if (plan.empty()) {
      lines.add(texts.of("privacy.plan.none"));
    }
    if (!plan.versions().isEmpty()) {
      lines.add(
          texts.of(
              "privacy.plan.versions",
              numbers.count(plan.events()),
              plan.versions().stream()
                  .map(each -> each.version().dataset() + " v" + each.version().version())
                  .collect(Collectors.joining(", "))));
    }
    if (!plan.interrupted().isEmpty()) {
      lines.add(texts.of("privacy.plan.interrupted", plan.interrupted().size()));
    }
    if (!plan.runs().isEmpty()) {
      lines.add(texts.of("privacy.plan.runs", plan.runs().size()));
    }
    if (!plan.learned().isEmpty()) {
      lines.add(
          texts.of(
              "privacy.plan.learned",
              names(plan.learned().stream().map(UserTrace::name).toList())));
    }
    if (!plan.removed().isEmpty()) {
      lines.add(texts.of("privacy.plan.removed", plan.removed().size()));
    }
    if (!plan.elsewhere().isEmpty()) {
      lines.add(
          texts.of(
              "privacy.plan.elsewhere",
              names(plan.elsewhere().stream().map(Path::toString).toList())));
    }
    lines.add(texts.of("privacy.plan.end"));
    return String.join("\n", lines);
  }

  private String names(List<String> all) {
    String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
    return all.size() <= NAMED ? first : texts.of("privacy.plan.more", first, all.size() - NAMED);
  }
}
