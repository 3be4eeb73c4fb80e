/** Care for the folder that holds everything: its place, size, copies and removal. */
package io.aisle.core.workspace;
