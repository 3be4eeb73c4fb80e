package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  @Test
  void sentencesOfTheHouseStayAsTheyAre() {
    assertThat(FailureText.of(new InputException("Row 3 has no user; add one.")))
        .isEqualTo("Row 3 has no user; add one.");
  }

  @Test
  void whatTheSystemSaysBecomesASentenceWithTheWayOut() {
    assertThat(FailureText.of(new NoSuchFileException("a.csv")))
        .contains("a.csv", "check its name");
    assertThat(FailureText.of(new AccessDeniedException("a.csv"))).contains("a.csv", "permissions");
    assertThat(FailureText.of(new FileSystemException("/w", null, "No space left on device")))
        .contains("disk is full at /w", "make room");
    assertThat(FailureText.of(new IOException("No space left on device"))).contains("disk is full");
    assertThat(FailureText.of(new OutOfMemoryError("Java heap space"))).contains("less data");
  }

  @Test
  void whatNobodyExpectedSaysSo() {
    assertThat(FailureText.of(new IllegalStateException("x is 3")))
        .contains("unexpected", "IllegalStateException", "x is 3");
  }
}
