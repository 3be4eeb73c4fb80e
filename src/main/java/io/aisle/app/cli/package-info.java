/** The command line: one class per command, thin over the services of {@code core}. */
package io.aisle.app.cli;
