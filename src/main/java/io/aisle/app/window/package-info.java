/** The parts of the window, each wired by one class. */
package io.aisle.app.window;
