package io.aisle.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers every question with what was put here, and keeps the questions. */
public final class AskedDialogs implements Dialogs {
  private final List<String> asked = new ArrayList<>();
  private boolean answer;

  /** What is answered from now on; no at first. */
  public void answer(boolean yes) {
    answer = yes;
  }

  public List<String> asked() {
    return asked;
  }

  @Override
  public Optional<Path> open(String title) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String name) {
    return Optional.empty();
  }

  @Override
  public boolean confirm(String title, String question, String action) {
    asked.add(question);
    return answer;
  }
}
