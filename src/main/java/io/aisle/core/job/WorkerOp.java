package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation of the worker side. Operations of one worker run one at a time on one and the same
 * thread, so that an object shared by several of them needs no lock.
 */
@FunctionalInterface
public interface WorkerOp {
  /**
   * @return the result; {@code NullNode} when there is none
   * @throws io.aisle.domain.job.CancelledException when it noticed the cancel signal
   * @throws Exception crosses to the caller: input and operation exceptions as they are, any other
   *     as an {@code OperationException} with the code that finds its stack in the worker's log
   */
  JsonNode run(JsonNode args, WorkerContext context) throws Exception;
}
