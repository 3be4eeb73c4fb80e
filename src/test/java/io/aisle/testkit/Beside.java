package io.aisle.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Classes of tests that run on a second thread, one after the other, beside those of windows and
 * commands. Every class that trains a neural model in this process must be one: two such trainings
 * at once would disturb each other. Such a class shows nothing and changes no property of the
 * system.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("beside the windows")
public @interface Beside {}
