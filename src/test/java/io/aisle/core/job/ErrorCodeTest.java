package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.OperationException;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void sameKindFromTheSamePlaceHasTheSameCodeWhateverItsMessage() {
    assertThat(ErrorCode.of(here("a"))).isEqualTo(ErrorCode.of(here("b")));
  }

  @Test
  void otherKindOrPlaceOrCauseHasAnotherCode() {
    String code = ErrorCode.of(here("a"));
    assertThat(ErrorCode.of(there())).isNotEqualTo(code);
    assertThat(ErrorCode.of(new OperationException("a"))).isNotEqualTo(code);
    assertThat(ErrorCode.of(new OperationException("a", here("a"))))
        .isNotEqualTo(ErrorCode.of(new OperationException("a")));
  }

  @Test
  void failureOfAWorkerKeepsTheCodeThatTheWorkerLogged() {
    WorkerFailure failure = new WorkerFailure(WorkerFailure.Kind.OPERATION, "x", "AB12-CD34");
    assertThat(ErrorCode.of(failure.toException("worker.log"))).isEqualTo("AB12-CD34");
  }

  private static IllegalStateException here(String message) {
    return new IllegalStateException(message);
  }

  private static IllegalStateException there() {
    return new IllegalStateException("a");
  }
}
