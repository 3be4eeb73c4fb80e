/** What the analyst has chosen for the program, and how the window was left. */
package io.aisle.domain.settings;
